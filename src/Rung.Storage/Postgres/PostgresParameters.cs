using Npgsql;
using NpgsqlTypes;

namespace Rung.Storage.Postgres;

/// <summary>Values as the server's parameters.</summary>
internal static class PostgresParameters
{
    // A null has a type too: the statement was prepared for it.
    public static NpgsqlParameter Of(SqlValue value) =>
        value switch
        {
            { Number: { } number } => new NpgsqlParameter<long>(value.Name, NpgsqlDbType.Bigint)
            {
                TypedValue = number,
            },
            { Text: { } text } => new NpgsqlParameter<string>(value.Name, NpgsqlDbType.Text) { TypedValue = text },
            { Bytes: { } bytes } => new NpgsqlParameter<byte[]>(value.Name, NpgsqlDbType.Bytea) { TypedValue = bytes },
            _ => new NpgsqlParameter(value.Name, value.IsNumeric ? NpgsqlDbType.Bigint : NpgsqlDbType.Text)
            {
                Value = DBNull.Value,
            },
        };

    /// <summary>A column of several rows as one array.</summary>
    public static NpgsqlParameter Of(IReadOnlyList<SqlValue> column)
    {
        var name = column[0].Name;
        return column[0].IsNumeric ? Array(name, NpgsqlDbType.Bigint, column.Select(one => one.Number))
            : column.Any(one => one.Bytes is not null)
                ? Array(name, NpgsqlDbType.Bytea, column.Select(one => one.Bytes))
            : Array(name, NpgsqlDbType.Text, column.Select(one => one.Text));
    }

    private static NpgsqlParameter<T[]> Array<T>(string name, NpgsqlDbType type, IEnumerable<T> values) =>
        new(name, NpgsqlDbType.Array | type) { TypedValue = [.. values] };
}

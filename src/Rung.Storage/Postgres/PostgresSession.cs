using Npgsql;
using NpgsqlTypes;

namespace Rung.Storage.Postgres;

/// <summary>A connection for as long as one piece of work takes. The driver keeps statements prepared by their text.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : SqlSession
{
    private NpgsqlBatch? _posted;

    public override ValueTask<int> Execute(string sql, params ReadOnlySpan<SqlValue> values) =>
        Execute(Command(sql, values));

    public override ValueTask Post(string sql, params ReadOnlySpan<SqlValue> values)
    {
        _posted ??= new NpgsqlBatch(connection);
#pragma warning disable CA2100 // texts of this project; whatever comes from outside is a parameter
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        Bind(command.Parameters, values);
        _posted.BatchCommands.Add(command);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<List<T>> List<T>(
        string sql,
        Func<SqlRow, T> read,
        params ReadOnlySpan<SqlValue> values
    ) => List(Command(sql, values), read);

    public override ValueTask<T?> First<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<SqlValue> values)
        where T : class => First(Command(sql, values), read);

    public override ValueTask<long?> Number(string sql, params ReadOnlySpan<SqlValue> values) =>
        Number(Command(sql, values));

    /// <summary>Sends what was posted.</summary>
    public async ValueTask Flush()
    {
        if (_posted is { } batch)
        {
            _posted = null;
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync();
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_posted is { } undone)
        {
            await undone.DisposeAsync();
        }
        await connection.DisposeAsync();
    }

    private async ValueTask<int> Execute(NpgsqlCommand command)
    {
        await using (command)
        {
            await Flush();
            return await command.ExecuteNonQueryAsync();
        }
    }

    private async ValueTask<List<T>> List<T>(NpgsqlCommand command, Func<SqlRow, T> read)
    {
        await using (command)
        {
            await Flush();
            await using var reader = await command.ExecuteReaderAsync();
            var row = new PostgresRow(reader);
            var rows = new List<T>();
            while (await reader.ReadAsync())
            {
                rows.Add(read(row));
            }
            return rows;
        }
    }

    private async ValueTask<T?> First<T>(NpgsqlCommand command, Func<SqlRow, T> read)
        where T : class
    {
        await using (command)
        {
            await Flush();
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? read(new PostgresRow(reader)) : null;
        }
    }

    private async ValueTask<long?> Number(NpgsqlCommand command)
    {
        await using (command)
        {
            await Flush();
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? new PostgresRow(reader).NumberOrNull(0) : null;
        }
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<SqlValue> values)
    {
#pragma warning disable CA2100 // as above
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        Bind(command.Parameters, values);
        return command;
    }

    private static void Bind(NpgsqlParameterCollection parameters, ReadOnlySpan<SqlValue> values)
    {
        foreach (var value in values)
        {
            parameters.Add(Parameter(value));
        }
    }

    // A null has a type too: the statement was prepared for it.
    private static NpgsqlParameter Parameter(SqlValue value) =>
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
}

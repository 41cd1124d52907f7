using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>
/// What was posted with one text: once, or several rows for the same table, one after the other, which then are one
/// statement over arrays. The server takes as long to begin a statement as to write some rows.
/// </summary>
internal sealed partial class PostgresPost(string sql, SqlValue[] first)
{
    // By text, of which there are few; null: it cannot take several rows.
    private static readonly ConcurrentDictionary<string, string?> ForMany = new(StringComparer.Ordinal);

    private readonly List<SqlValue[]> _rows = [first];

    /// <summary>Whether the row goes into the same statement; else it was not taken.</summary>
    public bool TryAdd(string other, ReadOnlySpan<SqlValue> values)
    {
        if (other != sql || Many is null)
        {
            return false;
        }
        _rows.Add(values.ToArray());
        return true;
    }

    public NpgsqlBatchCommand Command()
    {
        var isOne = _rows is [_];
#pragma warning disable CA2100 // texts of this project; whatever comes from outside is a parameter
        var command = new NpgsqlBatchCommand(isOne ? sql : Many!);
#pragma warning restore CA2100
        for (var column = 0; column < first.Length; column++)
        {
            command.Parameters.Add(
                isOne
                    ? PostgresParameters.Of(first[column])
                    : PostgresParameters.Of(_rows.ConvertAll(row => row[column]))
            );
        }
        return command;
    }

    private string? Many => ForMany.GetOrAdd(sql, Several);

    // Nothing but parameters as values, and no row changed that may be among those written.
    private static string? Several(string sql) =>
        Insert().IsMatch(sql) ? Values().Replace(sql, "SELECT * FROM unnest($1)", 1) : null;

    [GeneratedRegex(
        @"^\s*INSERT INTO [^@]+\bVALUES\s*\(\s*@\w+(\s*,\s*@\w+)*\s*\)\s*(ON CONFLICT[\w\s(),]* DO NOTHING)?\s*$"
    )]
    private static partial Regex Insert();

    [GeneratedRegex(@"\bVALUES\s*\(([^()]+)\)")]
    private static partial Regex Values();
}

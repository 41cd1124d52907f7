using Npgsql;

namespace Rung.Storage.Postgres;

/// <summary>A connection for as long as one piece of work takes. The driver keeps statements prepared by their text.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : SqlSession
{
    private readonly List<PostgresPost> _posted = [];

    public override ValueTask<int> Execute(string sql, params ReadOnlySpan<SqlValue> values) =>
        Execute(Command(sql, values));

    public override ValueTask Post(string sql, params ReadOnlySpan<SqlValue> values)
    {
        if (_posted is not [.., var last] || !last.TryAdd(sql, values))
        {
            _posted.Add(new PostgresPost(sql, values.ToArray()));
        }
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

    public override ValueTask<byte[]?> Content(SqlContent where, long id) =>
        First(where.Read, row => row.Bytes(0), ("id", id));

    public override async ValueTask Fill(SqlContent where, long id, byte[] bytes) =>
        await Execute(where.Write, ("content", bytes), ("id", id));

    /// <summary>Sends what was posted.</summary>
    public async ValueTask Flush()
    {
        if (_posted.Count == 0)
        {
            return;
        }
        await using var batch = new NpgsqlBatch(connection);
        foreach (var one in _posted)
        {
            batch.BatchCommands.Add(one.Command());
        }
        _posted.Clear();
        await batch.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

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
#pragma warning disable CA2100 // texts of this project; whatever comes from outside is a parameter
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(PostgresParameters.Of(value));
        }
        return command;
    }
}

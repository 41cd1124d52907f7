using Microsoft.Data.Sqlite;

namespace Rung.Bench.Creating;

/// <summary>
/// What a program without a product would do: the same rows of a case, its events and its dues, into the same tables
/// with the same indexes, by prepared statements, a commit for each case. WAL and synchronous=FULL.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _case;
    private readonly SqliteCommand _event;
    private readonly SqliteCommand _due;
    private readonly CaseRows _rows;
    private long _id = 1L << 30;

    /// <param name="file">A database of the product's own making, with its schema.</param>
    public BareLoop(string file, CaseRows rows)
    {
        _rows = rows;
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using (
            var settings = Prepare(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000;"
            )
        )
        {
            settings.ExecuteNonQuery();
        }
        _case = Prepare(
            "INSERT INTO cases (id, desk, reference, spoken, version, logged_at) VALUES ($id, $desk, $reference, $spoken, $version, $at)"
        );
        _event = Prepare(
            "INSERT INTO events (case_id, sequence, type, at, recorded_at, actor_name, actor_role, body) VALUES ($id, $sequence, $type, $at, $at, $name, $role, $body)"
        );
        _due = Prepare("INSERT INTO dues (case_id, rule, occurrence, due_at) VALUES ($id, $rule, $occurrence, $at)");
    }

    /// <summary>Writes so many cases, each durable before the next.</summary>
    public void Write(int cases)
    {
        for (var i = 0; i < cases; i++)
        {
            using var transaction = _connection.BeginTransaction();
            WriteOne(transaction);
            transaction.Commit();
        }
    }

    public void Dispose()
    {
        _case.Dispose();
        _event.Dispose();
        _due.Dispose();
        _connection.Dispose();
    }

    private void WriteOne(SqliteTransaction transaction)
    {
        var id = _id++;
        var spoken = $"{id:D10}";
        Run(
            _case,
            transaction,
            ("$id", id),
            ("$desk", BenchDesk.Id),
            ("$reference", $"R-{spoken}"),
            ("$spoken", spoken),
            ("$version", _rows.Events.Count),
            ("$at", id)
        );
        foreach (var row in _rows.Events)
        {
            Run(
                _event,
                transaction,
                ("$id", id),
                ("$sequence", row.Sequence),
                ("$type", row.Type),
                ("$at", row.At),
                ("$name", row.ActorName),
                ("$role", row.ActorRole),
                ("$body", row.Body)
            );
        }
        foreach (var row in _rows.Dues)
        {
            Run(_due, transaction, ("$id", id), ("$rule", row.Rule), ("$occurrence", row.Occurrence), ("$at", row.At));
        }
    }

    private static void Run(
        SqliteCommand command,
        SqliteTransaction transaction,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                command.Parameters.AddWithValue(values[i].Name, values[i].Value);
            }
            else
            {
                command.Parameters[i].Value = values[i].Value;
            }
        }
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>
/// The audit trail: a chain of entries that only grows. Each hash covers the entry and the hash before, so that an entry that
/// is changed, taken out or put between no longer fits. Whoever rewrites the whole chain is found by a head noted elsewhere.
/// </summary>
public sealed class AuditStore
{
    private const string Columns = "seq, at, who, source, what, about, hash";
    private const string HeadRow = "SELECT seq, hash FROM audit_head WHERE name = 'head'";
    private const string SetHead = """
        INSERT INTO audit_head (name, seq, hash) VALUES ('head', @seq, @hash)
        ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
        """;
    private const string New = $"""
        INSERT INTO audit ({Columns}) VALUES (@seq, @at, @who, @source, @what, @about, @hash)
        """;
    private const string After = $"SELECT {Columns} FROM audit WHERE seq > @after ORDER BY seq LIMIT @take";
    private const string Latest = $"""
        SELECT {Columns} FROM audit WHERE seq < @before AND (@who = '' OR who = @who)
        AND (@from = '' OR (about >= @from AND about < @until)) ORDER BY seq DESC LIMIT @take
        """;

    private readonly RungDatabase _database;
    private readonly Lock _lock = new();
    private List<Pending> _pending = [];
    private bool _isWriting;

    internal AuditStore(RungDatabase database) => _database = database;

    /// <summary>
    /// Completes when the entry is on disk. All that are added while others are being written are written together after them: a
    /// chain has one end, at which a process does not compete with itself.
    /// </summary>
    public Task Add(AuditEntry entry)
    {
        var pending = new Pending(entry);
        lock (_lock)
        {
            _pending.Add(pending);
            if (_isWriting)
            {
                return pending.Written;
            }
            _isWriting = true;
        }
        _ = WriteAll();
        return pending.Written;
    }

    public Task<AuditHead> Head() => _database.Read(session => ReadHead(session, HeadRow));

    /// <summary>The entries after this number, in their order.</summary>
    public Task<List<KeptEntry>> Page(long after, int take) =>
        _database.Read(session => session.List(After, Read, ("after", after), ("take", take)));

    /// <summary>The newest first.</summary>
    public Task<List<KeptEntry>> Find(AuditQuery query) =>
        _database.Read(session =>
            session.List(
                Latest,
                Read,
                ("before", query.Before ?? long.MaxValue),
                ("who", query.Who ?? ""),
                ("from", query.About ?? ""),
                ("until", query.About is { } about ? about + char.MaxValue : ""),
                ("take", query.Take)
            )
        );

    private async Task WriteAll()
    {
        while (Take() is { Count: > 0 } some)
        {
            try
            {
                await _database.Write(session => Write(session, some));
                some.ForEach(one => one.IsWritten());
            }
            catch (Exception failure)
            {
                some.ForEach(one => one.IsLost(failure));
            }
        }
    }

    private List<Pending> Take()
    {
        lock (_lock)
        {
            var some = _pending;
            _isWriting = some.Count > 0;
            _pending = [];
            return some;
        }
    }

    private async ValueTask<int> Write(SqlSession session, List<Pending> some)
    {
        // Another node waits for this one, or begins anew after it.
        var head = await ReadHead(session, $"{HeadRow} {_database.Held}");
        foreach (var one in some)
        {
            head = new AuditHead(head.Number + 1, one.Entry.Hash(head.Number + 1, head.Hash));
            await session.Post(
                New,
                ("seq", head.Number),
                ("at", Micros.Of(one.Entry.At)),
                ("who", one.Entry.Who),
                ("source", one.Entry.Source),
                ("what", one.Entry.What),
                ("about", one.Entry.About),
                ("hash", head.Hash)
            );
        }
        return await session.Execute(SetHead, ("seq", head.Number), ("hash", head.Hash));
    }

    private static async ValueTask<AuditHead> ReadHead(SqlSession session, string sql) =>
        await session.First(sql, row => new AuditHead(row.Number(0), row.Text(1))) ?? AuditHead.None;

    private static KeptEntry Read(SqlRow row)
    {
        var entry = new AuditEntry(Micros.ToInstant(row.Number(1)), row.Text(2), row.Text(3), row.Text(4), row.Text(5));
        return new KeptEntry(row.Number(0), entry, row.Text(6));
    }

    private sealed class Pending(AuditEntry entry)
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AuditEntry Entry => entry;
        public Task Written => _written.Task;

        public void IsWritten() => _written.SetResult();

        public void IsLost(Exception failure) => _written.SetException(failure);
    }
}

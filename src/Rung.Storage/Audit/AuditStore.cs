using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>
/// The audit trail: a chain of entries that only grows. Each hash covers the entry and the hash before, so that an entry that
/// is changed, taken out or put between no longer fits. Whoever rewrites the whole chain is found by a head noted elsewhere.
/// </summary>
public sealed class AuditStore
{
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

    public Task<AuditHead> Head() => _database.Read(session => ReadHead(session, AuditSql.Head));

    /// <summary>Where the trail begins: after the last entry of those that ended.</summary>
    public Task<AuditAnchor> Anchor() => _database.Read(ReadAnchor);

    /// <summary>The entries after this number, in their order.</summary>
    public Task<List<KeptEntry>> Page(long after, int take) =>
        _database.Read(session => ReadPage(session, after, take));

    /// <summary>The newest first.</summary>
    public Task<List<KeptEntry>> Find(AuditQuery query)
    {
        var (sql, values) = AuditSql.Find(query);
        return _database.Read(session => session.List(sql, AuditSql.Read, values));
    }

    /// <summary>
    /// Ends the oldest entries, and says so in the trail in the same transaction. Nothing is ended behind an entry that is not
    /// older, since two nodes' clocks may differ, nor what no longer fits, since that is what the trail is there to show.
    /// </summary>
    /// <param name="before">Entries of this instant stay.</param>
    /// <param name="most">At most so many at a time; whoever ends more asks again.</param>
    public Task<AuditEnded> EndBefore(Instant before, AuditEnding ending, int most) =>
        _database.Write(session => End(session, before, ending, most));

    private async ValueTask<AuditEnded> End(SqlSession session, Instant before, AuditEnding ending, int most)
    {
        var head = await ReadHead(session, $"{AuditSql.Head} {_database.Held}");
        var last = (await ReadAnchor(session)).Ended;
        var begin = last;
        foreach (var kept in await ReadPage(session, last.Number, most))
        {
            if (kept.Entry.At >= before)
            {
                break;
            }
            if (kept.Fault(last) is { } fault)
            {
                return new AuditEnded(0, null, fault);
            }
            last = kept.Head;
        }
        if (last == begin)
        {
            return new AuditEnded(0, null, null);
        }
        var anchor = new AuditAnchor(last, ending.At, ending.Rule);
        await session.Execute(AuditSql.EndTo, ("last", last.Number));
        await Append(session, head, [anchor.Entry(ending.Who)]);
        return new AuditEnded(last.Number - begin.Number, anchor, null);
    }

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
        var head = await ReadHead(session, $"{AuditSql.Head} {_database.Held}");
        return await Append(session, head, some.Select(one => one.Entry));
    }

    private static async ValueTask<int> Append(SqlSession session, AuditHead head, IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            head = new AuditHead(head.Number + 1, entry.Hash(head.Number + 1, head.Hash));
            await session.Post(
                AuditSql.New,
                ("seq", head.Number),
                ("at", Micros.Of(entry.At)),
                ("who", entry.Who),
                ("source", entry.Source),
                ("what", entry.What),
                ("about", entry.About),
                ("hash", head.Hash)
            );
        }
        return await session.Execute(AuditSql.SetHead, ("seq", head.Number), ("hash", head.Hash));
    }

    private static async ValueTask<AuditHead> ReadHead(SqlSession session, string sql) =>
        await session.First(sql, row => new AuditHead(row.Number(0), row.Text(1))) ?? AuditHead.None;

    private static ValueTask<List<KeptEntry>> ReadPage(SqlSession session, long after, int take) =>
        session.List(AuditSql.After, AuditSql.Read, ("after", after), ("take", take));

    private static async ValueTask<AuditAnchor> ReadAnchor(SqlSession session)
    {
        SqlValue[] values = [.. AuditSql.Range("path", AuditAnchor.Path), ("what", AuditAnchor.What)];
        var found = await session.List(AuditSql.Anchors, AuditSql.Read, values);
        return found.Select(kept => AuditAnchor.Of(kept.Entry)).MaxBy(anchor => anchor?.Ended.Number)
            ?? AuditAnchor.None;
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

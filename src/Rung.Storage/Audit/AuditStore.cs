using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>
/// The audit trail: a chain of entries that only grows. Each hash covers the entry and the hash before, so that an entry that
/// is changed, taken out or put between no longer fits. Whoever rewrites the whole chain is found by a head noted elsewhere.
/// </summary>
public sealed class AuditStore
{
    private const string Columns = "seq, at, who, source, what, about, hash";
    private const string Begin = """
        INSERT INTO audit_head (name, seq, hash) VALUES ('head', 0, '') ON CONFLICT (name) DO NOTHING
        """;

    // Changing it first keeps every other writer waiting until this one has committed.
    private const string Next = "UPDATE audit_head SET seq = seq + 1 WHERE name = 'head'";
    private const string HeadRow = "SELECT seq, hash FROM audit_head WHERE name = 'head'";
    private const string SetHash = "UPDATE audit_head SET hash = @hash WHERE name = 'head'";
    private const string New = $"""
        INSERT INTO audit ({Columns}) VALUES (@seq, @at, @who, @source, @what, @about, @hash)
        """;
    private const string After = $"SELECT {Columns} FROM audit WHERE seq > @after ORDER BY seq LIMIT @take";
    private const string Latest = $"""
        SELECT {Columns} FROM audit WHERE seq < @before AND (@who = '' OR who = @who)
        AND (@from = '' OR (about >= @from AND about < @until)) ORDER BY seq DESC LIMIT @take
        """;

    private readonly RungDatabase _database;

    internal AuditStore(RungDatabase database) => _database = database;

    /// <summary>Completes when the entry is on disk.</summary>
    public Task Add(AuditEntry entry) =>
        _database.Write(async session =>
        {
            await session.Execute(Begin);
            await session.Execute(Next);
            var (number, before) = await ReadHead(session);
            var hash = entry.Hash(number, before);
            await session.Execute(
                New,
                ("seq", number),
                ("at", Micros.Of(entry.At)),
                ("who", entry.Who),
                ("source", entry.Source),
                ("what", entry.What),
                ("about", entry.About),
                ("hash", hash)
            );
            return await session.Execute(SetHash, ("hash", hash));
        });

    public Task<AuditHead> Head() => _database.Read(ReadHead);

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

    private static async ValueTask<AuditHead> ReadHead(SqlSession session) =>
        await session.First(HeadRow, row => new AuditHead(row.Number(0), row.Text(1))) ?? AuditHead.None;

    private static KeptEntry Read(SqlRow row)
    {
        var entry = new AuditEntry(Micros.ToInstant(row.Number(1)), row.Text(2), row.Text(3), row.Text(4), row.Text(5));
        return new KeptEntry(row.Number(0), entry, row.Text(6));
    }
}

using System.Globalization;
using NodaTime;
using Rung.Storage.Cases;

namespace Rung.Storage.Queue;

/// <summary>The queues of the desks: pages and counts.</summary>
public sealed class QueueStore
{
    // A rank is never below 0: asking for that makes every planner read one index and no rows.
    private static readonly string Counts = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT COUNT(*),
            COUNT(CASE WHEN owner = @owner THEN 1 END),
            COUNT(*) - COUNT(owner),
            COUNT(CASE WHEN condition = 'OnHold' THEN 1 END),
            COUNT(CASE WHEN condition = 'ResolvedToConfirm' THEN 1 END),
            (SELECT COUNT(*) FROM queue WHERE desk = @desk AND live = 1 AND stand = 0 AND due_order < @now),
            (SELECT COUNT(*) FROM queue WHERE desk = @desk AND live = 1 AND rank = 0),
            (SELECT COUNT(*) FROM queue WHERE desk = @desk AND escalated > 0),
            (SELECT COUNT(*) FROM queue WHERE desk = @desk AND escalated > 0 AND escalated < {QueueOrder.Covered})
        FROM queue WHERE desk = @desk AND live = 1 AND rank >= 0
        """
    );

    private static readonly string ByCase = $"SELECT {QueueRecord.Columns} FROM queue q WHERE q.case_id = @case_id";

    private const string NextLive =
        "SELECT case_id FROM queue WHERE live = 1 AND case_id > @after ORDER BY case_id LIMIT @take";

    private const string AnyCase = "SELECT case_id FROM queue WHERE desk = @desk LIMIT 1";

    // Each place of the index that is not the version's: whoever asks when all are under it reads nothing.
    private static readonly string OtherVersions =
        string.Join(
            " UNION ALL ",
            from shelf in (string[])["desk", "complaints"]
            from side in (string[])["<", ">"]
            select $"SELECT case_id FROM queue WHERE live = 1 AND desk = @{shelf} AND guide_version {side} @version AND case_id > @after"
        ) + " ORDER BY case_id LIMIT @take";

    private readonly RungDatabase _database;

    internal QueueStore(RungDatabase database) => _database = database;

    /// <summary>One page, in the order asked for.</summary>
    /// <exception cref="ArgumentException">A page of no or too many rows, a cursor of another order, mine without owner.</exception>
    public Task<QueueSlice> Page(QueueQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Take is >= 1 and <= 500, true, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.After?.Sort ?? query.Sort, query.Sort, nameof(query));
        if (query.View == QueueSelection.Mine)
        {
            ArgumentException.ThrowIfNullOrEmpty(query.Owner, nameof(query));
        }
        var (sql, values) = QueueSql.Select(query with { Take = query.Take + 1 });
        return _database.Read(async session =>
        {
            var rows = await session.List(sql, QueueRecord.Read, values);
            return QueueSlice.Of(rows, query);
        });
    }

    /// <summary>Whether a desk has ever had a case that is no complaint.</summary>
    public Task<bool> HasCases(string desk) =>
        _database.Read(async session => await session.Number(AnyCase, ("desk", desk)) is not null);

    /// <summary>How many live rows each view has.</summary>
    /// <param name="owner">Whose <see cref="QueueCounts.Mine"/> is counted.</param>
    /// <param name="now">Decides what is overdue.</param>
    public Task<QueueCounts> Count(string desk, string? owner, Instant now) =>
        _database.Read(async session =>
            (await session.First(Counts, ReadCounts, ("owner", owner), ("now", Micros.Of(now)), ("desk", desk)))!
        );

    /// <summary>The row of one case, live or closed.</summary>
    public Task<QueueRow?> Find(long caseId) =>
        _database.Read(session => session.First(ByCase, QueueRecord.Read, ("case_id", caseId)));

    /// <summary>Ids of live cases of all desks in rising order, those above <paramref name="after"/>.</summary>
    public Task<IReadOnlyList<long>> LiveCases(long after, int take) =>
        _database.Read<IReadOnlyList<long>>(async session =>
            await session.List(NextLive, row => row.Number(0), ("after", after), ("take", take))
        );

    /// <summary>Ids of a desk's open cases, complaints too, that are under another version of its guide; rising, above <paramref name="after"/>.</summary>
    public Task<IReadOnlyList<long>> UnderOtherVersions(string desk, string version, long after, int take) =>
        _database.Read<IReadOnlyList<long>>(async session =>
            await session.List(
                OtherVersions,
                row => row.Number(0),
                ("desk", desk),
                ("complaints", Shelf.Of(desk, ShelfFor.Complaints)),
                ("version", version),
                ("after", after),
                ("take", take)
            )
        );

    private static QueueCounts ReadCounts(SqlRow row) =>
        new()
        {
            Live = (int)row.Number(0),
            Mine = (int)row.Number(1),
            Unassigned = (int)row.Number(2),
            OnHold = (int)row.Number(3),
            ToConfirm = (int)row.Number(4),
            Overdue = (int)row.Number(5),
            PriorityMissing = (int)row.Number(6),
            Escalated = (int)row.Number(7),
            Leading = (int)row.Number(8),
        };
}

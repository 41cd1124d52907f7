using NodaTime;
using Rung.Core.Retention;
using Rung.Storage.Cases;
using Rung.Storage.Drafts;

namespace Rung.Storage.Retention;

/// <summary>
/// What a time of retention has run out for, and its end. Each end is one transaction with what stays of it as evidence, so that
/// whoever is stopped half-way goes on where it was.
/// </summary>
public sealed class RetentionStore
{
    private readonly RungDatabase _database;

    internal RetentionStore(RungDatabase database) => _database = database;

    /// <summary>Closed cases or complaints, those first that were logged first.</summary>
    public Task<IReadOnlyList<ClosedCase>> Closed(ClosedCases query) =>
        _database.Read(async session =>
            (IReadOnlyList<ClosedCase>)
                await session.List(
                    RetentionSql.Closed(query.Category),
                    RetentionSql.ReadCase,
                    ("desk", Shelf.Of(query.Desk, query.Of)),
                    ("before", Micros.Of(query.Before)),
                    ("after_at", query.After is { } last ? Micros.Of(last.Logged.At) : long.MinValue),
                    ("after", query.After?.Id ?? 0),
                    ("category", query.Category.ToString()),
                    ("take", query.Take)
                )
        );

    /// <summary>Mails of a desk that were left alone, are on no case and are still there as they came.</summary>
    /// <param name="after">The last mail of the page before; 0: the first page.</param>
    public Task<IReadOnlyList<(long Id, string? Author)>> LeftAlone(
        string desk,
        Instant before,
        long after,
        int take
    ) =>
        _database.Read(async session =>
            (IReadOnlyList<(long, string?)>)
                await session.List(
                    RetentionSql.LeftAlone,
                    row => (row.Number(0), row.TextOrNull(1)),
                    ("desk", desk),
                    ("before", Micros.Of(before)),
                    ("after", after),
                    ("take", take)
                )
        );

    /// <summary>Drafts of all desks that nobody has changed since then, the oldest first.</summary>
    public Task<IReadOnlyList<DraftKey>> Drafts(Instant before, int take) =>
        _database.Read(async session =>
            (IReadOnlyList<DraftKey>)
                await session.List(
                    RetentionSql.OldDrafts,
                    row => new DraftKey(row.Text(0), row.Text(1)),
                    ("before", Micros.Of(before)),
                    ("take", take)
                )
        );

    /// <summary>Ends the mails of a case as they came, or the files that were handed in with it.</summary>
    /// <param name="deed">With the case's reference; how many there were is counted here, and of none there is no evidence.</param>
    public Task<int> EndOfCase(long caseId, RetentionDeed deed) =>
        _database.Write(async session =>
        {
            SqlValue about = ("case_id", caseId);
            var count =
                deed.Category == RetentionCategory.Mails
                    ? await session.Execute(RetentionSql.EndMailsOfCase, RetentionSql.Nothing, about)
                    : await session.Execute(RetentionSql.EndPapers, about);
            return await Record(session, deed with { Count = count });
        });

    /// <summary>Writes down that all that was said on a case is ended.</summary>
    public Task<int> Done(long caseId, RetentionDeed deed) =>
        _database.Write(async session =>
        {
            await RetentionSql.Done(session, caseId, deed.Category);
            return await Record(session, deed);
        });

    /// <summary>Ends mails of which nothing came: what they said, from whom and about what.</summary>
    public Task<int> EndMails(IReadOnlyList<long> mails, RetentionDeed deed) =>
        _database.Write(async session =>
        {
            List<long> ended = [];
            foreach (var id in mails)
            {
                if (await session.Execute(RetentionSql.EndMail, RetentionSql.Nothing, ("id", id)) == 1)
                {
                    await session.Execute(RetentionSql.ForgetMail, ("id", id));
                    ended.Add(id);
                }
            }
            return await Record(session, deed with { Count = ended.Count, About = string.Join(' ', ended) });
        });

    /// <summary>Ends drafts, but those that somebody has gone on with meanwhile.</summary>
    public Task<int> EndDrafts(IReadOnlyList<DraftKey> drafts, Instant before, RetentionDeed deed) =>
        _database.Write(async session =>
        {
            var count = 0;
            foreach (var draft in drafts)
            {
                count += await session.Execute(
                    RetentionSql.EndDraft,
                    ("about", draft.About),
                    ("author", draft.Author),
                    ("before", Micros.Of(before))
                );
            }
            return await Record(session, deed with { Count = count });
        });

    /// <summary>Writes down what was ended otherwise.</summary>
    public Task<int> Note(RetentionDeed deed) => _database.Write(session => Record(session, deed));

    /// <summary>What was ended of a desk's, the latest first.</summary>
    /// <param name="shelves">Whether what is about complaints is among it; at least one.</param>
    public Task<IReadOnlyList<RetentionDeed>> Deeds(string desk, IReadOnlyList<ShelfFor> shelves, int take) =>
        _database.Read(async session =>
            (IReadOnlyList<RetentionDeed>)
                await session.List(
                    RetentionSql.Deeds,
                    RetentionSql.ReadDeed,
                    ("desk", Shelf.Of(desk, shelves[0])),
                    ("complaints", Shelf.Of(desk, shelves[^1])),
                    ("take", take)
                )
        );

    private static async ValueTask<int> Record(SqlSession session, RetentionDeed deed)
    {
        if (deed.Count > 0)
        {
            await RetentionSql.Record(session, deed);
        }
        return deed.Count;
    }
}

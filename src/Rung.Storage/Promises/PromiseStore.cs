using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Promises;
using Rung.Storage.Inbound;
using Rung.Storage.Queue;

namespace Rung.Storage.Promises;

/// <summary>
/// The promise book of each desk: what is still to be done by a time. Like a queue it is written with the case and read
/// without folding one; the core decides again whenever anything is done.
/// </summary>
public sealed class PromiseStore
{
    private readonly RungDatabase _database;

    internal PromiseStore(RungDatabase database) => _database = database;

    /// <summary>One page, earliest due first; mails that wait to be logged are among it.</summary>
    /// <exception cref="ArgumentException">A page of no or too many lines.</exception>
    public Task<PromisePage> Page(PromiseQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Take is >= 1 and <= 500, true, nameof(query));
        var more = query with { Take = query.Take + 1 };
        return _database.Read(async session =>
        {
            List<BookLine> mails = query.AsksMails ? await Lines(session, PromiseSql.OfMails(more), ReadMail) : [];
            List<BookLine> cases = query.AsksCases ? await Lines(session, PromiseSql.OfCases(more), ReadCase) : [];
            List<BookLine> complaints = query.AsksCases ? await Complaints(session, query, query.Take + 1) : [];
            // A stable sort: at one due mails stay before cases, and what is owed on a case in its order.
            return Page(
                [
                    .. mails
                        .Concat(cases)
                        .Concat(complaints)
                        .OrderBy(line => line.Due)
                        .ThenBy(line => line.Case?.CaseId ?? 0),
                ],
                query.Take
            );
        });
    }

    /// <summary>Who owes how much of it, most first, ties by name; mails count under their desk.</summary>
    public Task<IReadOnlyList<OwnerCount>> Owners(PromiseQuery query) =>
        _database.Read<IReadOnlyList<OwnerCount>>(async session =>
        {
            List<OwnerCount> counts = query.AsksCases ? await Counts(session, PromiseSql.Owners(query)) : [];
            counts.AddRange(
                query.AsksCases
                    ? (await Complaints(session, query, int.MaxValue)).Select(line => Count(line, query.Now))
                    : []
            );
            counts.AddRange(query.AsksMails ? await Counts(session, PromiseSql.MailsOwed(query)) : []);
            return
            [
                .. counts
                    .GroupBy(one => one.Owner, StringComparer.Ordinal)
                    .Select(of => new OwnerCount(of.Key, of.Sum(one => one.Overdue), of.Sum(one => one.Open)))
                    .Where(one => one.Overdue + one.Open > 0)
                    .OrderByDescending(one => one.Overdue + one.Open)
                    .ThenBy(one => one.Owner, StringComparer.Ordinal),
            ];
        });

    /// <summary>How much of the desk's cases is overdue; mails are counted where they are kept.</summary>
    /// <param name="viewer">Whose complaints count as well; null: none do.</param>
    public Task<int> Overdue(string desk, Instant now, Actor? viewer = null) =>
        _database.Read(async session =>
        {
            var query = new PromiseQuery(desk, now)
            {
                Mails = "",
                Standing = PromiseStanding.Overdue,
                Viewer = viewer,
            };
            var cases = await session.Number(PromiseSql.Overdue, ("desk", desk), ("now", Micros.Of(now))) ?? 0;
            return (int)cases + (await Complaints(session, query, int.MaxValue)).Count;
        });

    /// <summary>How many next steps of escalations are owed on the desk's cases, due or overdue.</summary>
    public Task<int> NextSteps(string desk, Instant now) =>
        _database.Read(async session =>
            (int)(
                await session.Number(
                    PromiseSql.NextSteps,
                    ("desk", desk),
                    ("kind", $"{PromiseKind.NextStep}"),
                    ("now", Micros.Of(now))
                ) ?? 0
            )
        );

    // They are few; who may see which is not asked of the database, but of the one who decides it.
    private static async ValueTask<List<BookLine>> Complaints(SqlSession session, PromiseQuery query, int most)
    {
        var seen = new List<BookLine>();
        for (var page = query.OfComplaints; query.Viewer is { } viewer; )
        {
            var lines = await Lines(session, PromiseSql.OfCases(page), ReadCase);
            seen.AddRange(lines.Where(line => line.Case!.Restriction.Allows(viewer)));
            if (lines.Count < page.Take || seen.Count >= most)
            {
                break;
            }
            page = page with { After = lines[^1].Place };
        }
        return seen;
    }

    private static PromisePage Page(List<BookLine> lines, int take) =>
        lines.Count > take ? new PromisePage(lines[..take], lines[take - 1].Place) : new PromisePage(lines, Next: null);

    private static ValueTask<List<OwnerCount>> Counts(SqlSession session, (string Sql, SqlValue[] Values) statement) =>
        session.List(statement.Sql, ReadOwner, statement.Values);

    private static ValueTask<List<BookLine>> Lines(
        SqlSession session,
        (string Sql, SqlValue[] Values) statement,
        Func<SqlRow, BookLine> read
    ) => session.List(statement.Sql, read, statement.Values);

    private static BookLine ReadCase(SqlRow row) =>
        new(Micros.ToInstant(row.Number(0)))
        {
            Entry = PromiseRecord.Read(row.Text(1)),
            Case = QueueRecord.Read(row, 2),
        };

    private static BookLine ReadMail(SqlRow row)
    {
        var mail = InboundSql.Read(row);
        return new BookLine(mail.LogBy!.Value) { Mail = mail };
    }

    private static OwnerCount Count(BookLine line, Instant now) =>
        line.Due < now ? new(line.Entry!.Owner.Name, 1, 0) : new(line.Entry!.Owner.Name, 0, 1);

    private static OwnerCount ReadOwner(SqlRow row) => new(row.Text(0), (int)row.Number(1), (int)row.Number(2));
}

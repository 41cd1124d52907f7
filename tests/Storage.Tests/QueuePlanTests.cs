using System.Text.RegularExpressions;
using Rung.Storage.Queue;
using Rung.Storage.Sqlite;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>
/// How SQLite goes about each page of a queue: along an index, in the order asked for, from the page's place on. With a
/// million closed cases anything else takes seconds.
/// </summary>
public sealed class QueuePlanTests : IDisposable
{
    private const string Walk = "SEARCH q USING INDEX ";
    private const string Gathering = "^SEARCH queue USING (COVERING )?INDEX ";
    private const string Sorting = "USE TEMP B-TREE FOR ORDER BY";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rung-plans-");

    public static MatrixTheoryData<QueueSelection, QueueSort> Pages =>
        new(Enum.GetValues<QueueSelection>(), Enum.GetValues<QueueSort>());

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_is_read_along_an_index_and_nothing_but_few_rows_is_sorted(
        QueueSelection view,
        QueueSort sort
    )
    {
        await using var session = Session();
        var first = First(view, sort);
        foreach (var query in (QueueQuery[])[first, Later(first)])
        {
            var plan = await Plan(session, query);
            Assert.Equal(Walks(query), plan.Count(step => step.StartsWith(Walk, StringComparison.Ordinal)));
            Assert.Equal(Gathers(query), plan.Any(step => Regex.IsMatch(step, Gathering)));
            // The overdue, the escalated, somebody's own, or a page of the live and one of the closed.
            Assert.Equal(Gathers(query) || view == QueueSelection.All, plan.Contains(Sorting));
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN queue", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_later_page_begins_in_the_index_where_the_one_before_ended(QueueSelection view, QueueSort sort)
    {
        await using var session = Session();
        var walks = (await Plan(session, Later(First(view, sort)))).Where(step =>
            step.StartsWith(Walk, StringComparison.Ordinal)
        );
        // Cases without a priority lie together at the front of the order; they alone are passed over.
        Assert.All(walks, walk => Assert.Matches(view == QueueSelection.PriorityMissing ? "[<>]|rank=" : "[<>]", walk));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static QueueQuery First(QueueSelection view, QueueSort sort) =>
        new(Sample.Desk, Sample.Issued)
        {
            View = view,
            Sort = sort,
            Owner = view == QueueSelection.Mine ? "Alex" : null,
        };

    private static QueueQuery Later(QueueQuery first) =>
        first with
        {
            After = QueueCursor.Of(Sample.Row(1, Sample.Issued), first.Sort),
        };

    private static int Walks(QueueQuery query) =>
        query.View == QueueSelection.All ? 2
        : Gathers(query) ? 0
        : 1;

    private static bool Gathers(QueueQuery query) =>
        query.View is QueueSelection.Overdue or QueueSelection.Escalated or QueueSelection.Incidents
        || (query.View == QueueSelection.Mine && query.Sort != QueueSort.Queue);

    private SqliteSession Session()
    {
        var connections = new SqliteConnections(Path.Combine(_folder.FullName, "rung.db"));
        SqliteSchema.Prepare(connections, SqliteSchema.Of);
        return new SqliteSession(connections.Reader());
    }

    private static ValueTask<List<string>> Plan(SqliteSession session, QueueQuery query)
    {
        var (sql, values) = QueueSql.Select(query);
        return session.List($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values);
    }
}

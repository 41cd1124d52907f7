using System.Text;
using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Storage.Cases;
using Rung.Storage.Queue;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>
/// Pages of a queue, put together, are the rows sorted: by an oracle that sorts in memory, on both databases (ESS-27).
/// </summary>
public sealed class QueueTests
{
    private static readonly Instant Now = Sample.Issued;

    // Few different values, so that ties are common and reach the last column.
    private static readonly Gen<Instant> Moment = Gen.Int[-3, 3].Select(n => Now + Duration.FromTicks(n * 10));
    private static readonly Gen<string> CustomerId = Gen.OneOf("a", "B", "b", "é", "e\u0301", "\uFFFD", "🔧", "");
    private static readonly Gen<string?> Owner = Gen.OneOf<string?>(null, "Alex", "alex", "Zoë");

    private static readonly Gen<QueueRow> Row = Gen.Select(
        Gen.Select(Moment, Moment, CustomerId, Owner),
        Gen.Select(Gen.Int[0, 3], Gen.OneOf<int?>(null, null, 1), Gen.Enum<Condition>(), Gen.Enum<QueueClockState>()),
        (who, how) =>
            Sample.Row(1, who.Item1) with
            {
                CustomerId = who.Item3,
                Owner = who.Item4,
                Priority = how.Item1 == 0 ? null : $"P{how.Item1}",
                PriorityRank = how.Item1,
                UrgencyRank = how.Item2,
                RfoMissing = how.Item2 is null,
                EscalationLevel = who.Item2 > Now ? how.Item1 + 1 : null,
                Children = who.Item1 < Now ? how.Item1 : 0,
                EscalatedWith = how.Item2 is null ? CaseReference.FromNumber("R", 7) : null,
                Condition = how.Item3,
                Clock = new QueueClock
                {
                    State = how.Item4,
                    DueAt = how.Item4 == QueueClockState.None ? null : who.Item2,
                },
            }
    );

    [Theory, OnBoth]
    public async Task Every_order_and_view_pages_through_exactly_its_rows_in_order(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var round = 0;
        await Row.Array[40, 60]
            .SampleAsync(
                async rows =>
                {
                    var desk = $"desk-{round++}";
                    var kept = await Keep(store.Database, desk, rows);
                    foreach (var sort in Enum.GetValues<QueueSort>())
                    {
                        foreach (var view in Enum.GetValues<QueueSelection>())
                        {
                            var query = new QueueQuery(desk, Now)
                            {
                                Sort = sort,
                                View = view,
                                Owner = Of(view),
                                Take = 7,
                            };
                            var expected = Sorted(kept.Where(row => Has(view, row)), sort).Select(row => row.CaseId);
                            Assert.Equal(expected, await AllPages(store.Database, query));
                        }
                    }
                },
                iter: 3,
                threads: 1
            );
    }

    [Theory, OnBoth]
    public async Task Counts_are_those_of_the_views_and_filters_narrow_them(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var kept = await Keep(store.Database, "desk", Row.Array[80].Single(_ => true, "6MtaMTWrwfv3"));
        var counts = await store.Database.Queue.Count("desk", "Alex", Now);
        int Count(QueueSelection view) => kept.Count(row => Has(view, row));
        Assert.Equal(Count(QueueSelection.Live), counts.Live);
        Assert.Equal(Count(QueueSelection.Mine), counts.Mine);
        Assert.Equal(Count(QueueSelection.Unassigned), counts.Unassigned);
        Assert.Equal(Count(QueueSelection.OnHold), counts.OnHold);
        Assert.Equal(Count(QueueSelection.ToConfirm), counts.ToConfirm);
        Assert.Equal(Count(QueueSelection.Overdue), counts.Overdue);
        Assert.Equal(Count(QueueSelection.PriorityMissing), counts.PriorityMissing);
        Assert.Equal(Count(QueueSelection.Escalated), counts.Escalated);
        Assert.Equal(kept.Count(row => IsLive(row) && row.EscalationLevel is not null), counts.Leading);

        var query = new QueueQuery("desk", Now)
        {
            View = QueueSelection.All,
            Owner = "Zoë",
            CustomerId = "é",
            Priority = "P2",
            Take = 500,
        };
        var narrowed = kept.Where(row => row is { Owner: "Zoë", CustomerId: "é", Priority: "P2" });
        Assert.Equal(
            Sorted(narrowed, QueueSort.Queue).Select(row => row.CaseId),
            await AllPages(store.Database, query)
        );
    }

    [Theory, OnBoth]
    public async Task A_page_goes_on_where_the_last_one_ended_whatever_came_and_went_meanwhile(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var rows = Enumerable.Range(0, 6).Select(n => Sample.Row(1, Now + Duration.FromMinutes(n))).ToArray();
        var kept = await Keep(store.Database, "desk", rows);
        var query = new QueueQuery("desk", Now) { Sort = QueueSort.OldestFirst, Take = 2 };
        var first = await store.Database.Queue.Page(query);
        Assert.Equal(kept[..2].Select(row => row.CaseId), first.Rows.Select(row => row.CaseId));

        var closed = kept[1] with { Condition = Condition.Closed };
        var change = new CaseChange(closed.CaseId, 1, [], closed, []);
        Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(new(change)));
        await Keep(store.Database, "desk", [Sample.Row(1, Now - Duration.FromMinutes(1))]);
        Assert.True(QueueCursor.TryParse(first.Next!.ToString(), out var after));
        var second = await store.Database.Queue.Page(query with { After = after });
        Assert.Equal(kept[2..4].Select(row => row.CaseId), second.Rows.Select(row => row.CaseId));
    }

    private static async Task<List<QueueRow>> Keep(RungDatabase database, string desk, QueueRow[] rows)
    {
        var kept = new List<QueueRow>();
        foreach (var row in rows)
        {
            var id = await database.Cases.NextId();
            var own = row with { CaseId = id, Desk = desk, Reference = Sample.ReferenceOf(id), Version = 1 };
            var logged = Sample.Logged(id, own.LoggedAt);
            await database.Cases.Save(new(new CaseChange(id, ExpectedVersion: 0, [logged], own, [])));
            kept.Add(own);
        }
        return kept;
    }

    private static async Task<List<long>> AllPages(RungDatabase database, QueueQuery query)
    {
        var ids = new List<long>();
        QueueCursor? after = null;
        do
        {
            var page = await database.Queue.Page(query with { After = after });
            Assert.InRange(page.Rows.Count, 0, query.Take);
            ids.AddRange(page.Rows.Select(row => row.CaseId));
            after = page.Next;
        } while (after is not null);
        return ids;
    }

    private static string? Of(QueueSelection view) => view == QueueSelection.Mine ? "Alex" : null;

    // The words of QueueSelection, once more and by other means.
    private static bool Has(QueueSelection view, QueueRow row) =>
        view switch
        {
            QueueSelection.Live => IsLive(row),
            QueueSelection.Mine => IsLive(row) && row.Owner == "Alex",
            QueueSelection.Unassigned => IsLive(row) && row.Owner is null,
            QueueSelection.OnHold => row.Condition == Condition.OnHold,
            QueueSelection.ToConfirm => row is { Condition: Condition.ResolvedToConfirm, RfoMissing: false },
            QueueSelection.Overdue => IsLive(row) && Runs(row) && DueOf(row) < Now,
            QueueSelection.PriorityMissing => IsLive(row) && (row.UrgencyRank ?? row.PriorityRank) == 0,
            QueueSelection.Closed => !IsLive(row),
            QueueSelection.Incidents => IsLive(row) && row.Children > 0,
            QueueSelection.Escalated => IsLive(row)
                && (row.EscalationLevel ?? (row.EscalatedWith is null ? null : 1)) is not null,
            _ => true,
        };

    private static IEnumerable<QueueRow> Sorted(IEnumerable<QueueRow> rows, QueueSort sort) =>
        sort switch
        {
            QueueSort.Queue => rows.OrderBy(row => row.UrgencyRank ?? row.PriorityRank)
                .ThenBy(row => !Runs(row))
                .ThenBy(DueOf)
                .ThenBy(row => row.LoggedAt)
                .ThenBy(row => row.CaseId),
            QueueSort.Due => rows.OrderBy(row => !Runs(row))
                .ThenBy(DueOf)
                .ThenBy(row => row.LoggedAt)
                .ThenBy(row => row.CaseId),
            QueueSort.NewestFirst => rows.OrderByDescending(row => row.LoggedAt).ThenByDescending(row => row.CaseId),
            QueueSort.OldestFirst => rows.OrderBy(row => row.LoggedAt).ThenBy(row => row.CaseId),
            _ => rows.OrderBy(
                    row => Convert.ToHexString(Encoding.UTF8.GetBytes(row.CustomerId)),
                    StringComparer.Ordinal
                )
                .ThenBy(row => row.LoggedAt)
                .ThenBy(row => row.CaseId),
        };

    private static bool IsLive(QueueRow row) => row.Condition != Condition.Closed;

    private static bool Runs(QueueRow row) =>
        row.Clock.State != QueueClockState.Paused
        && row.Condition is not (Condition.Resolved or Condition.ResolvedToConfirm or Condition.Closed);

    private static Instant DueOf(QueueRow row) =>
        row.Clock.State is QueueClockState.Running or QueueClockState.Missed
            ? row.Clock.DueAt!.Value
            : Instant.MaxValue;
}

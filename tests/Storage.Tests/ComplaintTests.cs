using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Complaints;
using Rung.Storage.Inbound;
using Rung.Storage.Promises;
using Rung.Storage.Queue;
using Rung.Storage.Search;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Rows of complaints stand on a shelf of their own, on both databases. ESS-89, ESS-90, ESS-93.</summary>
public sealed class ComplaintTests
{
    private static readonly Instant At = Sample.Issued;

    [Theory, OnBoth]
    public async Task ESS_93_Nothing_that_is_asked_of_a_desk_finds_a_complaint(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (id, other) = (await store.Database.Cases.NextId(), await store.Database.Cases.NextId());
        var change = Sample.New(id, At);
        await store.Database.Cases.Save(
            new CaseWrite(
                change with
                {
                    Row = change.Row with { SeenBy = ["complaint-handler"], NotFor = "ENGINEER 9" },
                    Terms = SearchText.Words("overheard"),
                }
            )
        );
        await store.Database.Cases.Save(new CaseWrite(Sample.New(other, At)));

        var rows = await Page(store.Database, Sample.Desk);
        Assert.Equal([other], rows.Select(row => row.CaseId));
        Assert.Equal(1, (await store.Database.Queue.Count(Sample.Desk, null, At)).Live);
        Assert.Empty(await store.Database.Search.Find(new SearchQuery("overheard") { Desk = Sample.Desk }));
        Assert.Empty(await store.Database.Search.Find(new SearchQuery("overheard")));
        Assert.Empty(await store.Database.Search.Find(new SearchQuery(Sample.ReferenceOf(id).Text)));

        var shelved = Assert.Single(await Page(store.Database, Shelf.Of(Sample.Desk, ShelfFor.Complaints)));
        Assert.Equal((id, "ENGINEER 9", Sample.Desk), (shelved.CaseId, shelved.NotFor, shelved.Desk));
        Assert.Equal(["complaint-handler"], shelved.SeenBy!);
        // The case itself is its desk's, and so it is in the report of the month.
        Assert.Equal(Sample.Desk, (await store.Database.Cases.Load(id))!.Desk);
        Assert.Equal([id, other], (await store.Database.Cases.PageOf(Sample.Desk, 0, 9)).Select(one => one.Id).Order());
    }

    [Theory, OnBoth]
    public async Task ESS_89_A_paper_is_kept_with_its_case_in_one_transaction(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
        var write = new CaseWrite(Sample.New(id, At)) { Papers = [new KeptPaper(id, "aa", bytes)] };
        await store.Database.Cases.Save(write);
        // Somebody was quicker: nothing is kept.
        Assert.IsType<WriteResult.VersionConflict>(
            await store.Database.Cases.Save(write with { Papers = [new KeptPaper(id, "bb", bytes)] })
        );
        await store.Reopen();

        Assert.Equal(bytes, await store.Database.Complaints.Paper(id, "aa"));
        Assert.Null(await store.Database.Complaints.Paper(id, "bb"));
        Assert.Null(await store.Database.Complaints.Paper(id + 1, "aa"));
    }

    [Theory, OnBoth]
    public async Task ESS_90_Notes_come_back_newest_first_and_are_their_desks(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var first = new Redirection(Sample.Desk, "c", "Head", "Slow", "Was asked to log it", At, "Kim", "agent");
        var second = first with { Text = "Slower", At = At + Duration.FromHours(1) };
        await store.Database.Complaints.Note(first);
        await store.Database.Complaints.Note(second);
        await store.Database.Complaints.Note(first with { Desk = "another" });

        Assert.Equal([second, first], await store.Database.Complaints.Notes(Sample.Desk, 9));
    }

    [Theory, OnBoth]
    public async Task ESS_93_A_mail_goes_to_the_shelf_of_its_complaint(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        var change = Sample.New(id, At);
        await store.Database.Cases.Save(new CaseWrite(change with { Row = change.Row with { SeenBy = [] } }));
        var kept = await store.Database.Inbound.Keep(new NewInbound(Sample.Desk, "desk@example.org", null, [1, 2], At));
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.OnCase)
        {
            CaseId = id,
            Shelf = Shelf.Of(Sample.Desk, ShelfFor.Complaints),
        };
        Assert.True(await store.Database.Inbound.Settle(outcome));

        Assert.Empty(await store.Database.Inbound.Latest(Sample.Desk, InboundState.OnCase, 9));
        Assert.Equal([kept.Id], (await store.Database.Inbound.OfCase(id)).Select(mail => mail.Id));
        Assert.Equal(Sample.Desk, Shelf.DeskOf((await store.Database.Inbound.Find(kept.Id))!.Desk));
    }

    private static async Task<IReadOnlyList<QueueRow>> Page(RungDatabase database, string shelf) =>
        (
            await database.Queue.Page(
                new QueueQuery(shelf, At) { View = QueueSelection.All, Sort = QueueSort.NewestFirst }
            )
        ).Rows;
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Storage.Cases;
using Rung.Storage.Complaints;
using Rung.Storage.Drafts;
using Rung.Storage.Inbound;
using Rung.Storage.Retention;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What has run out is found and ended, on both databases. ASVS 14.2.7</summary>
public sealed class RetentionTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Day = Duration.FromDays(1);

    [Theory, OnBoth]
    public async Task Cases_that_were_closed_before_are_found_once_page_by_page(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (first, second) = (await Closed(store, At, At + Day), await Closed(store, At + Day, At + Day * 2));
        // Closed at that instant, closed later, and still open.
        await Closed(store, At, At + Day * 3);
        await Closed(store, At, At + Day * 30);
        await store.Database.Cases.Save(new CaseWrite(Sample.New(await store.Database.Cases.NextId(), At)));
        var query = Cases(RetentionCategory.Cases, At + Day * 3) with { Take = 1 };

        var one = Assert.Single(await store.Database.Retention.Closed(query));
        var two = Assert.Single(await store.Database.Retention.Closed(query with { After = one }));

        Assert.Equal((first, At + Day), (one.Id, one.ClosedAt));
        Assert.Equal((second, Sample.ReferenceOf(second)), (two.Id, two.Logged.Reference));
        Assert.Empty(await store.Database.Retention.Closed(query with { After = two }));
        Assert.Empty(await store.Database.Retention.Closed(query with { Of = ShelfFor.Complaints }));
        Assert.Empty(await store.Database.Retention.Closed(query with { Desk = "smc" }));
    }

    [Theory, OnBoth]
    public async Task What_was_ended_of_a_case_is_not_found_again_and_is_on_record(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await Closed(store, At, At + Day);
        var deed = Deed(RetentionCategory.Cases, 1, Sample.ReferenceOf(id).Text);

        await store.Database.Retention.Done(id, deed);
        await store.Database.Retention.Done(id, deed with { Count = 0 });

        Assert.Empty(await store.Database.Retention.Closed(Cases(RetentionCategory.Cases, At + Day * 2)));
        Assert.Single(await store.Database.Retention.Closed(Cases(RetentionCategory.Complaints, At + Day * 2)));
        Assert.Equal(deed, Assert.Single(await store.Database.Retention.Deeds(Sample.Desk, [ShelfFor.Work], 9)));
        Assert.Empty(await store.Database.Retention.Deeds("smc", [ShelfFor.Work], 9));
        Assert.Empty(await store.Database.Retention.Deeds(Sample.Desk, [ShelfFor.Complaints], 9));
    }

    [Theory, OnBoth]
    public async Task The_mails_and_files_of_a_case_end_and_the_same_mail_is_still_known(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var database = store.Database;
        var id = await Closed(store, At, At + Day);
        var mail = await Mail(store, "hello", InboundState.OnCase, id);
        var paper = new KeptPaper(id, "hash", [1, 2, 3]);
        await database.Cases.Save(new CaseWrite([]) { Papers = [paper] });
        foreach (var category in (RetentionCategory[])[RetentionCategory.Mails, RetentionCategory.Attachments])
        {
            var found = Assert.Single(await database.Retention.Closed(Cases(category, At + Day * 2)));
            Assert.Equal(1, await database.Retention.EndOfCase(found.Id, Deed(category, 1, "R")));
            Assert.Empty(await database.Retention.Closed(Cases(category, At + Day * 2)));
            Assert.Equal(0, await database.Retention.EndOfCase(id, Deed(category, 1, "R")));
        }

        Assert.Empty((await database.Inbound.Content(mail))!);
        Assert.Null(await database.Complaints.Paper(id, "hash"));
        Assert.Equal("Hello", (await database.Inbound.Find(mail))!.Subject);
        Assert.False((await database.Inbound.Keep(New("hello"))).IsNew);
        var deeds = await database.Retention.Deeds(Sample.Desk, [ShelfFor.Work], 9);
        Assert.Equal([RetentionCategory.Attachments, RetentionCategory.Mails], deeds.Select(one => one.Category));
    }

    [Theory, OnBoth]
    public async Task A_mail_of_which_nothing_came_ends_with_its_sender_and_subject(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var retention = store.Database.Retention;
        var alone = await Mail(store, "alone", InboundState.LeftAlone, null);
        var next = await Mail(store, "next", InboundState.LeftAlone, null);
        await Mail(store, "waits", InboundState.Unlogged, null);
        await Mail(store, "set aside", InboundState.SetAside, null);

        Assert.Empty(await retention.LeftAlone(Sample.Desk, At, 0, 9));
        var found = await retention.LeftAlone(Sample.Desk, At + Day, 0, 9);
        Assert.Equal([(alone, "a@example.org"), (next, "a@example.org")], found);
        Assert.Equal([(next, "a@example.org")], await retention.LeftAlone(Sample.Desk, At + Day, alone, 9));

        Assert.Equal(1, await retention.EndMails([alone], Deed(RetentionCategory.LeftAloneMails, 0, "")));
        Assert.Equal(0, await retention.EndMails([alone], Deed(RetentionCategory.LeftAloneMails, 0, "")));

        var ended = (await store.Database.Inbound.Find(alone))!;
        Assert.Equal((null, null, null, null), (ended.Author, ended.Subject, ended.EnvelopeSender, ended.Reason));
        Assert.Equal((InboundState.LeftAlone, At), (ended.State, ended.ReceivedAt));
        Assert.Empty((await store.Database.Inbound.Content(alone))!);
        Assert.False((await store.Database.Inbound.Keep(New("alone"))).IsNew);
        Assert.Equal((next, "a@example.org"), Assert.Single(await retention.LeftAlone(Sample.Desk, At + Day, 0, 9)));
        var deed = Assert.Single(await retention.Deeds(Sample.Desk, [ShelfFor.Work], 9));
        Assert.Equal((1, $"{alone}"), (deed.Count, deed.About));
    }

    [Theory, OnBoth]
    public async Task A_draft_ends_unless_somebody_goes_on_with_it(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (drafts, retention) = (store.Database.Drafts, store.Database.Retention);
        var (old, gone) = (new DraftKey("R-1/note", "Sam"), new DraftKey("R-2/note", "Sam"));
        await drafts.Save(new Draft(old, "one", At));
        await drafts.Save(new Draft(gone, "two", At));
        await drafts.Save(new Draft(new DraftKey("R-3/note", "Sam"), "three", At + Day));
        var found = await retention.Drafts(At + Day, 9);
        Assert.Equal([old, gone], found);
        await drafts.Save(new Draft(old, "more", At + Day));

        Assert.Equal(1, await retention.EndDrafts(found, At + Day, Deed(RetentionCategory.Drafts, 0, "")));

        Assert.NotNull(await drafts.Find(old));
        Assert.Null(await drafts.Find(gone));
        Assert.Equal(1, Assert.Single(await retention.Deeds(Sample.Desk, [ShelfFor.Work], 9)).Count);
    }

    private static ClosedCases Cases(RetentionCategory category, Instant before) =>
        new(Sample.Desk, ShelfFor.Work, category, before) { Take = 9 };

    private static RetentionDeed Deed(RetentionCategory category, int count, string about) =>
        new(Sample.Desk, category, At, "6 years", "2.1", count, about);

    private static async Task<long> Closed(Store store, Instant logged, Instant closed)
    {
        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(new CaseWrite(Sample.New(id, logged)));
        var end = new Closed(ClosedBecause.Confirmed, null)
        {
            At = closed,
            RecordedAt = closed,
            By = Sample.Agent,
        };
        var row = Sample.Row(id, logged) with { Condition = Condition.Closed };
        Assert.IsType<WriteResult.Committed>(
            await store.Database.Cases.Save(new CaseWrite(new CaseChange(id, 3, [end], row, [])))
        );
        return id;
    }

    private static async Task<long> Mail(Store store, string text, InboundState state, long? caseId)
    {
        var kept = await store.Database.Inbound.Keep(New(text));
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, state)
        {
            CaseId = caseId,
            MessageId = $"<{text.Replace(' ', '-')}@example.org>",
            Author = "a@example.org",
            Subject = "Hello",
            Reason = "Somebody said so.",
        };
        Assert.True(await store.Database.Inbound.Settle(outcome));
        return kept.Id;
    }

    private static NewInbound New(string text) =>
        new(Sample.Desk, "desk@example.org", "a@example.org", System.Text.Encoding.UTF8.GetBytes(text), At);
}

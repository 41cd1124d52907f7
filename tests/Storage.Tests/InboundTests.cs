using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>A message is kept once, handled by one at a time, and something becomes of it once. R1, R5, R9</summary>
public sealed class InboundTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory, OnBoth]
    public async Task The_same_bytes_at_the_same_address_are_one_message(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var first = await inbound.Keep(Mail("hello"));
        var again = await inbound.Keep(Mail("hello") with { ReceivedAt = At + Minute });
        var elsewhere = await inbound.Keep(Mail("hello") with { Mailbox = "filtering@example.org" });
        var other = await inbound.Keep(Mail("hello!"));
        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(3, new[] { first.Id, elsewhere.Id, other.Id }.Distinct().Count());
        Assert.Equal(At, (await inbound.Find(first.Id))!.ReceivedAt);
    }

    [Theory, OnBoth]
    public async Task Handed_over_by_many_at_once_it_is_kept_once(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var kept = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.Database.Inbound.Keep(Mail("hello"))))
        );
        Assert.Single(kept, one => one.IsNew);
        Assert.Single(kept.Select(one => one.Id).Distinct());
    }

    [Theory, OnBoth]
    public async Task Every_byte_comes_back_as_it_came(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        byte[] noise = [.. Enumerable.Range(0, 70_000).Select(number => (byte)(number * 31 % 256))];
        var kept = await store.Database.Inbound.Keep(Mail("") with { Content = noise });
        byte[] large = [.. Enumerable.Range(0, 900_000).Select(number => (byte)(number * 37 % 251))];
        var whole = await store.Database.Inbound.Keep(Mail("") with { Content = large });
        var empty = await store.Database.Inbound.Keep(Mail(""));
        await store.Reopen();
        Assert.Equal(noise, await store.Database.Inbound.Content(kept.Id));
        Assert.Equal(large, await store.Database.Inbound.Content(whole.Id));
        Assert.Empty((await store.Database.Inbound.Content(empty.Id))!);
        Assert.Null(await store.Database.Inbound.Content(999));
    }

    [Theory, OnBoth]
    public async Task The_oldest_is_taken_up_first_by_one_at_a_time_until_the_lease_ends(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var younger = await inbound.Keep(Mail("younger") with { ReceivedAt = At + Minute });
        var older = await inbound.Keep(Mail("older"));
        Assert.Equal(older.Id, Assert.Single(await inbound.Claim(Claim("a", At))).Id);
        Assert.Equal(younger.Id, Assert.Single(await inbound.Claim(Claim("b", At))).Id);
        Assert.Empty(await inbound.Claim(Claim("c", At)));
        // A lease of one minute ends at its last instant; each taking up is counted.
        var again = Assert.Single(await inbound.Claim(Claim("c", At + Minute)));
        Assert.Equal((older.Id, 2), (again.Id, again.Tries));
    }

    // In their order, up to the most that was asked for, and up to the first that has to be alone: what was tried before,
    // which may be what ended the process (R5), and what is larger than half a megabyte (S41).
    [Theory, OnBoth]
    public async Task Many_are_taken_up_together_and_what_may_do_harm_alone(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        async Task<long> Keep(int minute, string content) =>
            (await inbound.Keep(Mail(content) with { ReceivedAt = At + Minute * minute })).Id;
        var tried = await Keep(0, "tried");
        Assert.Equal([tried], await TakenUp(inbound, Claim("a", At - Minute) with { Most = 1 }));
        long[] ids =
        [
            await Keep(1, "1"),
            await Keep(2, "2"),
            await Keep(3, new string('x', 500_001)),
            await Keep(4, "4"),
        ];

        Assert.Equal([tried], await TakenUp(inbound, Claim("b", At) with { Most = 4 }));
        Assert.Equal([ids[0]], await TakenUp(inbound, Claim("b", At) with { Most = 1 }));
        Assert.Equal([ids[1]], await TakenUp(inbound, Claim("b", At) with { Most = 4 }));
        Assert.Equal([ids[2]], await TakenUp(inbound, Claim("b", At) with { Most = 4 }));
        ids = [ids[3], await Keep(5, "5"), await Keep(6, "6")];
        Assert.Equal(
            [ids[2], ids[1]],
            await TakenUp(inbound, Claim("b", At) with { Most = 2, Order = InboundOrder.NewestFirst })
        );
        Assert.Equal([ids[0]], await TakenUp(inbound, Claim("b", At) with { Most = 4 }));
        Assert.Empty(await TakenUp(inbound, Claim("b", At) with { Most = 4 }));
    }

    private static async Task<IEnumerable<long>> TakenUp(InboundStore inbound, InboundClaim claim) =>
        (await inbound.Claim(claim)).Select(one => one.Id);

    [Theory, OnBoth]
    public async Task What_became_of_it_is_written_once(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var kept = await inbound.Keep(Mail("hello"));
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.Unlogged)
        {
            Subject = "Hello",
            EffectiveAt = At,
            LogBy = At + Minute,
        };
        Assert.True(await inbound.Settle(outcome));
        Assert.False(await inbound.Settle(outcome with { Subject = "Other" }));
        Assert.Empty(await inbound.Claim(Claim("a", At + Minute)));
        var waiting = Assert.Single(await inbound.Of("schools-desk", InboundState.Unlogged, 10));
        Assert.Equal(("Hello", At, At + Minute), (waiting.Subject, waiting.EffectiveAt!.Value, waiting.LogBy!.Value));
    }

    // Two log-bys alike, one none: no mail is shown twice or not at all, whatever the size of a page.
    [Theory, OnBoth]
    public async Task A_page_begins_after_the_last_mail_of_the_one_before(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        int?[] minutes = [3, 1, null, 1, 2];
        var ids = new List<long>();
        foreach (var (index, logBy) in minutes.Index())
        {
            var kept = await inbound.Keep(Mail($"{index}"));
            ids.Add(kept.Id);
            await inbound.Settle(
                new InboundOutcome(kept.Id, InboundState.Received, InboundState.Unlogged)
                {
                    LogBy = logBy is { } after ? At + (Minute * after) : null,
                }
            );
        }
        long[] nearest = [ids[1], ids[3], ids[4], ids[0], ids[2]];
        long[] latest = [.. ids.AsEnumerable().Reverse()];
        for (var size = 1; size <= 5; size++)
        {
            Assert.Equal(nearest, await Pages(last => inbound.Of("schools-desk", InboundState.Unlogged, size, last)));
            Assert.Equal(
                latest,
                await Pages(last => inbound.Latest("schools-desk", InboundState.Unlogged, size, last))
            );
        }
    }

    private static async Task<List<long>> Pages(Func<long, Task<IReadOnlyList<InboundMail>>> page)
    {
        var seen = new List<long>();
        while (await page(seen.LastOrDefault()) is { Count: > 0 } mails)
        {
            seen.AddRange(mails.Select(mail => mail.Id));
        }
        return seen;
    }

    [Theory, OnBoth]
    public async Task A_case_and_its_mail_are_written_together_or_not_at_all(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var kept = await inbound.Keep(Mail("hello"));
        var id = await store.Database.Cases.NextId();
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.OnCase)
        {
            CaseId = id,
            MessageId = "m@example.org",
        };
        Assert.IsType<WriteResult.Committed>(
            await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)) { Mail = outcome })
        );
        Assert.Equal(id, await inbound.CaseOf("m@example.org"));
        Assert.Equal(kept.Id, Assert.Single(await inbound.OfCase(id)).Id);
        Assert.Equal(1, await inbound.Count(id, At));
        Assert.Equal(0, await inbound.Count(id, At + Minute));

        var other = await store.Database.Cases.NextId();
        var again = new CaseWrite(Sample.New(other, At)) { Mail = outcome with { CaseId = other } };
        Assert.IsType<WriteResult.MailSettled>(await store.Database.Cases.Save(again));
        Assert.Null(await store.Database.Cases.Load(other));
    }

    [Theory, OnBoth]
    public async Task What_was_set_aside_can_be_tried_again_and_nothing_else_can(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var kept = await inbound.Keep(Mail("hello"));
        Assert.False(await inbound.Retry(kept.Id, "Agent", At));
        await inbound.Claim(Claim("a", At));
        await inbound.Settle(
            new InboundOutcome(kept.Id, InboundState.Received, InboundState.SetAside) { Reason = "poison" }
        );
        Assert.Equal("poison", (await inbound.Find(kept.Id))!.Reason);
        Assert.True(await inbound.Retry(kept.Id, "Agent", At));
        Assert.Equal(1, Assert.Single(await inbound.Claim(Claim("a", At))).Tries);
    }

    [Theory, OnBoth]
    public async Task The_same_mail_of_the_same_author_at_the_same_desk_is_found(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var first = await inbound.Keep(Mail("hello"));
        var outcome = new InboundOutcome(first.Id, InboundState.Received, InboundState.Unlogged)
        {
            MessageId = "m@example.org",
            Author = "a@example.org",
        };
        await inbound.Settle(outcome);
        var copy = (await inbound.Find((await inbound.Keep(Mail("copy"))).Id))!;
        Assert.Equal(first.Id, Assert.Single(await inbound.Same(copy, "m@example.org", "a@example.org", take: 9)).Id);
        Assert.Empty(await inbound.Same(copy, "m@example.org", "a@example.org", take: 0));
        Assert.Empty(await inbound.Same(copy, "m@example.org", "b@example.org", take: 9));
        Assert.Empty(await inbound.Same(copy with { Desk = "smc" }, "m@example.org", "a@example.org", take: 9));
    }

    // S41: the writer keeps pages of 32 MB in memory, which a message of 40 MB would fill for good.
    [Fact]
    public async Task S41_The_database_gives_back_the_memory_of_a_large_message_once_it_is_on_disk()
    {
        await using var store = await Store.Open(DatabaseKind.Sqlite);
        var inbound = store.Database.Inbound;
        await inbound.Keep(Mail("small"));
        var before = SQLitePCL.raw.sqlite3_memory_used();
        SQLitePCL.raw.sqlite3_memory_highwater(1);

        var kept = await inbound.Keep(Mail("") with { Content = new byte[40_000_000] });
        await inbound.Content(kept.Id);

        // The pages of 32 MB alone: the message is not in memory once more.
        Assert.InRange(SQLitePCL.raw.sqlite3_memory_highwater(0), 0, before + 50_000_000);
        Assert.InRange(SQLitePCL.raw.sqlite3_memory_used(), 0, before + 16_000_000);
    }

    // R2, R9: two nodes have copies of one mail, and neither knows of the other's when it decides.
    [Theory, OnBoth]
    public async Task Of_copies_that_are_decided_at_once_the_first_counts_and_the_others_are_decided_again(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        for (var round = 0; round < 10; round++)
        {
            var message = $"{round}@example.org";
            long[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(copy => Kept($"{round} {copy}")))];
            var settled = await Task.WhenAll(ids.Select(id => Task.Run(() => inbound.Settle(First(id, message)))));
            Assert.Single(settled, isDone => isDone);
            var first = ids[Array.IndexOf(settled, value: true)];
            var mails = await Task.WhenAll(ids.Select(inbound.Find));
            Assert.All(mails, mail => Assert.Equal(mail!.Id == first, mail.State == InboundState.Unlogged));
            Assert.All(mails, mail => Assert.Equal(mail!.Id == first ? 1 : null, mail.CopyNumber));
            var next = mails.First(mail => mail!.Id != first)!;
            var number = await inbound.CopyNumber(next, message, "a@example.org");
            Assert.Equal(2, number);
            Assert.True(await inbound.Settle(First(next.Id, message) with { CopyNumber = number }));
        }

        async Task<long> Kept(string content) => (await inbound.Keep(Mail(content))).Id;
    }

    [Theory, OnBoth]
    public async Task A_case_is_not_written_for_a_mail_of_which_a_copy_was_handled_meanwhile(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var (first, copy) = (await inbound.Keep(Mail("hello")), await inbound.Keep(Mail("copy")));
        Assert.True(await inbound.Settle(First(first.Id, "m@example.org")));
        var id = await store.Database.Cases.NextId();
        var late = First(copy.Id, "m@example.org") with { To = InboundState.OnCase, CaseId = id };
        Assert.IsType<WriteResult.MailSettled>(
            await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)) { Mail = late })
        );
        Assert.Null(await store.Database.Cases.Load(id));
        // Another author's, or another mail of the same author, is none.
        Assert.True(await inbound.Settle(late with { Author = "b@example.org", CaseId = null }));
    }

    // a mail that asks to escalate and is an answer as well becomes two things, one after the other.
    [Theory, OnBoth]
    public async Task What_is_a_part_of_a_mail_keeps_its_place_before_its_copies_and_its_lease(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var (first, copy) = (await inbound.Keep(Mail("hello")), await inbound.Keep(Mail("copy")));
        Assert.Equal(2, (await inbound.Claim(Claim("a", At) with { Most = 2 })).Count);
        var whole = First(first.Id, "m@example.org");
        Assert.True(await inbound.Settle(whole with { To = InboundState.Received }));
        Assert.Empty(await inbound.Claim(Claim("b", At)));
        Assert.False(await inbound.Settle(First(copy.Id, "m@example.org")));
        Assert.True(await inbound.Settle(First(copy.Id, "m@example.org") with { CopyNumber = 2 }));
        Assert.Equal(1, await inbound.CopyNumber((await inbound.Find(first.Id))!, "m@example.org", "a@example.org"));
        Assert.True(await inbound.Settle(whole));
    }

    private static InboundOutcome First(long id, string messageId) =>
        new(id, InboundState.Received, InboundState.Unlogged)
        {
            MessageId = messageId,
            Author = "a@example.org",
            CopyNumber = 1,
        };

    private static NewInbound Mail(string content) =>
        new("schools-desk", "desk@example.org", EnvelopeSender: null, System.Text.Encoding.UTF8.GetBytes(content), At);

    private static InboundClaim Claim(string owner, Instant now) => new(owner, now, now + Minute);
}

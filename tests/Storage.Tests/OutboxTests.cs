using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>A message is sent by one at a time, in its order, and what became of it is kept. R16, R17, R19</summary>
public sealed class OutboxTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory, OnBoth]
    public async Task What_is_claimed_nobody_else_gets_until_the_lease_ends(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var outbox = store.Database.Outbox;
        await Queue(store, Message("a", "one@example.org"), Message("b", "two@example.org"));

        Assert.Equal(["a", "b"], Keys(await outbox.Claim(Claim("x", At))));
        Assert.Empty(await outbox.Claim(Claim("y", At)));
        // The lease of one minute ends at its last instant, unless it is renewed.
        await outbox.Renew("x", At + Minute + Minute);
        Assert.Empty(await outbox.Claim(Claim("y", At + Minute)));
        var again = await outbox.Claim(Claim("y", At + Minute + Minute));
        Assert.Equal(["a", "b"], Keys(again));
        Assert.All(again, one => Assert.Equal(2, one.Tries));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_claimed_while_the_installation_is_muted_and_what_waited_is_afterwards(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        await Queue(store, Message("a", "one@example.org"));
        Assert.Null(await store.Database.Settings.Muted());
        await store.Database.Settings.Mute("it is a copy");
        await store.Reopen();
        Assert.Equal("it is a copy", await store.Database.Settings.Muted());
        Assert.Empty(await store.Database.Outbox.Claim(Claim("x", At)));
        Assert.True(await store.Database.Settings.Unmute());
        Assert.False(await store.Database.Settings.Unmute());
        Assert.Equal(["a"], Keys(await store.Database.Outbox.Claim(Claim("x", At))));
    }

    [Theory, OnBoth]
    public async Task Claimed_by_many_at_once_each_goes_to_one(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Queue(
            store,
            [.. Enumerable.Range(0, 60).Select(number => Message($"{number}", $"{number}@example.org"))]
        );
        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(node => Task.Run(() => store.Database.Outbox.Claim(Claim($"{node}", At) with { Take = 7 })))
        );
        var keys = claims.SelectMany(Keys).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(claims, claimed => Assert.InRange(claimed.Count, 0, 7));
    }

    [Theory, OnBoth]
    public async Task Of_one_case_to_one_address_nothing_overtakes(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var outbox = store.Database.Outbox;
        var held = Message("held", "one@example.org") with { NotBefore = At + Minute };
        await Queue(store, held, Message("first", "one@example.org"), Message("second", "one@example.org"));

        var first = Assert.Single(await outbox.Claim(Claim("x", At)));
        Assert.Equal("first", first.Message.Key);
        await outbox.Settle(first.Id, "x", new DeliveryOutcome(MessageState.Queued, At + Minute, "450 Later"));
        // What waits to be tried again holds up what came after it; what may not leave yet holds up nothing.
        Assert.Empty(await outbox.Claim(Claim("x", At)));
        var next = Assert.Single(await outbox.Claim(Claim("x", At + Minute)));
        Assert.Equal("held", next.Message.Key);
        await outbox.Settle(next.Id, "x", new DeliveryOutcome(MessageState.Sent, At + Minute, "250 Ok"));
        Assert.Equal(["first"], Keys(await outbox.Claim(Claim("x", At + Minute))));
    }

    [Theory, OnBoth]
    public async Task What_became_of_it_is_kept_counted_and_can_be_tried_again(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var outbox = store.Database.Outbox;
        var id = await Queue(store, Message("a", "one@example.org") with { MessageId = "m1@example.org" });
        var claimed = Assert.Single(await outbox.Claim(Claim("x", At)));
        Assert.Equal((0, 1), await outbox.Count(Sample.Desk, At));

        var failed = new DeliveryOutcome(MessageState.Undeliverable, At + Minute, "550 No");
        Assert.True(await outbox.Settle(claimed.Id, "x", failed));
        Assert.False(await outbox.Settle(claimed.Id, "y", failed with { To = MessageState.Sent }));
        Assert.Equal((1, 0), await outbox.Count(Sample.Desk, At));
        Assert.Equal((0, 0), await outbox.Count("another", At));
        var kept = Assert.Single(await outbox.Failed(Sample.Desk, 10));
        Assert.Equal(("550 No", At + Minute, Sample.Desk), (kept.Answer, kept.SettledAt, kept.Desk));

        Assert.True(await outbox.See(kept.Id, "Alex"));
        Assert.False(await outbox.See(kept.Id, "Sam"));
        Assert.Empty(await outbox.Failed(Sample.Desk, 10));
        Assert.True(await outbox.Retry(kept.Id, "Sam", At + Minute));
        Assert.Single(await outbox.Claim(Claim("x", At + Minute)));
        await outbox.Settle(kept.Id, "x", new DeliveryOutcome(MessageState.Sent, At + Minute, "250 Ok"));
        Assert.False(await outbox.Retry(kept.Id, "Sam", At + Minute));

        Assert.Equal(id, await outbox.CaseOf("m1@example.org"));
        Assert.True(await outbox.Bounce("m1@example.org", At + Minute, "It came back"));
        Assert.False(await outbox.Bounce("m1@example.org", At + Minute, "Twice"));
        Assert.False(await outbox.Bounce("other@example.org", At, "Unknown"));
        Assert.Equal(MessageState.Bounced, (await outbox.OfCase(id))[0].State);
    }

    [Theory, OnBoth]
    public async Task A_receipt_is_kept_with_what_became_of_the_mail_and_leads_to_the_case_it_came_to(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (inbound, outbox) = (store.Database.Inbound, store.Database.Outbox);
        var kept = await inbound.Keep(new NewInbound(Sample.Desk, "desk@example.org", null, "hello"u8.ToArray(), At));
        var receipt = Message("receipt", "one@example.org") with
        {
            CaseId = null,
            Answers = kept.Id,
            MessageId = "r1@example.org",
            Cause = Cause.TheirMail,
        };
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.Unlogged)
        {
            MessageId = "their1@example.org",
        };
        Assert.True(await inbound.Settle(outcome, receipt));
        Assert.False(await inbound.Settle(outcome, receipt with { Key = "another" }));

        var queued = Assert.Single(await outbox.Claim(Claim("x", At)));
        Assert.Equal((Sample.Desk, Cause.TheirMail), (queued.Desk, queued.Message.Cause));
        Assert.Equal(["their1@example.org"], (await outbox.Thread(queued)).Select(mail => mail.MessageId));
        Assert.Equal((1, 1), await outbox.Receipts("example.org", At - Minute));
        Assert.Null(await outbox.CaseOf("r1@example.org"));

        // The mail is logged: an answer to the receipt is on its case from then on.
        var id = await store.Database.Cases.NextId();
        var logged = new CaseWrite(Sample.New(id, At))
        {
            Mail = new InboundOutcome(kept.Id, InboundState.Unlogged, InboundState.OnCase) { CaseId = id },
        };
        Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(logged));
        Assert.Equal(id, await outbox.CaseOf("r1@example.org"));
    }

    [Theory, OnBoth]
    public async Task What_a_process_that_is_gone_had_claimed_is_free_when_the_next_begins(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Queue(store, Message("a", "one@example.org"));
        Assert.Single(await store.Database.Outbox.Claim(Claim("gone", At)));
        await store.Database.Outbox.TakeOver();
        Assert.Single(await store.Database.Outbox.Claim(Claim("next", At)));
    }

    // R19: c answers a mail of theirs by itself and stays by itself, so that a and b are one mail and d and e another; f, an
    // hour younger, is not late, and g is for somebody else.
    [Theory, OnBoth]
    public async Task What_is_late_for_one_reader_on_a_case_goes_in_one_mail_with_the_latest_that_never_left(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var outbox = store.Database.Outbox;
        var hour = Minute * 60;
        OutboxMessage[] messages =
        [
            Message("a", "one@example.org"),
            Message("b", "one@example.org") with
            {
                MessageId = "b@example.org",
            },
            Message("c", "one@example.org") with
            {
                Cause = Cause.TheirMail,
            },
            Message("d", "one@example.org"),
            Message("e", "one@example.org"),
            Message("f", "one@example.org") with
            {
                NotBefore = At + hour,
            },
            Message("g", "two@example.org"),
        ];
        var id = await Queue(store, messages);
        var now = At + hour;

        var first = await outbox.Claim(Claim("x", now));
        Assert.Equal(["a", "g"], Keys(first));
        Assert.True(await outbox.Gather(first[0], At));
        Assert.False(await outbox.Gather(first[1], At));
        var both = Assert.Single(await outbox.Claim(Claim("x", now)));
        Assert.Equal("b", both.Message.Key);
        Assert.False(await outbox.Gather(both, At));
        Assert.Equal(["a"], Keys(await outbox.GoingWith(both)));

        // What becomes of the mail becomes of both, also when it comes back.
        await outbox.Settle(both.Id, "x", new DeliveryOutcome(MessageState.Sent, now, "250 OK"));
        Assert.Equal(
            [MessageState.Sent, MessageState.Sent],
            (await outbox.OfCase(id)).Take(2).Select(one => one.State)
        );
        Assert.True(await outbox.Bounce("b@example.org", now, "No such user"));
        Assert.All((await outbox.OfCase(id)).Take(2), one => Assert.Equal(MessageState.Bounced, one.State));
        // Sent again it goes by itself.
        Assert.True(await outbox.Retry(first[0].Id, "Agent", now));
        Assert.Null((await outbox.Find(first[0].Id))!.GoesWith);
        Assert.Equal("a", Assert.Single(await outbox.Claim(Claim("x", now))).Message.Key);
        await outbox.Settle(first[0].Id, "x", new DeliveryOutcome(MessageState.Sent, now, "250 OK"));

        var reply = Assert.Single(await outbox.Claim(Claim("x", now)));
        Assert.Equal("c", reply.Message.Key);
        await outbox.Settle(reply.Id, "x", new DeliveryOutcome(MessageState.Sent, now, "250 OK"));
        var next = Assert.Single(await outbox.Claim(Claim("x", now)));
        Assert.True(await outbox.Gather(next, At));
        Assert.Equal("e", Assert.Single(await outbox.Claim(Claim("x", now))).Message.Key);
    }

    private static OutboxClaim Claim(string owner, Instant now) => new(owner, now, now, now + Minute);

    private static IEnumerable<string> Keys(IEnumerable<QueuedMessage> messages) =>
        messages.Select(one => one.Message.Key);

    private static async Task<long> Queue(Store store, params OutboxMessage[] messages)
    {
        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(
            new CaseWrite(Sample.New(id, At)) { Messages = [.. messages.Select(one => one with { CaseId = id })] }
        );
        return id;
    }

    private static OutboxMessage Message(string key, string to) =>
        new()
        {
            Key = key,
            Kind = "updated",
            To = to,
            Subject = "Subject",
            Text = "Text",
            NotBefore = At,
            QueuedAt = At,
        };
}

using System.Text;
using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>A case that closes by itself is not written past mail that came before and is not handled yet. A-10, ESS-53</summary>
public sealed class UnheardMailTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory, OnBoth]
    public async Task Mail_received_by_the_closing_declines_it_until_something_became_of_that_mail(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var kept = await store.Database.Inbound.Keep(Mail("before", At));
        await store.Database.Inbound.Keep(Mail("after", At + Minute));
        var id = await store.Database.Cases.NextId();
        var write = new CaseWrite(Sample.New(id, At)) { ClosesAt = At };

        Assert.IsType<WriteResult.MailUnheard>(await store.Database.Cases.Save(write));
        Assert.Null(await store.Database.Cases.Load(id));
        await store.Database.Inbound.Settle(new(kept.Id, InboundState.Received, InboundState.LeftAlone));

        Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(write));
    }

    // Else each of two would wait for the other.
    [Theory, OnBoth]
    public async Task A_mail_waits_for_those_before_it_and_neither_for_itself_nor_for_those_behind(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var first = await store.Database.Inbound.Keep(Mail("first", At));
        var second = await store.Database.Inbound.Keep(Mail("second", At));

        Assert.IsType<WriteResult.MailUnheard>(await Handled(store, second.Id));
        Assert.IsType<WriteResult.Committed>(await Handled(store, first.Id));
        Assert.IsType<WriteResult.Committed>(await Handled(store, second.Id));
    }

    [Theory, OnBoth]
    public async Task What_is_given_back_comes_again_later_as_if_nobody_had_taken_it_up(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var inbound = store.Database.Inbound;
        var kept = await inbound.Keep(Mail("waits", At));
        Assert.Single(await inbound.Claim(new InboundClaim("a", At, At + Minute)));

        await inbound.GiveBack(kept.Id, At + Duration.FromSeconds(1));

        Assert.Empty(await inbound.Claim(new InboundClaim("b", At, At + Minute)));
        var again = await inbound.Claim(new InboundClaim("b", At + Duration.FromSeconds(1), At + Minute));
        Assert.Equal(1, Assert.Single(again).Tries);
    }

    private static async Task<WriteResult> Handled(Store store, long mail)
    {
        var id = await store.Database.Cases.NextId();
        var outcome = new InboundOutcome(mail, InboundState.Received, InboundState.OnCase) { CaseId = id };
        return await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)) { ClosesAt = At, Mail = outcome });
    }

    private static NewInbound Mail(string content, Instant at) =>
        new("schools-desk", "desk@example.org", EnvelopeSender: null, Encoding.UTF8.GetBytes(content), at);
}

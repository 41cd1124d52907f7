using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>One message that cannot be had is set aside with its reason, and the others go on. R5, R10</summary>
public sealed class PoisonousMailboxTests
{
    private const string Monday = "2026-12-14T10:00:00Z";

    // R5
    [Theory]
    [InlineData(Handing.Refused, "the file is damaged")]
    [InlineData(Handing.Broken, "Each time it was fetched the line to the mail server broke.")]
    [InlineData(Handing.Huge, "It is larger than 50 MB (70 MB).")]
    internal async Task What_cannot_be_had_is_set_aside_with_its_header_and_the_others_go_on(Handing how, string why)
    {
        await using var stub = new ImapStub(
            (FetchedMail.Message("One"), Handing.Whole),
            (FetchedMail.Message("Poison"), how),
            (FetchedMail.Message("Three"), Handing.Whole)
        );
        await using var desk = await RunningDesk.Open(Monday, imap: stub.Address);

        await desk.Database().Exactly(["One", "Three"]);
        IReadOnlyList<InboundMail> aside = [];
        await RunningDesk.Until(
            async () =>
                (aside = await desk.Database().Inbound.Of("schools-desk", InboundState.SetAside, 10)).Count == 1,
            "the poison is set aside"
        );
        Assert.Contains(why, aside[0].Reason, StringComparison.Ordinal);
        Assert.Contains("as number 2.", aside[0].Reason, StringComparison.Ordinal);
        var page = await desk.Client.GetStringAsync("/schools-desk/intake?view=set-aside", Stop);
        Assert.Contains("still in the mailbox", page, StringComparison.Ordinal);

        // Tried again, it waits to be logged as far as it is known.
        var again = await new MailServer(desk).TriedAgain(aside[0].Id);
        Assert.Equal(("Poison", InboundState.Unlogged), (again.Subject, again.State));
    }

    // R5: 20 of 500, each 25th: eight are refused, ten too large, one breaks the line each time, and one was in hand when
    // the process ended, twice.
    [Fact]
    public async Task Twenty_among_five_hundred_are_set_aside_and_all_others_wait_to_be_logged()
    {
        await using var stub = new ImapStub();
        await using var desk = await RunningDesk.Open(Monday, imap: stub.Address);
        await desk.Stop();
        var numbers = Enumerable.Range(0, 500).ToList();
        stub.Messages.AddRange(numbers.Select(number => (FetchedMail.Message($"Mail {number}"), Of(number))));
        await desk.Start(database => Poison.EndsTheProcess(database, FetchedMail.Message("Mail 475"), desk.Now));

        await desk.Database().Unlogged(480, TimeSpan.FromMinutes(5));
        await desk.Database().Exactly([.. numbers.Where(one => one % 25 > 0).Select(one => $"Mail {one}")]);
        IReadOnlyList<InboundMail> aside = [];
        await RunningDesk.Until(
            async () =>
                (aside = await desk.Database().Inbound.Of("schools-desk", InboundState.SetAside, 99)).Count == 20,
            "twenty are set aside"
        );
        Assert.All(aside, mail => Assert.NotNull(mail.Reason));
        Assert.Contains("Rung stopped twice while it was handling this message.", aside.Select(mail => mail.Reason));
    }

    private static Handing Of(int number) =>
        number % 25 > 0 || number == 475 ? Handing.Whole
        : number == 450 ? Handing.Broken
        : number < 200 ? Handing.Refused
        : Handing.Huge;

    // R10
    [Theory]
    [InlineData(Handing.Silent)]
    [InlineData(Handing.Dripping)]
    [InlineData(Handing.Leaving)]
    [InlineData(Handing.Boasting)]
    internal async Task A_server_that_hangs_holds_up_no_other_mailbox_and_no_stop(Handing how)
    {
        await using var silent = new ImapStub((FetchedMail.Message("Never"), how));
        await using var talking = new ImapStub((FetchedMail.Message("Here"), Handing.Whole));
        var other = talking.Address.Replace("desk%40", "filtering%40", StringComparison.Ordinal);
        await using var desk = await RunningDesk.Open(Monday, imap: [silent.Address, other]);

        await desk.Database().Exactly(["Here"]);
        await desk.Stop().WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

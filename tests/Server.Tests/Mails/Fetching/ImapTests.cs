using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>From a real mail server's mailbox into the intake, each mail once. R1, R3, R9 to R11</summary>
public sealed class ImapTests
{
    private const string Monday = "2026-12-14T10:00:00Z";

    [Fact]
    public async Task What_is_in_the_mailbox_and_what_comes_later_is_taken_once_and_marked_as_read()
    {
        await using var dovecot = await DovecotServer.Start();
        await dovecot.Add(FetchedMail.Subjects("Before", 0, 3).Select(one => FetchedMail.Message(one)));
        await using var desk = await RunningDesk.Open(Monday, imap: dovecot.Address());
        await desk.Database().Unlogged(3);

        await dovecot.Add(FetchedMail.Subjects("After", 0, 2).Select(one => FetchedMail.Message(one)));
        var mails = await desk.Database()
            .Exactly([.. FetchedMail.Subjects("Before", 0, 3), .. FetchedMail.Subjects("After", 0, 2)]);

        Assert.All(mails, mail => Assert.Equal(DovecotServer.User, mail.Mailbox));
        // The clock of the mail begins when the mail server had it, which was before the desk's Monday.
        Assert.All(mails, mail => Assert.True(mail.ReceivedAt <= desk.Now, $"{mail.ReceivedAt}"));
        await RunningDesk.Until(async () => await dovecot.Count() == (5, 5), "all are marked as read");
        var page = await desk.Client.GetStringAsync("/schools-desk/mailboxes", Stop);
        Assert.Contains("Read, and waiting for more.", page, StringComparison.Ordinal);

        // Another start takes nothing again.
        await desk.Stop();
        await dovecot.Add([FetchedMail.Message("While it was away")]);
        await desk.Start();
        Assert.Equal(6, (await desk.Database().Unlogged(6)).Count);
    }

    [Fact]
    public async Task What_was_taken_is_moved_or_left_as_it_was_as_the_address_says()
    {
        await using var dovecot = await DovecotServer.Start();
        await dovecot.Add(FetchedMail.Subjects("Moved", 0, 3).Select(one => FetchedMail.Message(one)));
        await using (var desk = await RunningDesk.Open(Monday, imap: dovecot.Address("&move-to=Taken")))
        {
            await desk.Database().Exactly(FetchedMail.Subjects("Moved", 0, 3));
            await RunningDesk.Until(async () => await dovecot.Count("Taken") == (3, 3), "all are moved");
            Assert.Equal((0, 0), await dovecot.Count());
        }
        await dovecot.Add([FetchedMail.Message("Left")]);
        await using var other = await RunningDesk.Open(Monday, imap: dovecot.Address("&mark=off"));
        await other.Database().Exactly(["Left"]);
        Assert.Equal((1, 0), await dovecot.Count());
    }

    // R10, R11: it is said after five minutes, on every page and to what watches the process.
    [Fact]
    public async Task A_mail_server_that_restarts_is_found_again()
    {
        await using var dovecot = await DovecotServer.Start();
        await using var desk = await RunningDesk.Open(Monday, imap: dovecot.Address());
        await dovecot.Add([FetchedMail.Message("First")]);
        await desk.Database().Unlogged(1);

        await dovecot.Stop();
        await RunningDesk.Until(
            async () =>
                (await desk.Client.GetStringAsync("/schools-desk/intake", Stop)).Contains(
                    "No mail comes from the mailbox",
                    StringComparison.Ordinal
                ),
            "the intake says that no mail comes"
        );
        // Five minutes later every page says so, and so does what watches the process.
        desk.Advance(NodaTime.Duration.FromMinutes(6));
        Assert.Contains("Mail not fetched", await desk.Client.GetStringAsync("/schools-desk/queue", Stop));
        Assert.Contains("no mail is fetched", await desk.Client.GetStringAsync("/healthz/ready", Stop));

        await dovecot.Begin();
        await dovecot.Add([FetchedMail.Message("Second")]);
        await desk.Database().Exactly(["First", "Second"]);
        await RunningDesk.Until(
            async () => await desk.Client.GetStringAsync("/healthz/ready", Stop) == "ready",
            "it is ready again"
        );
    }

    // R3: 500 mails, numbered anew where they are, or taken away with the mailbox and put back from a copy; and 20 more.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mailbox_that_is_made_anew_is_read_again_loses_nothing_and_doubles_nothing(bool isPutBack)
    {
        await using var dovecot = await DovecotServer.Start();
        var old = FetchedMail.Subjects("Old", 0, 500);
        await dovecot.Add(old.Select(one => FetchedMail.Message(one)));
        await using var desk = await RunningDesk.Open(Monday, imap: dovecot.Address("&mark=off"));
        await desk.Database().Exactly(old);
        var before = (await desk.Database().Mailboxes.List())[0];

        await dovecot.Stop();
        if (isPutBack)
        {
            dovecot.Remove();
        }
        dovecot.Renumber();
        var fresh = FetchedMail.Subjects("New", 0, 20);
        string[] added = isPutBack ? [.. fresh.Take(10), .. old.Reverse(), .. fresh.Skip(10)] : fresh;
        dovecot.PutBack(added.Select(one => FetchedMail.Message(one)));
        await dovecot.Begin();
        await desk.Database().Exactly([.. old, .. fresh]);

        Assert.Equal((520, 0), await dovecot.Count());
        var after = (await desk.Database().Mailboxes.List())[0];
        Assert.NotEqual(before.Validity, after.Validity);
        Assert.NotNull(after.RenumberedAt);
    }

    // R11: one of them has a wrong password.
    [Fact]
    public async Task Several_mailboxes_each_have_their_desk_and_one_that_fails_holds_up_no_other()
    {
        await using var dovecot = await DovecotServer.Start();
        await using var desk = await RunningDesk.Open(
            Monday,
            imap:
            [
                dovecot.Address(),
                dovecot.Address(user: "smc@telecom.example.org"),
                dovecot.Address(user: "filtering@schools.example.org", password: "not-the-password"),
            ]
        );
        await dovecot.Add([FetchedMail.Message("For the schools")]);
        await dovecot.Add([FetchedMail.Message("For the SMC")], user: "smc@telecom.example.org");

        await desk.Database().Exactly(["For the schools"]);
        await RunningDesk.Until(
            async () =>
                (await desk.Database().Inbound.Of("smc", InboundState.Unlogged, 10)) is [{ Subject: "For the SMC" }],
            "the SMC has its mail"
        );
        var page = "";
        await RunningDesk.Until(
            async () =>
                (page = await desk.Client.GetStringAsync("/schools-desk/mailboxes", Stop)).Contains(
                    "it does not let us sign in",
                    StringComparison.Ordinal
                ),
            "the page says which mailbox lets nobody in"
        );
        Assert.DoesNotContain("not-the-password", page, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

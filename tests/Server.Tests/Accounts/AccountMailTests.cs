using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Invitations and password links by mail, where there is a mail server. S14, S15, S55, S57.</summary>
public sealed partial class AccountMailTests
{
    private const string Alex = "Alex Agent";
    private const string Forgotten = "/sign-in/forgotten";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    // Three days from 10:00 (09:00 UTC) on Monday 4 May.
    [Fact]
    public async Task S15_An_invitation_goes_to_whom_it_is_for_and_the_administrator_never_sees_its_link()
    {
        await using var desk = await GuardedDesk.OpenWriting();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        using var done = await administrator.Send("/accounts", "/accounts", Form());
        var page = await administrator.Page(done.Headers.Location!.OriginalString);
        Assert.Contains($"A link for {Alex} is on its way to {GuardedDesk.Mail(Alex)}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", page, StringComparison.Ordinal);

        var (queued, text) = await Newest(desk);
        Assert.Equal(GuardedDesk.Mail(Alex), queued.Message.To);
        Assert.Contains("Thursday 7 May", text, StringComparison.Ordinal);
        var outgoing = await Outgoing(desk, queued);
        Assert.Contains("the address that lets them in", outgoing, StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", outgoing, StringComparison.Ordinal);
        using var invited = desk.Visit();
        var link = LinkIn(text);
        using var chosen = await invited.Send(link, link, ("password", GuardedDesk.Password));
        Assert.Equal(303, (int)chosen.StatusCode);
        Assert.DoesNotContain(link, await desk.Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_may_hand_a_link_over_instead_and_it_takes_the_place_of_the_one_that_was_sent()
    {
        await using var desk = await GuardedDesk.OpenWriting();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var account = await desk.Add(Alex, Agent);
        var page = $"/accounts/{account.Id}";
        using var sent = await administrator.Send(page, $"{page}/link");
        Assert.Equal(303, (int)sent.StatusCode);
        var first = LinkIn((await Newest(desk)).Text);
        using var shown = await administrator.Send(page, $"{page}/link", ("by-hand", "yes"));
        var second = new Uri(Shown().Match(await Visitor.Text(shown)).Groups[1].Value).AbsolutePath;

        using var owner = desk.Visit();
        using var replaced = await owner.Get(first);
        Assert.Equal(HttpStatusCode.NotFound, replaced.StatusCode);
        Assert.Contains(Alex, await owner.Page(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S55_Whoever_has_forgotten_their_password_gets_a_link_for_an_hour_and_every_address_is_told_the_same()
    {
        await using var desk = await GuardedDesk.OpenWriting();
        await desk.Add(Alex, Agent);
        using var unknown = desk.Visit();
        using var asked = await unknown.Send(Forgotten, Forgotten, ("email", "nobody@desk.example.org"));
        using var known = desk.Visit();
        using var asking = await known.Send(Forgotten, Forgotten, ("email", GuardedDesk.Mail(Alex)));
        Assert.Equal(303, (int)asked.StatusCode);
        Assert.Equal(Plain(await known.Page("/sign-in")), Plain(await unknown.Page("/sign-in")));
        await Until(desk, 1);
        var (first, text) = await Newest(desk);
        var link = LinkIn(text);

        // Asking again takes no link from anybody; a fourth is not sent.
        for (var again = 0; again < 3; again++)
        {
            using var more = await known.Send(Forgotten, Forgotten, ("email", GuardedDesk.Mail(Alex)));
        }
        await Until(desk, 3);
        desk.Advance(Duration.FromMinutes(59));
        using var chosen = await known.Send(link, link, ("password", "another one entirely"));
        Assert.Equal(303, (int)chosen.StatusCode);
        foreach (var other in (await Waiting(desk)).Where(one => one.Id != first.Id))
        {
            using var used = await unknown.Get(LinkIn(await Text(desk, other)));
            Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        }
    }

    [Fact]
    public async Task Whose_account_is_disabled_gets_no_link_and_without_a_mail_server_none_is_offered()
    {
        await using var desk = await GuardedDesk.OpenWriting();
        var gone = await desk.Add("Sam Gone", Agent);
        await desk.Add(Alex, Agent);
        await desk.Service<Rung.Server.Accounts.AccountDesk>().Disable(gone);
        using var visitor = desk.Visit();
        foreach (var name in (string[])["Sam Gone", Alex])
        {
            using var asked = await visitor.Send(Forgotten, Forgotten, ("email", GuardedDesk.Mail(name)));
        }
        await Until(desk, 1);
        Assert.Equal(GuardedDesk.Mail(Alex), (await Newest(desk)).Queued.Message.To);

        await using var silent = await GuardedDesk.Open();
        using var other = silent.Visit();
        Assert.DoesNotContain(Forgotten, await other.Page("/sign-in"), StringComparison.Ordinal);
        using var none = await other.Get(Forgotten);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static (string, string)[] Form() =>
        [("name", Alex), ("email", GuardedDesk.Mail(Alex)), ("right", "schools-desk agent")];

    private static async Task<string> Outgoing(GuardedDesk desk, QueuedMessage queued)
    {
        await desk.Add("Sam Agent", Agent);
        using var agent = await desk.SignIn("Sam Agent");
        return await agent.Page($"/schools-desk/outgoing/{queued.Id}");
    }

    private static async Task<(QueuedMessage Queued, string Text)> Newest(GuardedDesk desk)
    {
        var queued = (await Waiting(desk)).MaxBy(one => one.Id)!;
        return (queued, await Text(desk, queued));
    }

    private static async Task<string> Text(GuardedDesk desk, QueuedMessage queued) =>
        (await desk.Service<OutgoingMails>().Make(queued, desk.Now)).Mail!.Text;

    private static async Task<IReadOnlyList<QueuedMessage>> Waiting(GuardedDesk desk) =>
        [
            .. (await desk.Database.Outbox.Waiting(GuardedDesk.Schools, desk.Now, 100)).Where(one =>
                one.Message.Kind == "entry"
            ),
        ];

    private static Task Until(GuardedDesk desk, int mails) =>
        RunningDesk.Until(async () => (await Waiting(desk)).Count == mails, $"{mails} mails wait");

    // Without what tells two browsers apart.
    private static string Plain(string page) => page.Replace(Visitor.TokenIn(page), "", StringComparison.Ordinal);

    private static string LinkIn(string text) => new Uri(Link().Match(text).Value).AbsolutePath;

    [GeneratedRegex("http://[^\\s]+/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("value=\"(http://[^\"]+/invitation/[^\"]+)\"")]
    private static partial Regex Shown();
}

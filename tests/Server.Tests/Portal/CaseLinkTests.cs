using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Links;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;
using Xunit;
using IPNetwork = System.Net.IPNetwork;

namespace Rung.Server.Tests.Portal;

/// <summary>Links in mails that open a case without an account: for its reporter, for a while, and for that case alone.</summary>
public sealed partial class CaseLinkTests
{
    private const string Email = "office@millbrook.example.org";
    private static readonly PublicDoor Door = new(
        new Uri("https://desk.example.org"),
        [IPNetwork.Parse("127.0.0.1/32")]
    );

    [Fact]
    public async Task The_mail_to_the_reporter_has_a_link_that_opens_the_case_and_following_it_changes_nothing()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var found = await Log(desk, Email);
        var queued = await Written(desk, found);
        Assert.DoesNotContain("/link/", queued.Message.Text, StringComparison.Ordinal);
        var made = (await desk.Service<OutgoingMails>().Make(queued, desk.Now)).Mail!;
        var link = Link().Match(made.Text).Value;
        var looked = (await desk.Service<OutgoingMails>().Make(queued)).Mail!;
        Assert.DoesNotContain("/link/", looked.Text, StringComparison.Ordinal);

        using var office = desk.Visit();
        var page = await Open(office, link);
        Assert.Contains("Nobody can print", page, StringComparison.Ordinal);
        Assert.Contains("Your case", page, StringComparison.Ordinal);
        Assert.Equal(found.Version, (await Look(desk, found)).Version);

        // What is written goes by the form, as everywhere in the portal.
        var reply = $"/schools-desk/portal/cases/{found.State.Reference}/reply";
        using var sent = await office.Send(reply, reply, ("text", "It began on Monday."), ("token", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains(
            (await Look(desk, found)).Events,
            one => one is CustomerReplied { Text: "It began on Monday.", By.ContactId: null }
        );
    }

    [Fact]
    public async Task A_link_opens_its_case_alone_and_nothing_else_of_the_portal()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var (mine, other) = (await Log(desk, Email), await Log(desk, Email));
        using var office = desk.Visit();
        await Open(office, Made(desk, mine));
        foreach (var path in (string[])["", "/cases", "/report", "/calendar", "/complain"])
        {
            using var answer = await office.Get($"/schools-desk/portal{path}");
            Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        using var foreign = await office.Get($"/schools-desk/portal/cases/{other.State.Reference}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("Your link opens one case", await Visitor.Text(foreign), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_forgets_the_link_when_it_is_told_to()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var link = Made(desk, await Log(desk, Email));
        using var office = desk.Visit();
        Assert.Contains("Forget this link", await Open(office, link), StringComparison.Ordinal);
        using var opened = await office.Get(Path(link));
        var place = opened.Headers.Location!.OriginalString;

        using var forgotten = await office.Send(place, "/schools-desk/portal/sign-out");
        Assert.Contains(
            "This browser has forgotten the link",
            await office.Page(forgotten.Headers.Location!.OriginalString),
            StringComparison.Ordinal
        );
        using var after = await office.Get(place);
        Assert.Contains("/sign-in", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_link_the_portal_asks_to_sign_in_and_an_agent_is_nobody_of_a_customer_by_one()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var found = await Log(desk, Email);
        using var nobody = desk.Visit();
        using var asked = await nobody.Get($"/schools-desk/portal/cases/{found.State.Reference}");
        Assert.Contains("/sign-in", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var alex = await desk.SignIn("Alex Agent");
        var link = Made(desk, found);
        using var followed = await alex.Get(Path(link));
        using var answer = await alex.Get(followed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

        // S15: who reads the audit trail has no link by that.
        Assert.Contains("/schools-desk/link", await desk.Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], await desk.Bytes(), StringComparison.Ordinal);

        // Nor is whoever uses that browser after them.
        using var ended = await alex.Send("/account", "/sign-out");
        using var after = await alex.Get(followed.Headers.Location!.OriginalString);
        Assert.Contains("/sign-in", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>A mailbox may go to somebody else: who reads there then is not whoever reported the case.</summary>
    [Theory]
    [InlineData("Office@Millbrook.example.org", HttpStatusCode.SeeOther)]
    [InlineData("new-office@millbrook.example.org", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.NotFound)]
    public async Task A_link_opens_as_long_as_its_address_is_that_of_the_reporter_on_file(
        string? onFile,
        HttpStatusCode status
    )
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var found = await Log(desk, Email);
        var link = Made(desk, found);
        var office = new Contact("office", "Office manager", null, onFile, []);
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01") { Contacts = [office] }
        );

        using var visitor = desk.Visit();
        using var answer = await visitor.Get(Path(link));
        Assert.Equal(status, answer.StatusCode);
        var made = await desk.Service<OutgoingMails>().Make(await Written(desk, found), desk.Now);
        Assert.Equal(status == HttpStatusCode.SeeOther, made.Mail!.Text.Contains("/link/", StringComparison.Ordinal));
    }

    /// <summary>ESS-93: also in the browser that had opened it already.</summary>
    [Fact]
    public async Task A_link_opens_nothing_once_somebody_else_is_the_reporter()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        Contact[] people =
        [
            new("office", "Office manager", null, Email, []),
            new("network", "Network manager", null, "network@millbrook.example.org", []),
        ];
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01") { Contacts = people }
        );
        var found = await Log(desk, Email);
        var link = Made(desk, found);
        using var office = desk.Visit();
        await Open(office, link);

        var agent = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        var change = new ChangeReporter("network", "The wrong one was picked");
        await desk.Service<ServiceDesk>().Handle(found.State.Reference, change, agent);

        using var again = await office.Get(Path(link));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using var kept = await office.Get($"/schools-desk/portal/cases/{found.State.Reference}");
        Assert.Contains("/sign-in", kept.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_link_opens_the_case_that_goes_on_until_somebody_else_is_its_reporter()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var network = new Contact("network", "Network manager", null, "network@millbrook.example.org", []);
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01") { Contacts = [network] }
        );
        var found = await Log(desk, Email);
        var agent = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        var solved = new Resolve("A driver was missing.", Confirmation.NotRequired);
        await desk.Service<ServiceDesk>().Handle(found.State.Reference, solved, agent);
        desk.Advance(Duration.FromDays(7));
        await RunningDesk.Until(async () => (await Look(desk, found)).State.IsClosed, "it is closed");
        var next = await Log(desk, Email, found.State.Reference);
        using var office = desk.Visit();
        await Open(office, Made(desk, found));
        var place = $"/schools-desk/portal/cases/{next.State.Reference}";
        Assert.Contains("Nobody can print", await office.Page(place), StringComparison.Ordinal);

        var change = new ChangeReporter("network", "The office asks for it");
        Assert.IsType<DeskAnswer.Done>(await desk.Service<ServiceDesk>().Handle(next.State.Reference, change, agent));
        using var after = await office.Get(place);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        using var own = await office.Get($"/schools-desk/portal/cases/{found.State.Reference}");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    /// <summary>Ninety days are whole days: on the day itself it opens, on the next it does not.</summary>
    [Fact]
    public async Task What_has_run_out_or_is_no_link_says_what_to_do_and_what_is_closed_shows_how_it_ended()
    {
        await using var desk = await GuardedDesk.OpenBehind(Door);
        var found = await Log(desk, Email);
        var link = Made(desk, found);
        var service = desk.Service<ServiceDesk>();
        var agent = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        await service.Handle(
            found.State.Reference,
            new Resolve("A driver was missing.", Confirmation.NotRequired),
            agent
        );
        using var office = desk.Visit();
        Assert.Contains("A driver was missing.", await Open(office, link), StringComparison.Ordinal);

        desk.Advance(Duration.FromDays(90));
        using (var last = await office.Get(Path(link)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, last.StatusCode);
        }
        desk.Advance(Duration.FromDays(1));
        foreach (var (path, says) in Broken(Path(link)))
        {
            using var answer = await office.Get(path);
            var text = await Visitor.Text(answer);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.Contains("Answer the mail that you have", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Once a day, to the address that the link was made for and to no other; told alike of every link. S14, S55</summary>
    [Fact]
    public async Task For_a_link_that_has_run_out_another_goes_to_its_reader_by_mail_and_what_is_said_tells_nothing()
    {
        await using var desk = await GuardedDesk.OpenWriting(Door);
        var found = await Log(desk, Email);
        var link = Path(Made(desk, found));
        desk.Advance(Duration.FromDays(91));
        using var office = desk.Visit();
        using var runOut = await office.Get(link);
        var token = Visitor.TokenIn(await Visitor.Text(runOut));
        var said = new HashSet<string>();
        foreach (var path in (string[])[$"{link}x", link, link])
        {
            using var sent = await office.SendBare($"{path}/anew", ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
            said.Add(await office.Page(sent.Headers.Location!.OriginalString));
        }
        Assert.Single(said);
        await RunningDesk.Until(async () => (await Anew(desk)).Count > 0, "a mail waits");

        var mail = Assert.Single(await Anew(desk));
        Assert.Equal(Email, mail.Message.To);
        Assert.DoesNotContain("/link/", mail.Message.Text, StringComparison.Ordinal);
        var made = (await desk.Service<OutgoingMails>().Make(mail, desk.Now)).Mail!;
        Assert.Contains(
            "Nobody can print",
            await Open(office, Link().Match(made.Text).Value),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_has_left_gets_no_other_link()
    {
        await using var desk = await GuardedDesk.OpenWriting(Door);
        var found = await Log(desk, Email);
        var token = Made(desk, found).Split('/')[^1];
        desk.Advance(Duration.FromDays(91));
        var links = desk.Service<LinkDesk>();
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        var office = new Contact("office", "Office manager", null, Email, []) { LeftOn = new LocalDate(2026, 5, 5) };
        await desk.Database.Customers.Save(
            new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MIL01") { Contacts = [office] }
        );
        await links.SendAnew(guide, token, desk.Now);
        Assert.Empty(await Anew(desk));
    }

    private static async Task<IReadOnlyList<QueuedMessage>> Anew(GuardedDesk desk) =>
        [
            .. (await desk.Database.Outbox.OfRecipient(GuardedDesk.Schools, Email, 100)).Where(one =>
                one.Message.Key.StartsWith("case-link/", StringComparison.Ordinal)
            ),
        ];

    [Fact]
    public async Task Without_an_address_on_the_internet_mails_have_no_line_for_a_link()
    {
        await using var desk = await GuardedDesk.Open();
        var found = await Log(desk, Email);
        var queued = await Written(desk, found);
        Assert.DoesNotContain("without signing in", queued.Message.Text, StringComparison.Ordinal);
    }

    /// <summary>The signature is over the case, the reader and the day: none of them can be changed.</summary>
    [Fact]
    public void A_link_is_for_one_case_one_reader_and_one_day()
    {
        var links = new CaseLinks(new byte[32], Door.Address);
        var (one, two) = (CaseReference.FromNumber("R", 1), CaseReference.FromNumber("R", 2));
        var now = Instant.FromUtc(2026, 5, 4, 9, 0);
        var token = links.Of("desk", one, Email, now)!.Split('/')[^1];
        var later = $"{token.Split('.')[0]}.99999.{token.Split('.')[2]}";
        Assert.Equal(LinkStanding.Opens, links.Check(token, "desk", (one, Email.ToUpperInvariant()), now));
        Assert.Equal(LinkStanding.Nothing, links.Check(token, "desk", (two, Email), now));
        Assert.Equal(LinkStanding.Nothing, links.Check(token, "smc", (one, Email), now));
        Assert.Equal(LinkStanding.Nothing, links.Check(token, "desk", (one, "other@example.org"), now));
        Assert.Equal(LinkStanding.Nothing, links.Check(token, "desk", (one, null), now));
        Assert.Equal(LinkStanding.Nothing, links.Check(later, "desk", (one, Email), now));
        Assert.Equal(
            LinkStanding.Nothing,
            new CaseLinks([.. Enumerable.Repeat((byte)1, 32)], Door.Address).Check(token, "desk", (one, Email), now)
        );
        Assert.Null(new CaseLinks(new byte[32], null).Of("desk", one, Email, now));
    }

    private static IEnumerable<(string Path, string Says)> Broken(string path) =>
        [
            (path, "This link has run out"),
            (path[..^1], "This link opens nothing"),
            ($"{path}x", "This link opens nothing"),
            ("/schools-desk/link/x", "This link opens nothing"),
            ("/schools-desk/link/RAAAAAA.1.x", "This link opens nothing"),
        ];

    private static async Task<string> Open(Visitor office, string link)
    {
        using var answer = await office.Get(Path(link));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{link}: {await Visitor.Text(answer)}");
        return await office.Page(answer.Headers.Location!.OriginalString);
    }

    private static string Path(string link) => new Uri(link).AbsolutePath;

    private static string Made(GuardedDesk desk, CaseSnapshot found) =>
        desk.Service<CaseLinks>().Of(GuardedDesk.Schools, found.State.Reference, Email, desk.Now)!;

    private static async Task<QueuedMessage> Written(GuardedDesk desk, CaseSnapshot found) =>
        (await desk.Database.Outbox.OfCase(found.Id)).First(one => one.Message.To == Email);

    private static async Task<CaseSnapshot> Look(GuardedDesk desk, CaseSnapshot found) =>
        (await desk.Service<ServiceDesk>().Look(found.State.Reference, Actor.Desk))!;

    private static async Task<CaseSnapshot> Log(GuardedDesk desk, string email, CaseReference? continues = null)
    {
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        var log = new LogCase
        {
            Kind = CaseKind.Fault,
            Source = Channel.Email,
            Subject = "Nobody can print",
            Reporter = new Reporter("millbrook", "Millbrook Primary", "Office manager", null, null, email),
            Services = ["identity"],
            Continues = continues,
            Answers = new Dictionary<string, string> { ["affected"] = "some", ["effect"] = "cannot-use" },
        };
        var who = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        return Assert.IsType<DeskAnswer.Done>(await desk.Service<ServiceDesk>().Log(guide, log, who)).Case;
    }

    [GeneratedRegex("https://desk.example.org/schools-desk/link/[A-Za-z0-9._-]+")]
    private static partial Regex Link();
}

using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>Customers' people sign in by a link in a mail: to their address on file, once, for half an hour. S14, S17, S23, S55, S58.</summary>
public sealed partial class ContactSignInTests
{
    private const string Office = "office@millbrook.example.org";
    private const string Head = "head@millbrook.example.org";
    private const string SignIn = "/schools-desk/portal/sign-in";
    private const string Home = "/schools-desk/portal";

    private static readonly Contact OfficeManager = new("office", "Office manager", null, Office, []);
    private static readonly Contact HeadTeacher = new("head", "Head teacher", null, Head, ["site-administrator"]);

    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1")
    {
        Contacts = [OfficeManager, HeadTeacher],
    };

    [Fact]
    public async Task S14_The_link_of_the_mail_lets_somebody_in_once_and_by_its_button_alone()
    {
        await using var desk = await Open();
        using var office = desk.Visit();
        var link = await Ask(desk, office, Office.ToUpperInvariant());

        using var robot = desk.Visit();
        foreach (var method in Enumerable.Repeat(new[] { HttpMethod.Get, HttpMethod.Head }, 10).SelectMany(one => one))
        {
            using var request = new HttpRequestMessage(method, link);
            using var answer = await robot.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(
                answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(IsOfContact)
            );
        }
        Assert.Contains("Office manager, Millbrook Primary", await office.Page(link), StringComparison.Ordinal);

        using var entered = await office.Send(link, link);
        Assert.Equal(Home, entered.Headers.Location!.OriginalString);
        Assert.Contains("Report a problem", await office.Page(Home), StringComparison.Ordinal);

        using var again = desk.Visit();
        using var used = await again.Get(link);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Contains("This link leads nowhere any more", await Visitor.Text(used), StringComparison.Ordinal);
    }

    // Half an hour from 10:00 (09:00 UTC) is 10:30 in London in May.
    [Fact]
    public async Task The_mail_is_the_guides_names_until_when_the_link_works_and_the_link_is_in_no_file_of_the_desk()
    {
        await using var desk = await Open();
        using var office = desk.Visit();
        var link = await Ask(desk, office, Office);
        var queued = await Newest(desk);
        var made = (await desk.Service<OutgoingMails>().Make(queued, desk.Now)).Mail!;

        Assert.Equal(Office, queued.Message.To);
        Assert.Contains("10:30", made.Text, StringComparison.Ordinal);
        Assert.Contains(link, made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/enter/", queued.Message.Text, StringComparison.Ordinal);
        var looked = (await desk.Service<OutgoingMails>().Make(queued)).Mail!;
        Assert.DoesNotContain("/enter/", looked.Text, StringComparison.Ordinal);
        using var entered = await office.Send(link, link);
        var secret = link.Split('/')[^1];
        var cookie = office.Cookies.GetCookies(desk.Address)["rung-contact"]!.Value;
        var kept = await desk.Bytes();
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(cookie, kept, StringComparison.Ordinal);
        Assert.Contains(Office, kept, StringComparison.Ordinal);

        desk.Advance(Duration.FromMinutes(30));
        Assert.Null((await desk.Service<OutgoingMails>().Make(queued, desk.Now)).Mail);
    }

    [Fact]
    public async Task A_link_is_void_after_half_an_hour_and_opens_no_other_desk()
    {
        await using var desk = await Open();
        using var office = desk.Visit();
        var link = await Ask(desk, office, Office);
        using var elsewhere = await office.Get(link.Replace("/schools-desk/", "/smc/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);

        desk.Advance(Duration.FromMinutes(30) - Duration.FromSeconds(1));
        var page = await office.Page(link);
        desk.Advance(Duration.FromSeconds(1));
        using var late = await office.SendBare(link, ("__RequestVerificationToken", Visitor.TokenIn(page)));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task S55_Whoever_asks_is_told_the_same_of_every_address_and_nobody_unknown_gets_a_mail()
    {
        await using var desk = await Open();
        using var unknown = desk.Visit();
        using var asked = await unknown.Send(SignIn, SignIn, ("email", "mallory@elsewhere.example.org"));
        using var known = desk.Visit();
        using var asking = await known.Send(SignIn, SignIn, ("email", Office));

        Assert.Equal(303, (int)asked.StatusCode);
        Assert.Equal(asking.StatusCode, asked.StatusCode);
        Assert.Equal(asking.Headers.Location, asked.Headers.Location);
        Assert.Equal(
            await known.Page(asking.Headers.Location!.OriginalString),
            await unknown.Page(asked.Headers.Location!.OriginalString)
        );
        await Until(desk, 1);
        Assert.Equal(Office, (await Newest(desk)).Message.To);
        using var typed = await known.Send(SignIn, SignIn, ("email", "not an address"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.StatusCode);
    }

    [Fact]
    public async Task Three_links_lead_in_at_once_and_asking_again_voids_none_of_them()
    {
        await using var desk = await Open();
        using var office = desk.Visit();
        var first = await Ask(desk, office, Office);
        for (var more = 2; more <= 3; more++)
        {
            using var asked = await office.Send(SignIn, SignIn, ("email", Office));
            await Until(desk, more);
        }
        using var fourth = await office.Send(SignIn, SignIn, ("email", Office));
        using var other = await office.Send(SignIn, SignIn, ("email", Head));
        await Until(desk, 4);
        Assert.Equal(Head, (await Newest(desk)).Message.To);

        using var entered = await office.Send(first, first);
        Assert.Equal(303, (int)entered.StatusCode);
    }

    // S16
    [Fact]
    public async Task A_site_administrator_sees_their_cases_and_their_schools_and_nothing_of_another_school()
    {
        await using var desk = await Open();
        await desk.Database.Customers.Save(
            new Customer("ashgrove", GuardedDesk.Schools, "Ashgrove School", "AG1")
            {
                Contacts = [new Contact("office", "Office", null, "office@ashgrove.example.org", [])],
            }
        );
        var mine = await Log(desk, ("millbrook", "Millbrook Primary"), HeadTeacher);
        var schools = await Log(desk, ("millbrook", "Millbrook Primary"), OfficeManager);
        var foreign = await Log(desk, ("ashgrove", "Ashgrove School"), new Contact("office", "Office", null, null, []));
        using var head = await Enter(desk, Head);

        var list = await head.Page($"{Home}/cases");

        Assert.Contains(mine, list, StringComparison.Ordinal);
        Assert.Contains(schools, list, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, list, StringComparison.Ordinal);
        Assert.Contains("Nobody can print", await head.Page($"{Home}/cases/{schools}"), StringComparison.Ordinal);
        using var theirs = await head.Get($"{Home}/cases/{foreign}");
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        var trail = await Trail(desk);
        Assert.Contains(("Head teacher, Millbrook Primary (millbrook/head)", "signed in", $"{Home}/enter"), trail);
        Assert.Contains(("Head teacher, Millbrook Primary (millbrook/head)", "read", $"{Home}/cases/{schools}"), trail);
        Assert.Contains(
            ("Head teacher, Millbrook Primary (millbrook/head)", "refused", $"{Home}/cases/{foreign}"),
            trail
        );
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("customer")]
    [InlineData("address")]
    [InlineData("signed out")]
    public async Task A_session_ends_at_the_next_request_once_the_contact_left_or_is_at_another_address(string what)
    {
        await using var desk = await Open();
        using var office = await Enter(desk, Office);
        await office.Page($"{Home}/cases");
        var today = new LocalDate(2026, 5, 4);
        switch (what)
        {
            case "contact":
                await Save(desk, Millbrook with { Contacts = [OfficeManager with { LeftOn = today }, HeadTeacher] });
                break;
            case "customer":
                await Save(desk, Millbrook with { LeftOn = today });
                break;
            case "address":
                await Save(desk, Millbrook with { Contacts = [OfficeManager with { Email = Head }, HeadTeacher] });
                break;
            default:
                using (var left = await office.Send(Home, $"{Home}/sign-out"))
                {
                    Assert.Equal(SignIn, left.Headers.Location!.OriginalString);
                }
                break;
        }
        using var over = await office.Get($"{Home}/cases");
        Assert.Equal($"{SignIn}?return=%2Fschools-desk%2Fportal%2Fcases", over.Headers.Location!.OriginalString);
        using var sent = await office.SendBare(
            $"{Home}/complain",
            ("__RequestVerificationToken", Visitor.TokenIn(await office.Page(SignIn)))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
    }

    [Fact]
    public async Task S58_A_session_ends_twelve_hours_after_its_last_use_and_a_cookie_of_somebody_elses_making_is_none()
    {
        await using var desk = await Open();
        using var office = await Enter(desk, Office);
        desk.Advance(Duration.FromHours(11));
        await office.Page($"{Home}/cases");
        desk.Advance(Duration.FromHours(11));
        await office.Page($"{Home}/cases");
        desk.Advance(Duration.FromHours(12));
        using var over = await office.Get($"{Home}/cases");
        Assert.Equal(HttpStatusCode.SeeOther, over.StatusCode);

        using var stranger = desk.Visit();
        stranger.Cookies.Add(desk.Address, new Cookie("rung-contact", "fixed-by-somebody-else"));
        stranger.Cookies.Add(desk.Address, new Cookie("rung-portal", "millbrook%2Foffice"));
        using var refused = await stranger.Get(Home);
        Assert.Equal($"{SignIn}?return=%2Fschools-desk%2Fportal", refused.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Whoever_shares_an_address_says_for_whom_they_sign_in()
    {
        await using var desk = await Open();
        await desk.Database.Customers.Save(
            new Customer("ashgrove", GuardedDesk.Schools, "Ashgrove School", "AG1")
            {
                Contacts = [new Contact("bursar", "Bursar", null, Office, [])],
            }
        );
        using var office = desk.Visit();
        var link = await Ask(desk, office, Office);
        using var unsaid = await office.Send(link, link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using var foreign = await office.Send(link, link, ("who", "millbrook/head"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        using var said = await office.Send(link, link, ("who", "ashgrove/bursar"));
        Assert.Equal(303, (int)said.StatusCode);
        Assert.Contains("Bursar, Ashgrove School", await office.Page(Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S62_After_signing_in_one_is_where_one_wanted_to_be_and_never_elsewhere()
    {
        await using var desk = await Open();
        foreach (
            var (wanted, leadsTo) in new[]
            {
                ($"{Home}/report", $"{Home}/report"),
                ("/smc/portal", Home),
                ("/schools-desk/queue", Home),
                ("//elsewhere.example.org", Home),
                ("https://elsewhere.example.org", Home),
            }
        )
        {
            using var office = desk.Visit();
            var before = (await Waiting(desk)).Count;
            using var asked = await office.Send(SignIn, SignIn, ("email", Office), ("return", wanted));
            await Until(desk, before + 1);
            var link = await LinkOf(desk);
            var page = await office.Page(link);
            var after = Return().Match(page).Groups[1].Value;
            using var entered = await office.Send(link, link.Split('?')[0], ("return", after));
            Assert.Equal(leadsTo, entered.Headers.Location!.OriginalString);
        }
    }

    [Theory]
    [InlineData("no mail server")]
    [InlineData("a muted copy")]
    public async Task Where_no_mail_leaves_the_page_says_so_and_promises_none(string why)
    {
        await using var desk = why == "a muted copy" ? await GuardedDesk.OpenWriting() : await GuardedDesk.Open();
        await Save(desk, Millbrook);
        if (why == "a muted copy")
        {
            await desk.Database.Settings.Mute("it is a copy of another installation");
        }
        using var office = desk.Visit();
        var page = await office.Page(SignIn);
        Assert.Contains("No mail can leave this desk just now", page, StringComparison.Ordinal);
        Assert.Contains("01632 960100", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"sign-in\"", page, StringComparison.Ordinal);

        using var asked = await office.Send("/sign-in", SignIn, ("email", Office));
        Assert.Contains("No mail can leave", await Visitor.Text(asked), StringComparison.Ordinal);
        Assert.Empty(await Waiting(desk));
    }

    [Fact]
    public async Task Where_anybody_may_be_anybody_there_is_no_signing_in()
    {
        await using var desk = await RunningDesk.Open("2026-05-04T09:00:00Z");
        foreach (var path in (string[])[SignIn, $"{SignIn}/sent"])
        {
            using var answer = await desk.Client.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static bool IsOfContact(string cookie) => cookie.Contains("rung-contact", StringComparison.Ordinal);

    private static async Task<GuardedDesk> Open()
    {
        var desk = await GuardedDesk.OpenWriting();
        await Save(desk, Millbrook);
        return desk;
    }

    private static Task Save(GuardedDesk desk, Customer customer) => desk.Database.Customers.Save(customer);

    private static async Task<Visitor> Enter(GuardedDesk desk, string email)
    {
        var visitor = desk.Visit();
        var link = await Ask(desk, visitor, email);
        using var entered = await visitor.Send(link, link);
        Assert.Equal(303, (int)entered.StatusCode);
        return visitor;
    }

    /// <summary>Asks for a link, and takes it from the mail.</summary>
    private static async Task<string> Ask(GuardedDesk desk, Visitor visitor, string email)
    {
        var before = (await Waiting(desk)).Count;
        using var asked = await visitor.Send(SignIn, SignIn, ("email", email));
        Assert.Equal($"{SignIn}/sent", asked.Headers.Location!.OriginalString);
        await Until(desk, before + 1);
        return await LinkOf(desk);
    }

    private static async Task<string> LinkOf(GuardedDesk desk)
    {
        var made = (await desk.Service<OutgoingMails>().Make(await Newest(desk), desk.Now)).Mail!;
        return new Uri(Link().Match(made.Text).Value).PathAndQuery;
    }

    private static async Task<QueuedMessage> Newest(GuardedDesk desk) => (await Waiting(desk)).MaxBy(one => one.Id)!;

    private static async Task<IReadOnlyList<QueuedMessage>> Waiting(GuardedDesk desk) =>
        [
            .. (await desk.Database.Outbox.Waiting(GuardedDesk.Schools, desk.Now, 100)).Where(one =>
                one.Message.Kind == "entry"
            ),
        ];

    private static Task Until(GuardedDesk desk, int mails) =>
        RunningDesk.Until(async () => (await Waiting(desk)).Count == mails, $"{mails} mails wait");

    private static async Task<string> Log(GuardedDesk desk, (string Id, string Name) of, Contact contact)
    {
        Assert.True(desk.Service<DeskRegister>().TryGet(GuardedDesk.Schools, out var guide));
        var log = new LogCase
        {
            Kind = CaseKind.Fault,
            Source = Channel.Phone,
            Subject = "Nobody can print",
            Reporter = new Reporter(of.Id, of.Name, contact.Name, null, null, contact.Email),
            Services = ["identity"],
            Answers = new Dictionary<string, string> { ["affected"] = "some", ["effect"] = "cannot-use" },
        };
        var who = new Requester(new Actor("Engineer 4", Actor.AgentRole));
        var done = Assert.IsType<DeskAnswer.Done>(await desk.Service<ServiceDesk>().Log(guide, log, who));
        return done.Case.State.Reference.Text;
    }

    private static async Task<List<(string Who, string What, string About)>> Trail(GuardedDesk desk) =>
        [
            .. (await desk.Database.Audit.Page(0, 100)).Select(kept =>
                (kept.Entry.Who, kept.Entry.What, kept.Entry.About)
            ),
        ];

    [GeneratedRegex("http://[^\\s]+/schools-desk/portal/enter/[A-Za-z0-9_-]+(\\?return=[^\\s]+)?")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"return\" value=\"([^\"]*)\"")]
    private static partial Regex Return();
}

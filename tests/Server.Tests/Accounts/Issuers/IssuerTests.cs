using System.Net;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts.Issuers;

/// <summary>Signing in at somebody else's, against a real server of OpenID Connect. S23, S24, S57, S58, S62.</summary>
public sealed class IssuerTests
{
    private const string Alex = "Alex Agent";
    private const string Begin = "/sign-in/with/test";
    private const string Portal = "/schools-desk/portal";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1")
    {
        Contacts =
        [
            new Contact("office", "Office manager", null, "office@millbrook.example.org", []),
            new Contact("head", "Head teacher", null, "head@millbrook.example.org", []),
        ],
    };

    [Fact]
    public async Task S24_Somebody_of_the_desk_is_linked_by_their_address_once_and_known_by_the_issuers_name_for_them_after()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        Assert.Contains("Sign in at Example Trust", Plain(await alex.Page("/sign-in")), StringComparison.Ordinal);
        using var done = await Through(alex, $"{Begin}?return=%2Fschools-desk%2Fqueue");

        Assert.Equal("/schools-desk/queue", done.Headers.Location!.OriginalString);
        Assert.Contains(Alex, await alex.Page("/account"), StringComparison.Ordinal);
        Assert.Equal("S256", issuer.Asked!.CodeChallengeMethod);
        Assert.Equal("code", issuer.Asked.ResponseType);
        Assert.False(string.IsNullOrEmpty(issuer.Asked.Nonce) || string.IsNullOrEmpty(issuer.Asked.State));
        Assert.Equal(new Uri(desk.Address, $"{Begin}/done").AbsoluteUri, issuer.Asked.RedirectUri);

        // Their address is another there, and of somebody else here: they are who they were.
        await desk.Add("Sam Agent", Agent);
        issuer.Email = GuardedDesk.Mail("Sam Agent");
        using var again = desk.Visit();
        using var known = await Through(again, Begin);
        Assert.Equal(303, (int)known.StatusCode);
        Assert.Contains(Alex, await again.Page("/account"), StringComparison.Ordinal);
        var trail = (await desk.Database.Audit.Page(0, 100)).Select(kept => kept.Entry).ToList();
        Assert.Contains(trail, one => one is { Who: Alex, What: "signed in" } && one.About.EndsWith("Example Trust"));
        Assert.DoesNotContain(trail, one => one.About.Contains("code=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alex.agent@desk.example.org", false)]
    [InlineData("alex.agent@desk.example.org", null)]
    [InlineData("alex.agent@elsewhere.example.org", true)]
    [InlineData("nobody@desk.example.org", true)]
    [InlineData(null, true)]
    public async Task S24_Nobody_comes_in_by_an_address_that_is_unknown_not_made_sure_of_or_of_a_foreign_domain(
        string? email,
        bool? verified
    )
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        await desk.Add("Elsewhere", Agent);
        (issuer.Email, issuer.Verified) = (email, verified);
        using var visitor = desk.Visit();

        using var refused = await Through(visitor, Begin);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(
            "nobody here goes by what it says of you",
            await Visitor.Text(refused),
            StringComparison.Ordinal
        );
        Assert.Null(visitor.Cookies.GetCookies(desk.Address)["rung-session"]);
        Assert.Null(await desk.Database.Identities.Find(issuer.Address.AbsoluteUri, issuer.Subject));
    }

    [Fact]
    public async Task S24_Whoever_got_an_address_after_somebody_else_is_not_taken_for_them_until_the_link_is_taken_away()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        var account = await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        using var first = await Through(alex, Begin);
        issuer.Subject = "subject-2";
        using var other = desk.Visit();
        using var refused = await Through(other, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("came in here with your address before", await Visitor.Text(refused), StringComparison.Ordinal);

        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var page = $"/accounts/{account.Id}";
        Assert.Contains($"Signs in at {issuer.Address}", await administrator.Page(page), StringComparison.Ordinal);
        using var taken = await administrator.Send(page, $"{page}/unlink", ("issuer", issuer.Address.AbsoluteUri));
        using var over = await alex.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        using var anew = await Through(other, Begin);
        Assert.Equal(303, (int)anew.StatusCode);
    }

    [Fact]
    public async Task Whose_account_is_disabled_is_signed_out_at_once_and_comes_in_by_no_issuer()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        var account = await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        using var first = await Through(alex, Begin);
        await desk.Service<AccountDesk>().Disable(account);
        using var over = await alex.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        using var refused = await Through(alex, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task S58_What_a_browser_brings_back_counts_once_and_in_the_browser_that_it_began_in()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        using var mallory = desk.Visit();
        var back = await Back(alex, Begin);

        // Nobody is signed in as somebody else by a link that somebody else has made.
        using var stolen = await mallory.Get(back);
        Assert.Equal(HttpStatusCode.Forbidden, stolen.StatusCode);
        Assert.Contains("began in another browser", await Visitor.Text(stolen), StringComparison.Ordinal);
        using var done = await alex.Get(back);
        Assert.Equal(303, (int)done.StatusCode);
        using var twice = await alex.Get(back);
        Assert.Equal(HttpStatusCode.Forbidden, twice.StatusCode);
        foreach (var made in (string[])["?code=guess&state=guess", "?code=guess", "", "?error=access_denied"])
        {
            using var guessed = await mallory.Get($"{Begin}/done{made}");
            Assert.True((int)guessed.StatusCode is 403 or 404, $"{made}: {guessed.StatusCode}");
        }
        Assert.Null(mallory.Cookies.GetCookies(desk.Address)["rung-session"]);
    }

    [Fact]
    public async Task Whom_the_issuer_refuses_is_told_so_and_one_that_is_another_or_cannot_be_reached_lets_nobody_in()
    {
        await using var issuer = await TestIssuer.Start();
        await using var feigned = await issuer.Feigned();
        var other = new Issuer("other", "Another tenant", new Uri(feigned.Urls.First()), TestIssuer.Client)
        {
            Secret = TestIssuer.Secret,
            Domains = ["desk.example.org"],
        };
        var gone = new Issuer("gone", "Nowhere", new Uri("http://127.0.0.1:1"), "rung") { Domains = ["example.org"] };
        await using var desk = await GuardedDesk.OpenTo(issuer.For(), other, gone);
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();

        issuer.Refuses = true;
        using var refused = await Through(alex, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Example Trust did not sign you in", await Visitor.Text(refused), StringComparison.Ordinal);
        issuer.Refuses = false;
        using var foreign = await Through(alex, "/sign-in/with/other");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("Another tenant did not sign you in", await Visitor.Text(foreign), StringComparison.Ordinal);
        using var unreachable = await alex.Get("/sign-in/with/gone");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unreachable.StatusCode);
        Assert.Contains("Nowhere cannot be reached", await Visitor.Text(unreachable), StringComparison.Ordinal);
        using var unknown = await alex.Get("/sign-in/with/nobody");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Null(alex.Cookies.GetCookies(desk.Address)["rung-session"]);
    }

    [Fact]
    public async Task A_contact_signs_in_at_their_schools_issuer_and_is_nobody_once_they_have_left()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For(GuardedDesk.Schools, "millbrook"));
        await desk.Database.Customers.Save(Millbrook);
        issuer.Email = "Office@Millbrook.example.org";
        using var office = desk.Visit();
        Assert.Contains(
            "Sign in at Example Trust",
            Plain(await office.Page($"{Portal}/sign-in")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Example Trust", await office.Page("/sign-in"), StringComparison.Ordinal);

        using var done = await Through(office, $"{Begin}?return=%2Fschools-desk%2Fportal%2Fcases");
        Assert.Equal($"{Portal}/cases", done.Headers.Location!.OriginalString);
        Assert.Contains("Office manager, Millbrook Primary", await office.Page(Portal), StringComparison.Ordinal);
        using var queue = await office.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Redirect, queue.StatusCode);

        var left = Millbrook.Contacts[0] with { LeftOn = new LocalDate(2026, 5, 4) };
        await desk.Database.Customers.Save(Millbrook with { Contacts = [left, Millbrook.Contacts[1]] });
        using var over = await office.Get(Portal);
        Assert.Equal(HttpStatusCode.SeeOther, over.StatusCode);
        using var refused = await Through(office, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Ask for a link by mail, or ring us", await Visitor.Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_sees_how_a_contact_signs_in_signs_them_out_and_takes_the_link_with_an_issuer_away()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For(GuardedDesk.Schools));
        await desk.Database.Customers.Save(Millbrook);
        await desk.Add(Alex, Agent);
        issuer.Email = "office@millbrook.example.org";
        using var office = desk.Visit();
        using var done = await Through(office, Begin);
        using var alex = await desk.SignIn(Alex);
        const string Page = "/schools-desk/customers/millbrook/contacts/office";
        Assert.Contains($"{Page}/sign-in", await alex.Page(Page), StringComparison.Ordinal);
        var page = Plain(await alex.Page($"{Page}/sign-in"));
        Assert.Contains("They are known at Example Trust.", page, StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);

        using var ended = await alex.Send($"{Page}/sign-in", $"{Page}/sign-in/end");
        using var over = await office.Get(Portal);
        Assert.Equal(HttpStatusCode.SeeOther, over.StatusCode);
        issuer.Subject = "subject-2";
        using var refused = await Through(office, Begin);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var taken = await alex.Send(
            $"{Page}/sign-in",
            $"{Page}/sign-in/unlink",
            ("issuer", issuer.Address.AbsoluteUri)
        );
        Assert.Equal(303, (int)taken.StatusCode);
        Assert.Contains("Signed in nowhere", await alex.Page($"{Page}/sign-in"), StringComparison.Ordinal);
        using var anew = await Through(office, Begin);
        Assert.Equal(303, (int)anew.StatusCode);
    }

    [Fact]
    public async Task S24_S58_Whom_an_issuer_let_in_is_signed_out_once_it_is_taken_out_of_the_file_and_nobody_else_is()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var there = desk.Visit();
        using var done = await Through(there, Begin);
        using var here = await desk.SignIn(Alex);
        // Named otherwise it is the same one; as one of customers' people it is another.
        await desk.RestartWith(new Issuer("renamed", "Renamed", issuer.Address, "rung") { Domains = [] });
        Assert.Contains(Alex, await Again(there, desk).Page("/account"), StringComparison.Ordinal);
        foreach (
            var left in (Issuer[][])
                [
                    [issuer.For(GuardedDesk.Schools)],
                    [],
                ]
        )
        {
            await desk.RestartWith(left);
            using var over = await Again(there, desk).Get("/account");
            Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
            Assert.Contains(Alex, await Again(here, desk).Page("/account"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task S24_S58_A_contact_whom_an_issuer_let_in_is_signed_out_once_it_lets_in_others_alone()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For(GuardedDesk.Schools, "millbrook"));
        await desk.Database.Customers.Save(Millbrook);
        issuer.Email = "office@millbrook.example.org";
        using var office = desk.Visit();
        using var done = await Through(office, Begin);
        await desk.RestartWith(issuer.For(GuardedDesk.Schools));
        await Again(office, desk).Page(Portal);
        foreach (
            var left in (Issuer[][])
                [
                    [issuer.For(GuardedDesk.Schools, "ashgrove")],
                    [issuer.For()],
                    [],
                ]
        )
        {
            await desk.RestartWith(left);
            using var over = await Again(office, desk).Get(Portal);
            Assert.Equal(HttpStatusCode.SeeOther, over.StatusCode);
        }
    }

    [Fact]
    public async Task S24_An_issuer_of_one_customer_lets_in_nobody_of_another_and_nobody_of_the_desk()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For(GuardedDesk.Schools, "ashgrove"));
        await desk.Database.Customers.Save(Millbrook);
        await desk.Add(Alex, Agent);
        foreach (var email in (string[])["office@millbrook.example.org", GuardedDesk.Mail(Alex)])
        {
            issuer.Email = email;
            using var visitor = desk.Visit();
            using var refused = await Through(visitor, Begin);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_signs_out_here_is_told_that_they_are_signed_in_there_and_led_to_where_they_sign_out_too()
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        using var done = await Through(alex, Begin);
        using var left = await alex.Send("/account", "/sign-out");
        Assert.Equal("/sign-in?left=test", left.Headers.Location!.OriginalString);
        var page = Plain(await alex.Page("/sign-in?left=test"));
        Assert.Contains("You may be signed in at Example Trust still.", page, StringComparison.Ordinal);
        using var away = await alex.Get($"{Begin}/leave");
        Assert.StartsWith($"{issuer.Address}leave?", away.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        using var over = await alex.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
    }

    [Theory]
    [InlineData("//elsewhere.example.org", "/")]
    [InlineData("https://elsewhere.example.org", "/")]
    [InlineData("/schools-desk/queue", "/schools-desk/queue")]
    public async Task S62_One_goes_on_to_a_page_of_ours_and_never_elsewhere(string wanted, string leadsTo)
    {
        await using var issuer = await TestIssuer.Start();
        await using var desk = await GuardedDesk.OpenTo(issuer.For());
        await desk.Add(Alex, Agent);
        issuer.Email = GuardedDesk.Mail(Alex);
        using var alex = desk.Visit();
        using var done = await Through(alex, $"{Begin}?return={Uri.EscapeDataString(wanted)}");
        Assert.Equal(leadsTo, done.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task S24_A_header_that_says_who_somebody_is_counts_for_nothing()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = desk.Visit();
        foreach (var header in (string[])["X-Remote-User", "Remote-User", "X-Forwarded-User", "X-Forwarded-Email"])
        {
            visitor.Client.DefaultRequestHeaders.Add(header, GuardedDesk.Mail(Alex));
        }
        using var answer = await visitor.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    // Without the elements around names.
    private static string Plain(string page) =>
        page.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);

    /// <summary>To the issuer and back, as a browser goes.</summary>
    /// <summary>The same browser, at the address that the desk has after a restart.</summary>
    private static Visitor Again(Visitor before, GuardedDesk desk)
    {
        var visitor = desk.Visit();
        foreach (Cookie cookie in before.Cookies.GetAllCookies())
        {
            visitor.Cookies.Add(desk.Address, new Cookie(cookie.Name, cookie.Value));
        }
        return visitor;
    }

    private static async Task<HttpResponseMessage> Through(Visitor visitor, string path) =>
        await visitor.Get(await Back(visitor, path));

    /// <summary>To the issuer; what it sends back is not followed yet.</summary>
    private static async Task<string> Back(Visitor visitor, string path)
    {
        using var sent = await visitor.Get(path);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await Visitor.Text(sent));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var there = await browser.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        Assert.True(there.Headers.Location is not null, await Visitor.Text(there));
        return there.Headers.Location.PathAndQuery;
    }
}

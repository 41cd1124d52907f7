using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Signing in by password, and what a session is. S55, S58, S62, S64.</summary>
public sealed partial class SignInTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    [Fact(DisplayName = "S62: whoever signs in goes on to the page that was asked for, and never to another site")]
    public async Task Goes_on()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = desk.Visit();

        using var asked = await visitor.Get("/schools-desk/queue?view=mine");
        Assert.Equal("/sign-in?return=%2Fschools-desk%2Fqueue%3Fview%3Dmine", asked.Headers.Location!.OriginalString);
        foreach (
            var (next, leadsTo) in new[]
            {
                ("/schools-desk/queue?view=mine", "/schools-desk/queue?view=mine"),
                ("//elsewhere.example.org", "/"),
                ("/\\elsewhere.example.org", "/"),
                ("https://elsewhere.example.org", "/"),
                ("/\r\nSet-Cookie: a=b", "/"),
            }
        )
        {
            using var other = desk.Visit();
            using var answer = await other.Send(
                "/sign-in",
                "/sign-in",
                ("email", GuardedDesk.Mail(Alex)),
                ("password", GuardedDesk.Password),
                ("return", next)
            );
            Assert.Equal(leadsTo, answer.Headers.Location!.OriginalString);
        }
    }

    [Fact(DisplayName = "S55: a wrong password and an unknown address are told alike")]
    public async Task Tells_nobody_who_exists()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = desk.Visit();

        using var wrong = await visitor.SignIn(GuardedDesk.Mail(Alex), "not the password");
        using var unknown = await visitor.SignIn("nobody@desk.example.org", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        const string Said = "That address and password do not belong together.";
        Assert.Contains(Said, await Visitor.Text(wrong));
        Assert.Contains(Said, await Visitor.Text(unknown));
        Assert.Null(visitor.Cookies.GetCookies(desk.Address)["rung-session"]);
    }

    [Fact(DisplayName = "S55: after five failures the place has to wait, and the person gets in from another")]
    public async Task Slows_who_guesses()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        var elsewhere = new DefaultHttpContext();
        elsewhere.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull(await desk.Service<FailedEntries>().Begin(elsewhere, account.Email));
        }
        Assert.Null(await desk.Service<FailedEntries>().Begin(elsewhere, account.Email));
        using var fromHere = await desk.SignIn(Alex);

        using var visitor = desk.Visit();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await visitor.SignIn(account.Email, $"a guess {i}");
            Assert.Equal(422, (int)wrong.StatusCode);
        }
        using var slowed = await visitor.SignIn(account.Email, GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(15), slowed.Headers.RetryAfter!.Delta);

        desk.Advance(Duration.FromMinutes(15));
        using var later = await visitor.SignIn(account.Email, GuardedDesk.Password);
        Assert.Equal(303, (int)later.StatusCode);
    }

    [Fact(
        DisplayName = "Whoever types the bare address is led to the portal and the guide of each desk if they are a customer"
    )]
    public async Task Leads_customers_on()
    {
        await using var desk = await GuardedDesk.Open();
        using var visitor = desk.Visit();
        using var bare = await visitor.Get("/");
        var page = await visitor.Page(bare.Headers.Location!.OriginalString);
        foreach (var id in (string[])["schools-desk", "smc"])
        {
            Assert.Contains($"href=\"/{id}/portal\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"/{id}/guide\"", page, StringComparison.Ordinal);
        }
    }

    [Fact(
        DisplayName = "S55: whoever guesses in the same office shuts nobody out of a browser that they signed in with before"
    )]
    public async Task Knows_a_browser()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        await desk.Add("Kim Agent", Agent);
        using var own = await desk.SignIn(Alex);
        using var left = await own.Send("/account", "/sign-out");
        using var colleague = desk.Visit();
        for (var i = 0; i < 30; i++)
        {
            using var wrong = await colleague.SignIn(GuardedDesk.Mail(i < 5 ? Alex : $"Nobody {i}"), $"a guess {i}");
        }
        using var slowed = await colleague.SignIn(GuardedDesk.Mail("Kim Agent"), GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);

        using var entered = await own.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        Assert.Equal(303, (int)entered.StatusCode);

        // It opens nothing by itself, is of one account, and is counted as well.
        using var again = await own.Send("/account", "/sign-out");
        using var closed = await own.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var other = await own.SignIn(GuardedDesk.Mail("Kim Agent"), GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, other.StatusCode);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await own.SignIn(GuardedDesk.Mail(Alex), $"a guess {i}");
            Assert.Equal(422, (int)wrong.StatusCode);
        }
        using var shut = await own.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, shut.StatusCode);
    }

    [Fact(
        DisplayName = "S58: a session begins with a cookie of its own, ends at sign-out, and its cookie is worth nothing then"
    )]
    public async Task Ends_at_sign_out()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = desk.Visit();
        visitor.Cookies.Add(desk.Address, new Cookie("rung-session", "fixed-by-somebody-else"));

        using var answer = await visitor.SignIn(GuardedDesk.Mail(Alex), GuardedDesk.Password);
        var set = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            one =>
                one.Contains("rung-session=", StringComparison.Ordinal)
                && !one.Contains("expires", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", set);
        Assert.Contains("samesite=lax", set);
        var cookie = visitor.Cookies.GetCookies(desk.Address)["rung-session"]!.Value;
        Assert.NotEqual("fixed-by-somebody-else", cookie);
        using var queue = await visitor.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.OK, queue.StatusCode);
        Assert.True(queue.Headers.CacheControl!.NoStore);

        using var left = await visitor.Send("/account", "/sign-out");
        Assert.Equal(303, (int)left.StatusCode);
        visitor.Cookies.Add(desk.Address, new Cookie("rung-session", cookie));
        using var replayed = await visitor.Get("/schools-desk/queue");
        Assert.Equal(HttpStatusCode.Redirect, replayed.StatusCode);
    }

    [Fact(DisplayName = "S58: another password ends every other session, and this one goes on under another cookie")]
    public async Task Another_password_ends_others()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var here = await desk.SignIn(Alex);
        using var there = await desk.SignIn(Alex);
        var before = here.Cookies.GetCookies(desk.Address)["rung-session"]!.Value;

        using var changed = await here.Send(
            "/account",
            "/account/password",
            ("now", GuardedDesk.Password),
            ("password", "quite another sentence")
        );
        Assert.Equal(303, (int)changed.StatusCode);

        Assert.NotEqual(before, here.Cookies.GetCookies(desk.Address)["rung-session"]!.Value);
        Assert.Contains("(here)", await here.Page("/account"));
        using var ended = await there.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact(DisplayName = "S58: a session ends twelve hours after it was last used")]
    public async Task Ends_unused()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        desk.Advance(Duration.FromHours(11));
        await visitor.Page("/account");
        desk.Advance(Duration.FromHours(11));
        await visitor.Page("/account");

        desk.Advance(Duration.FromHours(12));
        using var over = await visitor.Get("/account");

        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
    }

    [Fact(DisplayName = "S58: a page that is only open is no use of a session, however often it reads itself anew")]
    public async Task Ends_though_a_page_is_open()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        using var open = desk.Visit();
        open.Cookies.Add(visitor.Cookies.GetCookies(desk.Address));
        open.Client.DefaultRequestHeaders.Add("Rung-By-Itself", "yes");
        var line = desk.Service<IWhoActs>();

        desk.Advance(Duration.FromHours(11));
        await open.Page("/schools-desk/queue");
        // A browser opens a line anew by itself, and sends no header with that.
        using (
            await visitor.Client.GetAsync(
                new Uri("/schools-desk/live", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken
            )
        ) { }
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = open.Cookies.GetCookieHeader(desk.Address);
        desk.Service<DeskRegister>().TryGet("schools-desk", out var guide);
        Assert.True(await line.IsStill(context, guide!, new Actor(Alex, Actor.AgentRole)));
        desk.Advance(Duration.FromHours(1));

        using var over = await visitor.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
    }

    [Fact(DisplayName = "S55: passkeys that let nobody in are slowed, and fill no audit trail")]
    public async Task Slows_passkeys()
    {
        await using var desk = await GuardedDesk.Open();
        using var visitor = desk.Visit();
        for (var i = 0; i < 30; i++)
        {
            using var wrong = await visitor.Send("/sign-in", "/sign-in/passkey", ("credential", "{}"));
            Assert.Equal(422, (int)wrong.StatusCode);
        }
        var noted = await desk.Database.Audit.Page(0, 100);

        using var slowed = await visitor.Send("/sign-in", "/sign-in/passkey", ("credential", "{}"));

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(30, noted.Count);
        Assert.Equal(30, (await desk.Database.Audit.Page(0, 100)).Count);
    }

    [Fact(
        DisplayName = "S55: who knows the password and no code wins no guesses by signing in half-way again and again"
    )]
    public async Task Half_way_clears_nothing()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        var key = desk.Service<CodeKeys>().New();
        await desk.Database.Accounts.SaveCode(account with { CodeKey = key }, []);
        using var visitor = desk.Visit();
        for (var i = 0; i < 5; i++)
        {
            using var half = await visitor.SignIn(account.Email, GuardedDesk.Password);
            var page = await Visitor.Text(half);
            using var guess = await visitor.SendBare(
                "/sign-in/code",
                ("__RequestVerificationToken", Visitor.TokenIn(page)),
                ("half-way", HalfWay().Match(page).Groups[1].Value),
                ("code", "000000")
            );
            Assert.Equal(422, (int)guess.StatusCode);
        }

        using var slowed = await visitor.SignIn(account.Email, GuardedDesk.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
    }

    [GeneratedRegex("name=\"half-way\" value=\"([^\"]+)\"")]
    private static partial Regex HalfWay();

    [Fact(DisplayName = "A session outlives a restart")]
    public async Task Outlives_a_restart()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var before = await desk.SignIn(Alex);
        var cookie = before.Cookies.GetCookies(desk.Address)["rung-session"]!.Value;

        await desk.Restart();
        using var after = desk.Visit();
        after.Cookies.Add(desk.Address, new Cookie("rung-session", cookie));

        Assert.Contains(Alex, await after.Page("/account"));
    }
}

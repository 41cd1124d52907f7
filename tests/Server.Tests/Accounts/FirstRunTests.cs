using NodaTime;
using Rung.Server.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>The first account of an installation. S13, S65.</summary>
public sealed class FirstRunTests
{
    private const string Name = "Robin Field";

    [Fact(DisplayName = "S65: nobody has an account before somebody uses the token of the first run")]
    public async Task No_default_login()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();

        using var start = await visitor.Get("/");
        Assert.Equal("/sign-in", start.Headers.Location!.ToString());
        using var signIn = await visitor.Get("/sign-in");
        Assert.Equal("/first-run", signIn.Headers.Location!.ToString());
        Assert.Empty(await desk.Database.Accounts.All());
    }

    [Fact(DisplayName = "S65: the token makes one administrator, who is signed in with it, and works once")]
    public async Task Makes_an_administrator()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();
        var token = (await desk.Service<FirstRun>().Begin())!;

        using var made = await Use(visitor, token);
        Assert.Equal(303, (int)made.StatusCode);
        Assert.Contains("Administrator of this installation", await visitor.Page("/account"));

        using var again = await visitor.Get("/first-run");
        Assert.Equal("/sign-in", again.Headers.Location!.ToString());
        Assert.Null(await desk.Service<FirstRun>().Begin());
        Assert.Single(await desk.Database.Accounts.All());
    }

    [Fact(DisplayName = "S65: a token is void after a day, and when a later start gave out another")]
    public async Task Expires()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();
        var first = (await desk.Service<FirstRun>().Begin())!;
        var second = (await desk.Service<FirstRun>().Begin())!;

        using var replaced = await Use(visitor, first);
        Assert.Equal(422, (int)replaced.StatusCode);
        Assert.Contains("This token leads nowhere", await Visitor.Text(replaced));

        desk.Advance(Duration.FromHours(24));
        using var expired = await Use(visitor, second);
        Assert.Equal(422, (int)expired.StatusCode);
        Assert.Empty(await desk.Database.Accounts.All());
    }

    [Fact(DisplayName = "S55, S65: the page of the first run says what is so, and whoever guesses tokens has to wait")]
    public async Task Says_what_is_so()
    {
        await using var desk = await GuardedDesk.Open();
        using var visitor = desk.Visit();
        var token = await desk.Service<FirstRun>().Token();
        Assert.Contains("This desk is set up.", await visitor.Page("/first-run"));
        using var taken = await visitor.Send(
            "/first-run",
            "/first-run",
            ("token", token),
            ("name", GuardedDesk.Administrator),
            ("email", "robin@desk.example.org"),
            ("password", GuardedDesk.Password)
        );
        Assert.Contains("Another account has this address or this name.", await Visitor.Text(taken));
        for (var i = 0; i < 30; i++)
        {
            using var wrong = await Use(visitor, $"guess-{i}");
            Assert.Equal(422, (int)wrong.StatusCode);
        }

        using var slowed = await Use(visitor, token);
        Assert.Equal(429, (int)slowed.StatusCode);
        desk.Advance(Duration.FromMinutes(15));
        using var made = await Use(visitor, token);
        Assert.Equal(303, (int)made.StatusCode);
    }

    [Fact(DisplayName = "S15: token, password and session are kept as hashes")]
    public async Task Keeps_no_secret()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();
        var token = (await desk.Service<FirstRun>().Begin())!;
        using var made = await Use(visitor, token);
        var session = visitor.Cookies.GetCookies(desk.Address)["rung-session"]!.Value;

        var all = await desk.Bytes();

        Assert.DoesNotContain(token, all);
        Assert.DoesNotContain(session, all);
        Assert.DoesNotContain(GuardedDesk.Password, all);
        Assert.Contains(Name, all);
    }

    [Fact(DisplayName = "What is missing in the form is said at its fields, and what was typed stays but the password")]
    public async Task Says_what_is_missing()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();

        using var refused = await visitor.Send(
            "/first-run",
            "/first-run",
            ("token", ""),
            ("name", "Rung"),
            ("email", "robin@"),
            ("password", "short one")
        );
        var page = await Visitor.Text(refused);

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("Give the token that rung serve printed.", page);
        Assert.Contains("Rung is who does what falls due by itself", page);
        Assert.Contains("Give an e-mail address", page);
        Assert.Contains("at least 12 characters", page);
        Assert.Contains("value=\"robin@\"", page);
        Assert.DoesNotContain("short one", page);
    }

    private static Task<HttpResponseMessage> Use(Visitor visitor, string token) =>
        visitor.Send(
            "/first-run",
            "/first-run",
            ("token", token),
            ("name", Name),
            ("email", "robin@desk.example.org"),
            ("password", GuardedDesk.Password)
        );
}

using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>What administrators do to accounts, and invitations. S14, S23, S57.</summary>
public sealed partial class AccountsTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    [Theory(DisplayName = "Nobody gets an account whose name looks like somebody else's")]
    [InlineData("alex  AGENT")]
    [InlineData("Alex \u0410gent")]
    public async Task Looks_alike(string name)
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        using var refused = await administrator.Send(
            "/accounts",
            "/accounts",
            ("name", name),
            ("email", "another@desk.example.org"),
            ("right", "schools-desk agent")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("one that looks the same", await Visitor.Text(refused), StringComparison.Ordinal);
    }

    [Fact(
        DisplayName = "An administrator invites somebody, who chooses a password by the link, once, and has the role"
    )]
    public async Task Invites()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var link = await Invite(administrator);
        using var invited = desk.Visit();

        Assert.Contains($"Welcome, {Alex}", await invited.Page(link));
        using var weak = await invited.Send(link, link, ("password", GuardedDesk.Mail(Alex)));
        Assert.Equal(422, (int)weak.StatusCode);
        using var chosen = await invited.Send(link, link, ("password", GuardedDesk.Password));
        Assert.Equal(303, (int)chosen.StatusCode);
        Assert.Contains("Agent at ", await invited.Page("/account"));
        await invited.Page("/schools-desk/queue");

        using var again = desk.Visit();
        using var used = await again.Get(link);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Contains("This link leads nowhere any more", await Visitor.Text(used));
        using var other = await desk.SignIn(Alex);
        Assert.Contains(Alex, await other.Page("/account"));
    }

    [Fact(DisplayName = "S14: whatever opens the link of an invitation, however often, changes nothing")]
    public async Task Robots_change_nothing()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var link = await Invite(administrator);
        using var robot = desk.Visit();
        foreach (var method in Enumerable.Repeat(new[] { HttpMethod.Get, HttpMethod.Head }, 10).SelectMany(one => one))
        {
            using var request = new HttpRequestMessage(method, link);
            using var answer = await robot.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var invited = desk.Visit();
        using var chosen = await invited.Send(link, link, ("password", GuardedDesk.Password));

        Assert.Equal(303, (int)chosen.StatusCode);
    }

    [Fact(DisplayName = "S57: a link is made of where the desk listens, whatever host a request names")]
    public async Task Names_its_own_host()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        administrator.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example.org");
        administrator.Client.DefaultRequestHeaders.Add("Forwarded", "host=elsewhere.example.org");
        administrator.Client.DefaultRequestHeaders.Host = $"127.0.0.1:{desk.Address.Port}";

        using var shown = await administrator.Send("/accounts", "/accounts", Form(Alex, "schools-desk agent"));
        Assert.Contains($"value=\"{desk.Address}invitation/", await Visitor.Text(shown));
        administrator.Client.DefaultRequestHeaders.Host = "elsewhere.example.org";
        using var foreign = await administrator.Get("/accounts");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact(DisplayName = "An invitation is void after three days, and when a newer one was made")]
    public async Task Invitations_expire()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var first = await Invite(administrator);
        var account = (await desk.Database.Accounts.FindByEmail(GuardedDesk.Mail(Alex)))!;
        using var shown = await administrator.Send($"/accounts/{account.Id}", $"/accounts/{account.Id}/link");
        var second = LinkIn(await Visitor.Text(shown));
        using var invited = desk.Visit();

        using var replaced = await invited.Get(first);
        Assert.Equal(HttpStatusCode.NotFound, replaced.StatusCode);
        await invited.Page(second);
        desk.Advance(Duration.FromDays(3));
        using var expired = await invited.Get(second);
        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
    }

    [Fact(DisplayName = "S23: a password chosen by a link ends what was signed in before")]
    public async Task A_new_password_ends_sessions()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var account = await desk.Add(Alex, Agent);
        using var before = await desk.SignIn(Alex);
        using var shown = await administrator.Send($"/accounts/{account.Id}", $"/accounts/{account.Id}/link");
        var link = LinkIn(await Visitor.Text(shown));
        await before.Page("/account");

        using var owner = desk.Visit();
        using var chosen = await owner.Send(link, link, ("password", "another one entirely"));
        using var over = await before.Get("/account");

        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
    }

    [Fact(DisplayName = "Whoever is disabled is signed out at once and does not get in, and does again when enabled")]
    public async Task Disables()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var account = await desk.Add(Alex, Agent);
        using var before = await desk.SignIn(Alex);
        var page = $"/accounts/{account.Id}";

        using var disabled = await administrator.Send(page, $"{page}/disable");
        Assert.Equal(303, (int)disabled.StatusCode);
        Assert.Contains("disabled", await administrator.Page("/accounts"));
        using var over = await before.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        using var visitor = desk.Visit();
        using var refused = await visitor.SignIn(account.Email, GuardedDesk.Password);
        Assert.Equal(422, (int)refused.StatusCode);

        using var enabled = await administrator.Send(page, $"{page}/enable");
        using var again = await desk.SignIn(Alex);
        using var old = await before.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
    }

    [Fact(DisplayName = "The last administrator cannot be disabled and keeps the role")]
    public async Task Keeps_one_administrator()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var account = (await desk.Database.Accounts.FindByEmail(GuardedDesk.Mail(GuardedDesk.Administrator)))!;
        var page = $"/accounts/{account.Id}";

        using var disabled = await administrator.Send(page, $"{page}/disable");
        using var withdrawn = await administrator.Send(page, $"{page}/withdraw", ("right", "* administrator"));
        foreach (var refused in new[] { disabled, withdrawn })
        {
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Contains("Nobody else who can sign in administers this installation", await Visitor.Text(refused));
        }

        await desk.Add("Second Admin", new Right(Right.EveryDesk, AccountRole.Administrator));
        using var now = await administrator.Send(page, $"{page}/withdraw", ("right", "* administrator"));
        Assert.Equal(303, (int)now.StatusCode);
        using var gone = await administrator.Get("/accounts");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact(DisplayName = "Roles are given and taken away, and count at the next request")]
    public async Task Gives_roles()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var account = await desk.Add(Alex, Agent);
        using var alex = await desk.SignIn(Alex);
        var page = $"/accounts/{account.Id}";

        using var given = await administrator.Send(page, $"{page}/grant", ("right", "smc agent"));
        await alex.Page("/smc/queue");
        using var taken = await administrator.Send(page, $"{page}/withdraw", ("right", "smc agent"));
        using var gone = await alex.Get("/smc/queue");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var invented = await administrator.Send(page, $"{page}/grant", ("right", "smc chief"));
        Assert.Equal(422, (int)invented.StatusCode);
    }

    [Fact(DisplayName = "To whoever is no administrator their pages are as pages that do not exist")]
    public async Task Hides_administration()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent, new Right(Right.EveryDesk, AccountRole.Auditor));
        using var alex = await desk.SignIn(Alex);
        using var none = await alex.Get("/schools-desk/nothing");

        foreach (var path in new[] { "/accounts", "/accounts/tokens", $"/accounts/{account.Id}" })
        {
            using var hidden = await alex.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(await Visitor.Text(none), await Visitor.Text(hidden));
        }
        using var sent = await alex.Send("/account", $"/accounts/{account.Id}/grant", ("right", "* administrator"));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Equal(2, (await desk.Database.Accounts.RightsOf(account.Id)).Count);
    }

    [Fact(DisplayName = "No two accounts have one address or one name, however they are written")]
    public async Task Names_are_one_persons()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        await desk.Add(Alex, Agent);

        foreach (
            var (name, email) in new[]
            {
                ("ALEX AGENT", "other@desk.example.org"),
                ("Other", "ALEX.agent@desk.example.org"),
            }
        )
        {
            using var refused = await administrator.Send(
                "/accounts",
                "/accounts",
                ("name", name),
                ("email", email),
                ("right", "schools-desk agent")
            );
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Contains("Somebody else has this address or this name", await Visitor.Text(refused));
        }
        using var program = await administrator.Send("/accounts", "/accounts", Form("Backup (program)", "smc agent"));
        Assert.Contains("Only programs have names that end with (program).", await Visitor.Text(program));
    }

    [Fact(DisplayName = "A case can be given to those who have a role at its desk, and to nobody else")]
    public async Task Offers_colleagues()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        await desk.Add("Sam Elsewhere", new Right("smc", Actor.AgentRole));
        await desk.Add("Kim Reads", new Right(GuardedDesk.Schools, AccountRole.Auditor));
        using var alex = await desk.SignIn(Alex);

        var page = await alex.Page("/schools-desk/queue");

        Assert.Contains($"<option value=\"{Alex}\"", page);
        Assert.DoesNotContain("Sam Elsewhere", page);
        Assert.DoesNotContain("Kim Reads", page);
    }

    private static async Task<string> Invite(Visitor administrator)
    {
        using var shown = await administrator.Send("/accounts", "/accounts", Form(Alex, "schools-desk agent"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        return LinkIn(await Visitor.Text(shown));
    }

    private static (string, string)[] Form(string name, string right) =>
        [("name", name), ("email", GuardedDesk.Mail(Alex)), ("right", right)];

    private static string LinkIn(string page) => new Uri(Link().Match(page).Groups[1].Value).AbsolutePath;

    [GeneratedRegex("value=\"(http://[^\"]+/invitation/[^\"]+)\"")]
    private static partial Regex Link();
}

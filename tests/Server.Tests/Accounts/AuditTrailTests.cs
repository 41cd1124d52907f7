using System.Net;
using NodaTime;
using Rung.Server.Accounts;
using Rung.Server.Feeds;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Hosting;
using Rung.Storage.Accounts;
using Rung.Storage.Audit;
using Rung.Storage.Feeds;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Who signed in, looked at what, exported, changed and was refused is written down, and nothing of what they typed. S69</summary>
public sealed class AuditTrailTests
{
    private const string Agent = "Alex Agent";

    [Fact(DisplayName = "S69: signing in and failing to are written down, and nothing that was typed")]
    public async Task Signs_in()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Agent, new Right("schools-desk", "agent"));
        using var visitor = desk.Visit();
        using var wrong = await visitor.SignIn(GuardedDesk.Mail(Agent), "my-secret-typo");
        using var unknown = await visitor.SignIn("my-secret-in-the-wrong-field", "x");
        using var right = await visitor.SignIn(GuardedDesk.Mail(Agent), GuardedDesk.Password);
        using var out1 = await visitor.Send("/account", "/sign-out");

        Assert.Equal(
            [
                (Agent, "could not sign in", "/sign-in"),
                ("nobody known", "could not sign in", "/sign-in"),
                (Agent, "signed in", "/sign-in"),
                (Agent, "changed", "/sign-out"),
            ],
            await All(desk)
        );
        Assert.DoesNotContain("my-secret", await desk.Bytes(), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "S15, S69: that a link was opened and used is written down, and not the link")]
    public async Task Keeps_no_link()
    {
        await using var desk = await GuardedDesk.Open();
        var agent = await desk.Add(Agent, new Right("schools-desk", "agent"));
        var secret = await desk.Service<AccountDesk>().NewLink(agent);
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        await administrator.Page($"/invitation/{secret}");
        using var visitor = desk.Visit();
        using var used = await visitor.Send(
            $"/invitation/{secret}",
            $"/invitation/{secret}",
            ("password", GuardedDesk.Password)
        );

        Assert.Contains((Agent, "signed in", "/invitation"), await All(desk));
        Assert.Contains((GuardedDesk.Administrator, "read", "/invitation"), await All(desk));
        Assert.DoesNotContain(secret, await desk.Bytes(), StringComparison.Ordinal);
    }

    [Fact(
        DisplayName = "S15, S69: that a calendar was read by its secret address is written down, and not the address"
    )]
    public async Task Keeps_no_address_of_a_calendar()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Agent, new Right("schools-desk", "agent"));
        var secret = await desk.Service<FeedDesk>().Make(new CalendarFeed("schools-desk", "", Agent));
        using var visitor = await desk.SignIn(Agent);
        await visitor.Page($"/schools-desk/calendar/{secret}.ics");
        // A file is whole before its request is through; the next request on the line begins after that.
        await visitor.Page("/account");

        Assert.Contains((Agent, "read", "/schools-desk/calendar"), await All(desk));
        Assert.DoesNotContain(secret, await desk.Bytes(), StringComparison.Ordinal);
    }

    [Fact(
        DisplayName = "S69: looking at one thing is written down once in five minutes, lists are not, exports always"
    )]
    public async Task Looks()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Agent, new Right("schools-desk", "agent"));
        await desk.Database.Customers.Save(ServedDesk.Ashgrove);
        using var visitor = await desk.SignIn(Agent);
        await visitor.Page("/schools-desk/queue");
        await visitor.Page("/schools-desk/customers");
        await visitor.Page("/schools-desk/customers/ashgrove");
        await visitor.Page("/schools-desk/customers/ashgrove?later");
        await visitor.Page("/schools-desk/customers/export");
        await visitor.Page("/schools-desk/customers/export");
        using var none = await visitor.Get("/schools-desk/customers/nobody");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        Assert.Equal(
            [
                (Agent, "signed in", "/sign-in"),
                (Agent, "read", "/schools-desk/customers/ashgrove"),
                (Agent, "exported", "/schools-desk/customers/export"),
                (Agent, "exported", "/schools-desk/customers/export"),
            ],
            await All(desk)
        );
    }

    [Fact(DisplayName = "S69: what an administrator changes is written down, and what an auditor may not")]
    public async Task Changes_and_refusals()
    {
        await using var desk = await GuardedDesk.Open();
        var agent = await desk.Add(Agent, new Right("*", "auditor"));
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        using var page = await administrator.Get($"/accounts/{agent.Id}");
        using var auditor = await desk.SignIn(Agent);
        using var refused = await auditor.Send("/account", "/schools-desk/calls/new");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var hidden = await auditor.Get("/accounts");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await desk.Add("Robin Agent", new Right("smc", "agent"));
        using var elsewhere = await desk.SignIn("Robin Agent");
        using var foreign = await elsewhere.Get("/api/v1/schools-desk/queue");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        Assert.Equal(
            [
                (GuardedDesk.Administrator, "signed in", "/sign-in"),
                (GuardedDesk.Administrator, "read", $"/accounts/{agent.Id}"),
                (Agent, "signed in", "/sign-in"),
                (Agent, "refused", "/schools-desk/calls/new"),
                (Agent, "refused", "/accounts"),
                ("Robin Agent", "signed in", "/sign-in"),
                ("Robin Agent", "refused", "/api/v1/schools-desk/queue"),
            ],
            await All(desk)
        );
    }

    [Fact(DisplayName = "S69: whom a role was given and which is written down, and nothing where nothing changed")]
    public async Task Names_roles()
    {
        await using var desk = await GuardedDesk.Open();
        var agent = await desk.Add(Agent, new Right("*", "auditor"));
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        foreach (
            var (verb, right) in new[] { ("grant", "smc agent"), ("grant", "smc agent"), ("withdraw", "smc nothing") }
        )
        {
            using var done = await administrator.Send("/accounts", $"/accounts/{agent.Id}/{verb}", ("right", right));
            Assert.Equal(303, (int)done.StatusCode);
        }
        using var code = await administrator.Send("/account", "/account/code");
        using var options = await administrator.Send("/account", "/account/passkeys/options");

        var smc = desk.Service<Rung.Server.Desk.DeskRegister>().Active.Single(one => one.Document.Id == "smc");
        Assert.Equal(
            [
                (GuardedDesk.Administrator, "signed in", "/sign-in"),
                (GuardedDesk.Administrator, "changed", $"/accounts/{agent.Id}/grant {Agent}: Agent at {smc.Desk.Name}"),
            ],
            await All(desk)
        );
    }

    [Fact(DisplayName = "S69: rung audit lists the trail and finds what was changed in the database")]
    public async Task Verbs()
    {
        var folder = await ServedDesk.NewFolder();
        await using (var database = Rung.Storage.Sqlite.SqliteDatabase.Open(Path.Combine(folder, "rung.db")))
        {
            foreach (var second in (int[])[0, 5])
            {
                var at = Instant.FromUtc(2026, 5, 4, 8, 0) + Duration.FromSeconds(second);
                await database.Audit.Add(new AuditEntry(at, Agent, "192.0.2.7", "read", $"/smc/cases/{second}"));
            }
        }
        var (code, output, _) = await RungProgram.Run("audit", "list", "--data", folder);
        Assert.Equal(0, code);
        Assert.Equal(
            "       2  2026-05-04 08:00:05  Alex Agent  192.0.2.7  read  /smc/cases/5\n"
                + "       1  2026-05-04 08:00:00  Alex Agent  192.0.2.7  read  /smc/cases/0\n",
            output
        );
        (_, output, _) = await RungProgram.Run("audit", "list", "--data", folder, "--about", "/schools-desk/");
        Assert.Equal("There is no such entry.\n", output);
        (code, output, _) = await RungProgram.Run("audit", "verify", "--data", folder);
        Assert.Equal(0, code);
        var head = output.Split('\n')[1];
        Assert.StartsWith("2:", head, StringComparison.Ordinal);
        (code, _, _) = await RungProgram.Run("audit", "verify", "--data", folder, "--head", head);
        Assert.Equal(0, code);
        (code, _, _) = await RungProgram.Run("audit", "verify", "--data", folder, "--head", head.ToUpperInvariant());
        Assert.Equal(0, code);
        foreach (var wrong in (string[])["0:" + new string('0', 64), "2:" + new string('x', 64)])
        {
            (code, _, _) = await RungProgram.Run("audit", "verify", "--data", folder, "--head", wrong);
            Assert.Equal(2, code);
        }
        foreach (var most in (string[])["-1", "0", "many"])
        {
            (code, _, var why) = await RungProgram.Run("audit", "list", "--data", folder, "--most", most);
            Assert.Equal(2, code);
            Assert.Contains($"'{most}'", why, StringComparison.Ordinal);
        }
        (_, output, _) = await RungProgram.Run("audit", "list", "--data", folder, "--before", "2");
        Assert.StartsWith("       1  ", output, StringComparison.Ordinal);
        (code, output, _) = await RungProgram.Run(
            "audit",
            "verify",
            "--data",
            folder,
            "--head",
            "2:" + new string('0', 64)
        );
        Assert.Equal(
            (1, "Entry 2 is not the one that was noted: what is here up to it was written anew.\n"),
            (code, output)
        );
        (code, _, var error) = await RungProgram.Run("audit", "verify", "--data", folder, "--head", "yesterday");
        Assert.Equal(2, code);
        Assert.Contains("yesterday is not NUMBER:HASH", error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<(string, string, string)>> All(GuardedDesk desk) =>
        [
            .. (await desk.Database.Audit.Page(0, 100)).Select(kept =>
                (kept.Entry.Who, kept.Entry.What, kept.Entry.About)
            ),
        ];
}

using System.Diagnostics;
using System.Net;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Open pages learn within 5 s that somebody is not who they were. S58.</summary>
public sealed class LiveTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    [Theory(
        DisplayName = "S58: an open page's line ends within 5 s, with a word why, of whoever was signed out, disabled or lost the role"
    )]
    [InlineData("signed out")]
    [InlineData("disabled")]
    [InlineData("role taken away")]
    [InlineData("another role chosen")]
    public async Task Ends(string how)
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent, new Right(GuardedDesk.Schools, "complaint-handler"));
        using var visitor = await desk.SignIn(Alex);
        using var line = await visitor.Client.GetAsync(
            new Uri("/schools-desk/live", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, line.StatusCode);
        using var reader = new StreamReader(
            await line.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("event: heartbeat", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        await Take(desk, account, how);
        var begun = Stopwatch.GetTimestamp();
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("event: ended", rest);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory(DisplayName = "S58: an open page of the portal learns within 5 s that whoever reads it may not any more")]
    [InlineData("has left")]
    [InlineData("signed out by the desk")]
    public async Task Ends_at_the_portal(string how)
    {
        await using var desk = await GuardedDesk.Open();
        var office = new Contact("office", "Office manager", null, "office@millbrook.example.org", []);
        var school = new Customer("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1") { Contacts = [office] };
        await desk.Database.Customers.Save(school);
        using var visitor = await desk.SignIn(school, "office");
        Assert.Contains("data-live=\"/schools-desk/portal/live\"", await visitor.Page("/schools-desk/portal"));
        using var line = await visitor.Client.GetAsync(
            new Uri("/schools-desk/portal/live", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, line.StatusCode);
        using var reader = new StreamReader(
            await line.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("event: heartbeat", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        var begun = Stopwatch.GetTimestamp();
        await (
            how == "has left"
                ? desk.Database.Customers.Save(
                    school with
                    {
                        Contacts = [office with { LeftOn = new LocalDate(2026, 5, 4) }],
                    }
                )
                : desk.Database.ContactEntries.EndAll(GuardedDesk.Schools, ("millbrook", "office"), desk.Now)
        );
        Assert.Contains("event: ended", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static Task Take(GuardedDesk desk, Account account, string how) =>
        how switch
        {
            "signed out" => desk.Service<AccountDesk>().EndSessions(account.Id, ""),
            "disabled" => desk.Service<AccountDesk>().Disable(account),
            "role taken away" => desk.Service<AccountDesk>().Withdraw(account.Id, Agent),
            _ => Choose(desk, account),
        };

    private static async Task Choose(GuardedDesk desk, Account account)
    {
        var session = Assert.Single(await desk.Database.Sessions.OfAccount(account.Id, desk.Now));
        await desk.Database.Sessions.Choose(session.Hash, "complaint-handler");
    }
}

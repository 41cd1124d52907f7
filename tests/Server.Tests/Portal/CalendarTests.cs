using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Feeds;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Rung.Storage.Feeds;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>A calendar of promises by a secret address. The desk's clock stands at Thursday 24 December 2026, 15:20.</summary>
public sealed partial class CalendarTests
{
    private const string Office = "ashgrove/office";

    /// <summary>The target of a fault for some is Thursday 31 December, 15:20 (see the tests of reporting).</summary>
    [Fact]
    public async Task What_a_school_was_promised_is_in_its_calendar_until_the_address_is_revoked()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(desk, Office);
        using var anybody = new HttpClient();
        await office.Open("/calendar");
        await office.Send("calendar", ("do", "make"));
        var address = Address().Match(office.Page).Value;
        using var answer = await anybody.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("DTSTART;TZID=Europe/London:20261231T152000", text, StringComparison.Ordinal);
        Assert.Contains(reference, text, StringComparison.Ordinal);

        await office.Open("/calendar");
        Assert.DoesNotContain(address, office.Page, StringComparison.Ordinal);
        await office.Send("calendar", ("do", "revoke"));
        await Nowhere(anybody, address);
    }

    [Fact]
    public async Task S16_Another_schools_calendar_has_none_of_it_and_a_new_address_ends_the_old_one()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        await Put(agent);
        using var other = await Secretary.Of(desk, "brookfield/head");
        using var anybody = new HttpClient();
        await other.Open("/calendar");
        await other.Send("calendar", ("do", "make"));
        var first = Address().Match(other.Page).Value;
        var text = await anybody.GetStringAsync(new Uri(first), TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, text, StringComparison.Ordinal);
        await other.Open("/calendar");
        await other.Send("calendar", ("do", "make"));
        await Nowhere(anybody, first);
        await Nowhere(anybody, first.Replace("schools-desk", "smc", StringComparison.Ordinal));
        await Nowhere(anybody, $"{first[..first.LastIndexOf('/')]}/x.ics");
    }

    /// <summary>Calendar programs sign in nowhere; whoever has no account any more has no calendar.</summary>
    [Fact]
    public async Task Where_people_have_accounts_the_address_is_read_without_signing_in_as_long_as_its_owner_is_there()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        var feeds = desk.Service<FeedDesk>();
        using var anybody = desk.Visit();
        foreach (var (name, status) in new[] { ("Alex Agent", HttpStatusCode.OK), ("Nobody", HttpStatusCode.NotFound) })
        {
            var secret = await feeds.Make(new CalendarFeed(GuardedDesk.Schools, "", name));
            using var answer = await anybody.Get($"/schools-desk/calendar/{secret}.ics");
            Assert.Equal(status, answer.StatusCode);
        }
    }

    /// <summary>Whoever only gives out accounts sees no case, in a calendar neither.</summary>
    [Fact]
    public async Task The_calendar_of_an_administrator_ends_with_the_last_role_at_the_desk()
    {
        await using var desk = await GuardedDesk.Open();
        var agent = new Right(GuardedDesk.Schools, Actor.AgentRole);
        var alex = await desk.Add("Alex Agent", agent, AccountRole.OfInstallation);
        var secret = await desk.Service<FeedDesk>().Make(new CalendarFeed(GuardedDesk.Schools, "", alex.Name));
        using var anybody = desk.Visit();
        using var before = await anybody.Get($"/schools-desk/calendar/{secret}.ics");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await desk.Service<AccountDesk>().Withdraw(alex.Id, agent);
        using var after = await anybody.Get($"/schools-desk/calendar/{secret}.ics");
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    private static async Task Put(Caller agent)
    {
        var head = new JsonObject
        {
            ["id"] = "head",
            ["name"] = "Head",
            ["roles"] = new JsonArray(),
        };
        var body = new JsonObject
        {
            ["name"] = "Brookfield School",
            ["siteCode"] = "BRO01",
            ["contacts"] = new JsonArray(head),
        };
        (await agent.Send(HttpMethod.Put, "customers/brookfield", Caller.Json(body.ToJsonString()))).Expect(201);
    }

    private static async Task Nowhere(HttpClient anybody, string address)
    {
        using var answer = await anybody.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [GeneratedRegex("https?://[^<\"]+/calendar/[^<\"]+\\.ics")]
    private static partial Regex Address();
}

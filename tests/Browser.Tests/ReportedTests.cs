using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Browser.Tests.Running;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>"Already reported?" on a call, and the budget of a known outage.</summary>
public sealed class ReportedTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Trust = "Hartwell Learning Trust";

    /// <summary>The same service at the same trust is first although it is older; another service is never offered.</summary>
    [Fact]
    public async Task What_the_callers_own_trust_has_reported_comes_first_and_takes_one_key()
    {
        await using var desk = await RunningDesk.Open("2026-12-22T10:00:00Z");
        await desk
            .Services.GetRequiredService<RungDatabase>()
            .Customers.Save(
                School("calling", "CAL01", Trust),
                School("sister", "SIS02", Trust),
                School("far", "FAR03")
            );
        var agent = new Caller(desk);
        var sister = (await agent.Log(Fault("sister", "email"))).Reference;
        desk.AdvanceTo("2026-12-22T10:10:00Z");
        var far = (await agent.Log(Fault("far", "email"))).Reference;
        desk.AdvanceTo("2026-12-22T10:20:00Z");
        await agent.Log(Fault("sister", "dns"));

        var page = await Open(desk.Client.BaseAddress!, "schools-desk/calls/new");
        var keys = new Keys(page);
        var began = TimeProvider.System.GetTimestamp();
        await keys.Find("cal");
        // Fault; e-mail.
        await keys.Press("1", "2");
        await page.WaitForSelectorAsync("#reported .ref");
        var offered = await page.Locator("#reported .ref").AllInnerTextsAsync();
        Assert.Equal([sister, far], offered);
        var reported = await page.InnerTextAsync("#reported");
        Assert.Contains("same service and group, School sister, today 10:00", reported, StringComparison.Ordinal);
        Assert.Contains("same service, School far, today 10:10", reported, StringComparison.Ordinal);

        // A known outage takes 90 seconds: half of them are for what is said, a second for each key.
        await keys.Press("l");
        await page.WaitForSelectorAsync($".notice:has-text('is linked to {sister}')");
        Assert.True(keys.Count <= 7, $"{keys.Count} keys");
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(90 - 45 - 7));
    }

    private static Customer School(string id, string code, string? group = null) =>
        new(id, "schools-desk", $"School {id}", code)
        {
            Contract = "direct",
            Group = group,
            Contacts = [new Contact("office", "Office manager", "01632 960123", $"office@{id}.example.org", [])],
        };

    private static JsonObject Fault(string customer, string service)
    {
        var fault = Caller.Fault("some", service);
        fault["customer"] = customer;
        return fault;
    }
}

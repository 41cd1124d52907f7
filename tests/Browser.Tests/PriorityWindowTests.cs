using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Who is about to change a priority is told beforehand what it makes late. Semantics 14.</summary>
public sealed class PriorityWindowTests(RunningDemo demo) : InBrowser(demo)
{
    /// <summary>A-07: issued at 17:50, at 08:20 the next day 30 minutes of the desk's have passed, and may be raised still.</summary>
    [Fact]
    public async Task A_raise_that_puts_the_due_into_the_past_says_so_before_it_is_confirmed()
    {
        // GMT. Priority 1 allows four hours through the night: until 21:50. Priority 2 has until 17:50 today.
        await using var desk = await RunningDesk.Open("2026-12-08T17:50:00Z");
        var page = await Open(desk.Client.BaseAddress!, "schools-desk/queue");
        var told = new Telling(desk, page, "schools-desk");
        var reference = (await told.Agent.Log(Caller.FaultForSome)).Reference;
        await told.As("team-leader", "Service Desk Team Leader");
        await told.At("2026-12-09T08:20:00Z", $"cases/{reference}?do=priority");
        var choices = await page.Locator("#do-priority label:has(input)").AllInnerTextsAsync();
        Assert.EndsWith("(was due yesterday 21:50: late on arrival)", choices[0].Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(choices.Skip(1), choice => choice.Contains("late", StringComparison.Ordinal));

        await page.CheckAsync("#do-priority input[value=P1]");
        await told.Send("priority", ".notice:has-text('is P1')", ("with", "Head teacher"));
        Assert.Contains("late on arrival", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("2026-12-08T21:50:00Z", (string?)(await told.Clock(reference))["due"]);
    }
}

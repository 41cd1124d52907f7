using System.Text.Json.Nodes;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Story D6 once more through the running product, on its own clock: the desk's pages by keyboard, the customer's form over the API, the
/// mails as they leave, and what the month counts. GMT is UTC.
/// </summary>
public sealed class ComplaintStoryTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task D6_A_complaint_over_Christmas()
    {
        await using var desk = await RunningDesk.Open("2027-12-21T14:00:00Z");
        var page = await Open(desk.Client.BaseAddress!, "schools-desk/queue");
        var handler = new Caller(desk, "Complaint Handler", "complaint-handler");
        var told = new Telling(desk, page, "schools-desk") { Agent = handler };

        // 1. Spoken of to a relationship manager: noted, no clock.
        await told.As("relationship-manager", "Customer Relationship Manager");
        await told.At("2027-12-21T14:00:00Z", "complaints/new?q=ashgrove");
        await page.CheckAsync("#f-picked-1");
        await page.CheckAsync("input[value=spoken]");
        await page.FillAsync("#f-text", "Nobody ever rings back");
        await told.Keys.Do("Control+Enter", ".notice:has-text('No clock has started')");

        Assert.Contains("Nobody ever rings back", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty((await handler.Get("complaints")).Expect(200).Body!["complaints"]!.AsArray());

        // 2. The form on the web, Wednesday 16:00: 120 + 600 + 600 + 480 minutes, 25 to 28 December are closed.
        desk.AdvanceTo("2027-12-22T16:00:00Z");
        var form = new JsonObject
        {
            ["source"] = "form",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" },
            ["text"] = "Nobody ever rings back",
        };
        var reference = (await new Caller(desk, "Office manager", "contact").Post("complaints", form))
            .Expect(201)
            .Reference;
        Assert.Equal("2027-12-29T16:00:00Z", (string?)(await told.Clock(reference, "complaint-respond"))["due"]);

        // 3. A holding reply on the 29th at 15:20 meets it; the complaint stays open, with a date for the rest.
        await told.As("complaint-handler", "Complaint Handler");
        await told.At("2027-12-29T15:20:00Z", $"cases/{reference}");
        Assert.Contains("16:00", await page.InnerTextAsync("#case-clock"), StringComparison.Ordinal);
        await told.Keys.Press("w");
        await told.Send("holding-reply", "#do-holding-reply .errors", ("text", "We listen to the recordings"));
        await page.FillAsync("#f-holding-reply-followUp", "2028-01-07");
        await told.Send("holding-reply", ".notice:has-text('holding reply')", ("text", "We listen to the recordings"));
        Assert.Equal("met", (string?)(await told.Clock(reference, "complaint-respond"))["state"]);
        Assert.NotEqual("closed", (string?)(await told.Case(reference))["condition"]);
        await told.At("2027-12-30T10:00:00Z", $"cases/{reference}?do=escalate-complaint");
        await told.Send("escalate-complaint", "#story:has-text('Client Director')", ("text", "They want to be heard"));

        var mails = await told.Mails(reference);
        Assert.Equal(["complaint-logged", "complaint-holding"], mails.Take(2).Select(one => one.Rule));
        Assert.Contains("Wednesday 29 December 2027, 16:00", mails[0].Mail.Text, StringComparison.Ordinal);
        Assert.Contains("We listen to the recordings", mails[1].Mail.Text, StringComparison.Ordinal);
        Assert.Contains(reference, mails[0].Mail.Subject, StringComparison.Ordinal);
        Telling.AreOneThread(mails);

        // The month: one was due, one was answered in time, by a holding reply.
        desk.AdvanceTo("2028-01-01T00:00:00Z");
        var report = await told.Report(new YearMonth(2027, 12));
        Assert.Matches(@"complaints answered in time.*\n.* 0 +1 +0 +0 +0 +100\.0", report);
    }
}

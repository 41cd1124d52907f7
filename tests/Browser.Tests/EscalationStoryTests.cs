using System.Text.Json.Nodes;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Stories D5 and D6 once more through the running product, on its own clock: the desk's pages by keyboard, the mails as they leave.
/// Times are those of the stories; on 28 March 2027 BST begins, an hour ahead of UTC.
/// </summary>
public sealed class EscalationStoryTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task D5_A_night_at_the_service_management_centre()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var page = await Open(desk.Client.BaseAddress!, "smc/queue");
        var told = new Telling(desk, page, "smc");
        var reference = (await told.Agent.Log(CutOff())).Reference;
        var at = $"cases/{reference}";

        // 1. Due 02:30Z. A mail that asks to escalate is answered with the number to ring, and enters no level.
        desk.AdvanceTo("2027-03-28T02:30:00.000001Z");
        await told.Happens(reference, "target-missed");
        desk.AdvanceTo("2027-03-28T02:35:00Z");
        await new MailServer(desk).Takes(
            MailServer.Message("noc@harbour.example.org", $"Re: [{reference}]", "Please escalate this now.", Verified),
            "smc@telecom.example.org"
        );
        var answer = (await told.Mails(reference)).Single(one => one.Rule == "escalation-asked").Mail;
        Assert.Contains("01632 960200", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await told.Case(reference))["escalations"]!.AsArray());

        // 2. They ring at 03:40 BST: level 1, call-back at 04:00; the Duty Manager accepts at 03:46.
        await told.At("2027-03-28T02:40:00Z", at);
        await Escalate(told, page, 1, "2027-03-28 4:00");
        await told.At("2027-03-28T02:46:00Z", $"{at}?do=engage");
        await told.Send("engage", ".notice:has-text('owned by Duty Manager 1')", ("person", "Duty Manager 1"));

        // 3. Called back at 03:58 with a plan: every 30 minutes from 04:30. 04:29 is kept, 05:00 is missed.
        await told.At("2027-03-28T02:58:00Z", $"{at}?do=call-back");
        await told.Send(
            "call-back",
            ".notice:has-text('called back')",
            ("text", "A fibre is cut"),
            ("every", "30"),
            ("from", "2027-03-28 4:30")
        );
        await Contact(told, at, "2027-03-28T03:29:00Z");
        desk.AdvanceTo("2027-03-28T04:00:00.000001Z");
        await told.Happens(reference, "promise-missed");

        // 4. Level 2 at 05:10 with a call-back at 05:30, kept; contacts at 06:00 and 06:30; level 3 at 06:05, contacted 06:09.
        await told.At("2027-03-28T04:10:00Z", at);
        await Escalate(told, page, 2, "2027-03-28 5:30", "plan-failed");
        await told.At("2027-03-28T04:30:00Z", $"{at}?do=call-back");
        await told.Send("call-back", ".notice:has-text('called back')", ("text", "The crew is digging"));
        await Contact(told, at, "2027-03-28T05:00:00Z");
        await told.At("2027-03-28T05:05:00Z", at);
        await Escalate(told, page, 3, null, "outage-beyond-sla");
        await told.At("2027-03-28T05:09:00Z", $"{at}?do=engage");
        await told.Send("engage", "#story:has-text('Head of Service')", ("person", "Head of Service 1"));
        await told.At("2027-03-28T05:10:00Z", $"{at}?do=peer");
        await told.Send("peer", "#case-side:has-text('Chief Operating Officer')", ("peer", "Chief Operating Officer"));
        await Contact(told, at, "2027-03-28T05:30:00Z");

        // 5. Nobody rang: no level 4.
        await told.At("2027-03-28T05:40:00Z", $"{at}?do=escalate");
        await told.Send("escalate", "#do-escalate .errors", ("from", " "));
        await told.At("2027-03-28T05:50:00Z", at);
        await told.Keys.Press("s");
        await told.Send("resolve", ".notice:has-text('is resolved')", ("resolution", "Spliced"));
        await told.At("2027-03-28T06:05:00Z", $"{at}?do=end-escalation");
        await told.Send("end-escalation", ".notice:has-text('has ended')", ("reason", "The sites are back"));

        // 22:30Z to 05:50Z are 440 minutes, over by 200. One escalation, three levels, one wish that was none.
        var found = await told.Case(reference);
        var clock = await told.Clock(reference);
        Assert.Equal(("missed", "PT7H20M"), ((string?)clock["state"], (string?)clock["used"]));
        var one = Assert.Single(found["escalations"]!.AsArray())!;
        Assert.Equal([1, 2, 3], one["levels"]!.AsArray().Select(level => (int)level!["level"]!));
        Assert.Equal("Duty Manager 1", (string?)one["owner"]!["name"]);
        var events = (await told.Agent.Events(reference)).Select(happened => (string?)happened!["event"]!["type"]);
        Assert.Equal(1, events.Count(type => type == "escalation-asked"));
        var mails = await told.Mails(reference);
        Assert.Equal(3, mails.Count(mail => mail.Rule == "escalated"));
        Assert.Single(mails, mail => mail.Rule == "escalation-ended");
        Telling.AreOneThread(mails);
    }

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
        await told.Keys.Press("w");
        await page.WaitForSelectorAsync("#do-holding-reply[open]");
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
        Telling.AreOneThread(mails);
    }

    private const string Verified =
        $"Authentication-Results: {MailServer.AuthServId}; dmarc=pass header.from=harbour.example.org";

    private static async Task Escalate(
        Telling told,
        Microsoft.Playwright.IPage page,
        int level,
        string? callBack,
        string? reason = null
    )
    {
        await told.Keys.Press("e");
        await page.WaitForSelectorAsync("#do-escalate[open]");
        if (reason is not null)
        {
            await page.CheckAsync($"#do-escalate input[value={reason}]");
        }
        await page.CheckAsync("#do-escalate [name=acknowledged]");
        (string, string)[] typed = callBack is null ? [] : [("call-back", callBack)];
        await told.Send("escalate", $".notice:has-text('is escalated to level {level}')", typed);
    }

    private static async Task Contact(Telling told, string at, string now)
    {
        await told.At(now, $"{at}?do=planned-contact");
        await told.Send("planned-contact", ".notice:has-text('the contact is kept')", ("text", "They go on digging"));
    }

    private static JsonObject CutOff()
    {
        var fault = Caller.Fault("everything", "connectivity");
        fault["subject"] = "All sites cut off";
        fault["customer"] = RunningDesk.CustomerOfSmc;
        fault["contact"] = new JsonObject { ["name"] = "Network control", ["email"] = "noc@harbour.example.org" };
        fault["answers"]!["effect"] = "down";
        fault["answers"]!.AsObject().Remove("help-guides");
        return fault;
    }
}

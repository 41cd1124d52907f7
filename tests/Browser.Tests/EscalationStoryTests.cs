using System.Text.Json.Nodes;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>
/// Story D5 once more through the running product, on its own clock: the desk's pages by keyboard, the mails as they leave.
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

        // 01:20Z: 170 of 240 minutes are used.
        await told.At("2027-03-28T01:20:00Z", at);
        Assert.Equal("PT2H50M", (string?)(await told.Clock(reference))["used"]);
        Assert.Contains("Counted 2 h 50 min", await page.InnerTextAsync("main"), StringComparison.Ordinal);

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
        await told.At("2027-03-28T02:36:00Z", at);
        Assert.Contains("wishes to escalate", await page.InnerTextAsync("#case-advice"), StringComparison.Ordinal);

        // 2. They ring at 03:40 BST: level 1, call-back at 04:00; the Duty Manager accepts at 03:46.
        await told.At("2027-03-28T02:40:00Z", at);
        await Escalate(told, page, 1, "2027-03-28 4:00");
        await told.At("2027-03-28T02:46:00Z", $"{at}?do=engage");
        await told.Send(
            "engage",
            ".notice:has-text('owned by Duty Manager 1')",
            ("person", "Duty Manager 1"),
            ("contacted", "2027-03-28 3:44")
        );
        var begun = Assert.Single((await told.Case(reference))["escalations"]!.AsArray())!;
        Assert.Equal("2027-03-28T02:44:00Z", (string?)begun["engagements"]![0]!["contactedAt"]);
        Assert.Equal("duty-manager", (string?)begun["owner"]!["role"]);
        Assert.Empty(begun["levels"]![0]!["warnings"]!.AsArray());

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
        var missed = (await told.Agent.Events(reference)).Single(one =>
            (string?)one!["event"]!["type"] == "promise-missed"
        )!["event"]!;
        Assert.Equal("2027-03-28T04:00:00Z", (string?)missed["at"]);
        Assert.Equal(["duty-manager", "smc-first-line"], missed["alerts"]!.AsArray().Select(role => (string?)role));
        await told.At("2027-03-28T04:01:00Z", "call-backs");
        Assert.Contains("1 overdue", await page.InnerTextAsync("main"), StringComparison.Ordinal);

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
        Assert.Equal(
            [
                [],
                ["plan-failed"],
                ["outage-beyond-sla"],
            ],
            one["levels"]!.AsArray().Select(level => level!["reasons"]!.AsArray().Select(ground => (string?)ground))
        );
        var mails = await told.Mails(reference);
        Assert.Equal(3, mails.Count(mail => mail.Rule == "escalated"));
        Assert.Single(mails, mail => mail.Rule == "escalation-ended");
        Telling.AreOneThread(mails);

        // The reason for outage, by its owner on Tuesday at 11:00 BST.
        await told.As("duty-manager", "Duty Manager 1");
        await told.At("2027-03-30T10:00:00Z", at);
        await told.Keys.Press("o");
        await told.Send("rfo", "#story:has-text('A digger cut the fibre')", ("text", "A digger cut the fibre"));

        var promises = (await told.Agent.Get($"cases/{reference}/promises")).Body!["promises"]!.AsArray();
        var rfo = Assert.Single(promises, promise => (string?)promise!["kind"] == "reasonForOutage")!;
        Assert.Equal(("kept", "2027-03-30T10:00:00Z"), ((string?)rfo["state"], (string?)rfo["keptAt"]));

        // The record: call-backs of 04:00 and 05:30 kept; contacts 04:30, 05:30, 06:00, 06:30 kept, 05:00 made good at 05:30.
        desk.AdvanceTo("2027-04-01T00:00:00Z");
        var report = await told.Report(new YearMonth(2027, 3));
        Assert.Contains("1 began; the customer rang 3 times, and asked 1 times", report, StringComparison.Ordinal);
        Assert.Matches(@"Call-back +2 +0 +0 +0 +100\.0", report);
        Assert.Matches(@"Planned contact +4 +1 +0 +0 +80\.0", report);
        Assert.Matches($@"{reference} P1, Contracted resolution time: due Sun 28 Mar\s+03:30, 3 h 20 min over", report);
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

using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>What an agent makes of a mail that waits. ESS-11, ESS-30 to ESS-41, A-04 to A-06; times by hand.</summary>
public sealed class IntakeTests
{
    private const string Clear =
        "Name: Office manager\r\nRole: Office\r\nSchool: Ashgrove\r\nProblem: Webmail is slow since today.\r\n"
        + "Tried: Another browser.\r\nAffected: one person";

    [Fact]
    public async Task D2_A_clear_mail_becomes_a_case_whose_clock_begins_with_its_reference_ESS_37_A_04()
    {
        // Friday 30 April 2027, 18:20 BST; Monday 3 May is a holiday.
        await using var desk = await RunningDesk.Open("2027-04-30T17:20:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("Webmail is slow", Clear);
        desk.AdvanceTo("2027-05-04T07:25:00Z");

        var row = (await agent.Get("intake")).Expect(200).Body!["mails"]![0]!;
        Assert.Equal(
            ("2027-04-30T17:20:00Z", "2027-05-04T07:00:00Z", "2027-05-04T17:00:00Z", false),
            ((string?)row["receivedAt"], (string?)row["effectiveAt"], (string?)row["logBy"], (bool)row["overdue"]!)
        );
        var logged = (await agent.Post($"intake/{mail.Id}/log", Form())).Expect(201);

        // Reference at 08:25 BST: 2,400 working minutes later it is Monday 10 May, 08:25.
        Assert.Equal("P4", (string?)logged.Body!["priority"]!["id"]);
        Assert.Equal("email", (string?)logged.Body["source"]);
        Assert.Equal(
            ("2027-05-04T07:25:00Z", "2027-05-10T07:25:00Z"),
            ((string?)logged.Clock("resolve")["start"], (string?)logged.Clock("resolve")["due"])
        );
        // ESS-38: it stands in the queue like any other.
        var queue = (await agent.Get("queue")).Expect(200).Body!["rows"]!.AsArray();
        Assert.Equal(logged.Reference, (string?)Assert.Single(queue)!["reference"]);
        var first = (await agent.Events(logged.Reference))[0]!["event"]!;
        Assert.Equal("2027-04-30T17:20:00Z", (string?)first["receivedAt"]);
        var kept = (await agent.Get($"cases/{logged.Reference}/mails")).Body!["mails"]![0]!;
        Assert.Equal((mail.Id, "Alex at the desk"), ((long)kept["id"]!, (string?)kept["decidedBy"]));
        Assert.Equal(1, (await mails.Settled(mail.Id)).CaseEvent);
        Assert.Empty((await agent.Get("intake")).Body!["mails"]!.AsArray());
    }

    [Fact]
    public async Task A_full_mailbox_is_paged_through_by_the_header_and_on_the_page()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var agent = new Caller(desk);
        var inbound = desk.Database().Inbound;
        for (var number = 0; number < 201; number++)
        {
            var content = Encoding.UTF8.GetBytes($"mail {number}");
            var kept = await inbound.Keep(new NewInbound("schools-desk", "desk@example.org", null, content, desk.Now));
            await inbound.Settle(
                new InboundOutcome(kept.Id, InboundState.Received, InboundState.Unlogged)
                {
                    Subject = $"Subject {number}.",
                    LogBy = desk.Now,
                }
            );
        }
        var first = (await agent.Get("intake?take=200")).Expect(200);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var second = (await agent.Get(link[1..link.IndexOf('>', StringComparison.Ordinal)])).Expect(200);
        Assert.Equal("Subject 200.", (string?)Assert.Single(second.Body!["mails"]!.AsArray())!["subject"]);
        Assert.False(second.Headers.Contains("Link"));
        Assert.Equal(400, (await agent.Get("intake?after=first")).Status);

        var page = await desk.Client.GetStringAsync("/schools-desk/intake", TestContext.Current.CancellationToken);
        Assert.Contains("201 mails, 200 of them on this page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Subject 200.", page, StringComparison.Ordinal);
        var next = Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value;
        var rest = await desk.Client.GetStringAsync(
            System.Net.WebUtility.HtmlDecode(next),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Subject 200.", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unclear_mail_becomes_a_case_on_hold_and_what_is_missing_is_asked_for_ESS_39()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("help", "It is broken again.");
        var read = (await agent.Get($"intake/{mail.Id}")).Expect(200).Body!["read"]!;
        var missing = (string)read["missing"]!;
        Assert.Contains("what you have already tried", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("telephone", missing, StringComparison.Ordinal); // it is in the contact's record
        Assert.Equal((RunningDesk.Customer, "Office manager"), ((string?)read["customer"], (string?)read["contact"]));

        var form = Form();
        form["hold"] = new JsonObject { ["reason"] = "information", ["awaiting"] = missing };
        var logged = (await agent.Post($"intake/{mail.Id}/log", form)).Expect(201);

        Assert.Equal("onHold", (string?)logged.Body!["condition"]);
        Assert.Equal(missing, (string?)logged.Body["hold"]!["awaiting"]);
        Assert.Equal("paused", (string?)logged.Clock("resolve")["state"]);
        // ESS-77: of the two mails that leave together neither says that there is nothing to do.
        var messages = (await agent.Get($"cases/{logged.Reference}/messages")).Body!["messages"]!.AsArray();
        var told = messages.Where(message => (string?)message!["to"] == "office@ashgrove.example.org").ToList();
        Assert.Equal(2, told.Count);
        var (first, second) = ((string)told[0]!["text"]!, (string)told[1]!["text"]!);
        Assert.StartsWith(
            "We have logged your case, and need something from you before we can go on. Our next mail says what.",
            first,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("You need not do anything", first + second, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting for an engineer", first + second, StringComparison.Ordinal);
        Assert.Contains("what you have already tried", second, StringComparison.Ordinal);
        Assert.Contains("Please answer this mail", second, StringComparison.Ordinal);
        // They are rung as well, within an hour of the desk: 09:00 BST and an hour. Mail itself works: the case has no flag.
        var call = Assert.Single((await agent.Case(logged.Reference)).Body!["calls"]!.AsArray())!;
        Assert.Equal(
            ("held", "unclear", "2027-05-04T09:00:00Z", "Office manager"),
            ((string?)call["on"], (string?)call["reason"], (string?)call["due"], (string?)call["contact"])
        );
    }

    [Fact]
    public async Task Several_who_log_the_same_mail_make_one_case()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 6)
                .Select(number => new Caller(desk, $"Agent {number}").Post($"intake/{mail.Id}/log", Form()))
        );

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => Assert.Equal((409, "mail-settled"), (answer.Status, answer.Code))
        );
        Assert.Single((await new Caller(desk).Get("queue?view=all")).Body!["rows"]!.AsArray());
    }

    [Fact]
    public async Task Sent_again_with_its_key_it_is_answered_again_and_logged_once_R13()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var agent = new Caller(desk);
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear);

        var first = await agent.Post($"intake/{mail.Id}/log", Form(), ("Idempotency-Key", "a"));
        var again = await agent.Post($"intake/{mail.Id}/log", Form(), ("Idempotency-Key", "a"));

        Assert.Equal(first.Expect(201).Reference, again.Expect(201).Reference);
    }

    [Fact]
    public async Task A_mail_with_a_hint_is_entered_on_its_case_and_ends_its_hold_A_06()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        desk.AdvanceTo("2027-05-04T08:30:00Z");
        var mail = await mails.Takes(MailServer.Message("teacher@ashgrove.example.org", reference, "Rooms 4 and 5."));
        Assert.Equal(reference, (string?)(await agent.Get($"intake/{mail.Id}")).Body!["read"]!["hint"]);
        desk.AdvanceTo("2027-05-04T09:00:00Z");

        await agent.Post($"intake/{mail.Id}/attach", new JsonObject { ["reference"] = reference });

        Assert.NotEqual("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
        var replied = (await agent.Events(reference)).Single(one =>
            (string?)one!["event"]!["type"] == "customer-replied"
        )!;
        Assert.Equal("2027-05-04T08:30:00Z", (string?)replied["event"]!["at"]);
        Assert.Equal((long)replied["sequence"]!, (await mails.Settled(mail.Id)).CaseEvent);
    }

    [Fact]
    public async Task A_mail_is_entered_on_no_case_of_another_desk_and_on_none_there_is_not()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var agent = new Caller(desk);
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear);

        var nowhere = await agent.Post($"intake/{mail.Id}/attach", new JsonObject { ["reference"] = "R-222-222" });
        var there = await new Caller(desk, at: "smc").Get($"intake/{mail.Id}");

        Assert.Equal((404, "case-not-found"), (nowhere.Status, nowhere.Code));
        Assert.Equal((404, "no-such-mail"), (there.Status, there.Code));
        Assert.Equal(404, (await agent.Get("intake/999")).Status);
        Assert.Equal(404, (await agent.Get("intake/nonsense")).Status);
    }

    [Fact]
    public async Task What_is_no_case_is_kept_with_its_reason_and_can_be_restored_with_its_times()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Receives("Cake", "There is cake in the hall.");

        Assert.Equal(400, (await agent.Post($"intake/{mail.Id}/discard", new JsonObject { ["reason"] = " " })).Status);
        var discarded = await agent.Post($"intake/{mail.Id}/discard", new JsonObject { ["reason"] = "Cake" });
        Assert.Equal("leftAlone", (string?)discarded.Expect(200).Body!["mail"]!["state"]);
        var listed = (await agent.Get("intake?state=leftAlone")).Body!["mails"]![0]!;
        Assert.Equal(("Cake", "Alex at the desk"), ((string?)listed["reason"], (string?)listed["decidedBy"]));
        Assert.Equal(409, (await agent.Post($"intake/{mail.Id}/log", Form())).Status);

        desk.AdvanceTo("2027-05-05T08:00:00Z");
        var restored = (await agent.Post($"intake/{mail.Id}/restore")).Expect(200).Body!["mail"]!;
        Assert.Equal(
            ("unlogged", "2027-05-04T08:00:00Z", "2027-05-05T08:00:00Z"),
            ((string?)restored["state"], (string?)restored["effectiveAt"], (string?)restored["logBy"])
        );
        Assert.Equal(409, (await agent.Post($"intake/{mail.Id}/restore")).Status);
    }

    [Fact]
    public async Task What_a_program_sent_can_be_restored_as_well_since_programs_err()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var agent = new Caller(desk);
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear, "Precedence: bulk");
        Assert.Equal(InboundState.LeftAlone, mail.State);

        var restored = (await agent.Post($"intake/{mail.Id}/restore")).Expect(200).Body!["mail"]!;

        Assert.Equal("2027-05-05T08:00:00Z", (string?)restored["logBy"]);
    }

    [Fact]
    public async Task A_mail_to_the_wrong_route_moves_and_keeps_its_receipt_ESS_11()
    {
        // Saturday 1 May 2027, 12:00 BST: the schools desk opens on Tuesday, the other never closes.
        await using var desk = await RunningDesk.Open("2027-05-01T11:00:00Z");
        var agent = new Caller(desk);
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear);
        desk.AdvanceTo("2027-05-01T11:30:00Z");

        var moved = (await agent.Post($"intake/{mail.Id}/move", To("filtering@schools.example.org"))).Expect(200);
        Assert.Equal(
            ("group-b", "2027-05-01T11:00:00Z", "2027-05-04T07:00:00Z"),
            (
                (string?)moved.Body!["mail"]!["route"],
                (string?)moved.Body["mail"]!["receivedAt"],
                (string?)moved.Body["mail"]!["effectiveAt"]
            )
        );
        var nowhere = await agent.Post($"intake/{mail.Id}/move", To("nobody@example.org"));
        Assert.Equal((422, "unknown-in-guide"), (nowhere.Status, nowhere.Code));

        var smc = new Caller(desk, at: "smc");
        await agent.Post($"intake/{mail.Id}/move", To("smc@telecom.example.org"));
        Assert.Empty((await agent.Get("intake")).Body!["mails"]!.AsArray());
        var there = (await smc.Get("intake")).Body!["mails"]![0]!;
        Assert.Equal(
            (mail.Id, "2027-05-01T11:00:00Z", "2027-05-01T11:00:00Z"),
            ((long)there["id"]!, (string?)there["receivedAt"], (string?)there["effectiveAt"])
        );
        Assert.Equal("Moved here from filtering@schools.example.org by Alex at the desk.", (string?)there["reason"]);
    }

    [Fact]
    public async Task A_mail_that_was_not_logged_in_time_counts_as_overdue_after_the_last_instant_ESS_41_A_03()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var agent = new Caller(desk);
        var mail = await new MailServer(desk).Receives("Webmail is slow", Clear);
        Assert.Equal(RunningDesk.At("2027-05-05T08:00:00Z"), mail.LogBy);

        desk.AdvanceTo("2027-05-05T08:00:00Z");
        Assert.Equal((1, 0), await Counts());
        desk.AdvanceTo("2027-05-05T08:00:01Z");
        Assert.Equal((1, 1), await Counts());
        var clock = (await agent.Get($"intake/{mail.Id}")).Body!["clock"]!;
        Assert.Equal("2027-05-05T08:00:00Z", (string?)clock["missedAt"]);

        async Task<(int, int)> Counts()
        {
            var counts = (await agent.Get("intake/counts")).Body!;
            return ((int)counts["unlogged"]!, (int)counts["overdue"]!);
        }
    }

    [Fact]
    public async Task The_original_is_handed_over_as_it_came_and_shown_by_no_browser()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var message = MailServer.Message("office@ashgrove.example.org", "Hello", "<script>alert(1)</script>");
        var mail = await new MailServer(desk).Takes(message);

        foreach (
            var path in (string[])
                [$"/api/v1/schools-desk/intake/{mail.Id}/original", $"/schools-desk/mails/{mail.Id}/original"]
        )
        {
            using var answer = await desk.Client.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(
                message,
                Encoding.UTF8.GetString(
                    await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
                )
            );
            var disposition = answer.Content.Headers.ContentDisposition!;
            Assert.Equal(("attachment", $"mail-{mail.Id}.eml"), (disposition.DispositionType, disposition.FileName));
        }
    }

    [Fact]
    public async Task A_bounce_shows_on_its_case_and_whom_it_did_not_reach_is_known_R20()
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        var bounce = await mails.Takes(Bounce(await MessageIdOf(reference, desk)), sender: "");

        Assert.Equal((InboundState.OnCase, "office@ashgrove.example.org"), (bounce.State, bounce.Undelivered));
        var page = await desk.Client.GetStringAsync(
            new Uri($"/schools-desk/cases/{reference}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Mail to office@ashgrove.example.org came back.", page, StringComparison.Ordinal);
        Assert.Contains($"/schools-desk/mails/{bounce.Id}", page, StringComparison.Ordinal);
    }

    // Anybody can write a report; which mails of ours there are is known to those alone who got one.
    [Theory]
    [InlineData("made-up@schools.example.org")]
    [InlineData("")]
    public async Task R20_A_report_that_encloses_no_mail_of_ours_to_that_address_marks_nobody(string id)
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        var report = await mails.Takes(Bounce($"<{id}>"), sender: "");

        Assert.Equal((InboundState.LeftAlone, null), (report.State, report.Undelivered));
        Assert.Empty((await agent.Get($"customers/{RunningDesk.Customer}")).Body!["cameBack"]!.AsArray());
        var sent = await MessageIdOf(reference, desk);
        var other = Bounce(sent).Replace("Office@ashgrove", "head@ashgrove", StringComparison.Ordinal);
        Assert.Null((await mails.Takes(other, sender: "")).Undelivered);
    }

    private static async Task<string> MessageIdOf(string reference, RunningDesk desk)
    {
        var database = desk.Database();
        var found = (await database.Cases.Load(Core.Cases.CaseReference.FromStored(reference)))!;
        var sent = (await database.Outbox.OfCase(found.Id)).First(one =>
            one.Message.To == "office@ashgrove.example.org"
        );
        return $"<{sent.Message.MessageId}>";
    }

    private static string Bounce(string messageId) =>
        "From: MAILER-DAEMON@mx.schools.example.org\r\nTo: desk@schools.example.org\r\nSubject: Undelivered\r\n"
        + $"In-Reply-To: {messageId}\r\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.schools.example.org\r\n\r\n"
        + "Final-Recipient: rfc822; Office@ashgrove.example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";

    private static JsonObject To(string mailbox) => new() { ["mailbox"] = mailbox };

    private static JsonObject Form() =>
        new()
        {
            ["kind"] = "fault",
            ["subject"] = "Webmail is slow",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" },
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject { ["affected"] = "one", ["effect"] = "disruption" },
        };
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>No robot, no stranger and no copy does what only a customer may. A-24, S17, S20, S21, S28, R5</summary>
public sealed class MailRobotTests
{
    private const string Now = "2027-03-24T14:00:00Z";

    [Fact]
    public async Task An_automatic_reply_is_kept_on_its_case_and_ends_no_hold_A_24()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);

        var mail = await mails.Receives(
            $"Automatic reply: [{reference}]",
            "I am away.",
            "Auto-Submitted: auto-replied"
        );

        Assert.Equal(
            (InboundState.OnCase, "Automatic reply: Auto-Submitted: auto-replied."),
            (mail.State, mail.Reason)
        );
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
        Assert.Equal("automatic-mail-received", (string?)(await agent.Events(reference))[^1]!["event"]!["type"]);
    }

    // Somebody may have answered by way of a list, and another desk's program says that it has our mail.
    [Theory]
    [InlineData("List-Id: <ict.example.org>", "List or mailing: List-Id: <ict.example.org>.")]
    [InlineData("Auto-Submitted: auto-generated", "Automatic notice: Auto-Submitted: auto-generated.")]
    public async Task What_a_list_or_a_program_sends_about_a_case_is_kept_on_it_and_ends_no_hold_A_24(
        string header,
        string reason
    )
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);

        var mail = await mails.Receives($"Re: [{reference}]", "Rooms 4 and 5.", header);

        Assert.Equal((InboundState.OnCase, reason), (mail.State, mail.Reason));
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
        Assert.Equal("automatic-mail-received", (string?)(await agent.Events(reference))[^1]!["event"]!["type"]);
    }

    [Theory]
    [InlineData("List-Id: <ict.example.org>", "List or mailing: List-Id: <ict.example.org>.")]
    [InlineData("Auto-Submitted: auto-generated", "Automatic notice: Auto-Submitted: auto-generated.")]
    [InlineData("X-Loop: desk@schools.example.org", "Loop: X-Loop: desk@schools.example.org.")]
    public async Task What_a_program_sends_opens_no_case_and_waits_for_nobody(string header, string reason)
    {
        await using var desk = await RunningDesk.Open(Now);

        var mail = await new MailServer(desk).Receives("Offers", "Buy now.", header);

        Assert.Equal((InboundState.LeftAlone, reason), (mail.State, mail.Reason));
    }

    // A-24: people write such subjects too. Nothing is lost, and should it be a robot, it is told nothing.
    [Theory]
    [InlineData("Out of office replies will not switch on")]
    [InlineData("OOO message stuck")]
    [InlineData("Auto-reply from last term still going out")]
    [InlineData("Vacation: leave booking page is down")]
    [InlineData("Away from my desk phone not forwarding")]
    public async Task What_only_its_subject_calls_an_automatic_reply_waits_for_an_agent_and_gets_no_receipt(
        string subject
    )
    {
        // Wednesday, 21:00: the desk is closed, a person would get a receipt.
        await using var desk = await RunningDesk.Open("2027-03-24T21:00:00Z");

        var mail = await new MailServer(desk).Receives(subject, "Please help.");

        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Equal(
            "Its subject reads like an automatic reply, but it answers no mail of ours: nobody was sent a receipt.",
            mail.Reason
        );
        Assert.Equal(
            0,
            (await desk.Database().Outbox.Receipts("ashgrove.example.org", desk.Now - Duration.FromHours(1))).InAll
        );
    }

    [Fact]
    public async Task What_its_subject_calls_an_automatic_reply_to_a_mail_of_ours_is_one_A_24()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var found = (await desk.Database().Cases.Load(CaseReference.FromStored(reference)))!;
        var sent = (await desk.Database().Outbox.OfCase(found.Id))[^1].Message;

        // By the address that we signed; by the mail that it answers; by the subject that it repeats.
        var onCase = await mails.Takes(
            MailServer.Message("office@ashgrove.example.org", "Out of Office", "One."),
            desk.Services.GetRequiredService<ReplyAddress>()
                .Of("desk@schools.example.org", CaseReference.FromStored(reference))
        );
        var answer = await mails.Receives("Out of Office", "Two.", $"In-Reply-To: <{sent.MessageId}>");
        var repeats = await mails.Takes(
            MailServer.Message("office@ashgrove.example.org", $"Out of Office: {sent.Subject}", "Three.")
        );

        Assert.Equal(
            [InboundState.OnCase, InboundState.OnCase, InboundState.LeftAlone],
            new[] { onCase, answer, repeats }.Select(mail => mail.State)
        );
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    // A-24: many begin a new mail by answering an old one of their own.
    [Fact]
    public async Task A_fault_that_reads_like_an_automatic_reply_and_answers_only_their_own_mail_waits_with_a_hint()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var written = MailServer.Message(
            "office@ashgrove.example.org",
            $"[{reference}] Our case",
            "Rooms 4 and 5.",
            MailServer.Verified
        );
        var own = await mails.Takes(written);
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });

        var mail = await mails.Receives(
            "Out of office replies stuck",
            "They will not switch off.",
            $"In-Reply-To: {written.Split("Message-ID: ")[1].Split("\r\n")[0]}"
        );

        Assert.Equal(InboundState.OnCase, own.State);
        Assert.Equal(
            (
                InboundState.Unlogged,
                $"{reference}: If a person wrote it, it may be about this case. Its subject reads like an automatic reply, but it answers no mail of ours: nobody was sent a receipt."
            ),
            (mail.State, mail.Reason)
        );
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    [Fact]
    public async Task A_new_mail_with_a_mail_of_ours_attached_ends_no_hold_and_waits_with_a_hint_S17()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var found = (await desk.Database().Cases.Load(CaseReference.FromStored(reference)))!;
        var sent = (await desk.Database().Outbox.OfCase(found.Id))[^1].Message;

        var mail = await mails.Takes(
            MailServer.Message(
                "mallory@example.net",
                "A question",
                $"--b\r\n\r\nSee attached.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{sent.MessageId}>\r\n\r\nWords.\r\n--b--",
                "Content-Type: multipart/mixed; boundary=b"
            )
        );

        Assert.Equal(
            (InboundState.Unlogged, $"{reference}: A mail on this case is attached to it."),
            (mail.State, mail.Reason)
        );
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    [Fact]
    public async Task A_reference_from_a_stranger_is_a_hint_for_an_agent_S17()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);

        var mail = await mails.Takes(
            MailServer.Message(
                "mallory@example.net",
                $"Re: [{reference}] E-mail",
                "Send me everything.",
                "Cc: office@ashgrove.example.org"
            )
        );

        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.StartsWith($"{reference}: The subject names this case", mail.Reason, StringComparison.Ordinal);
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    [Fact]
    public async Task A_participant_s_address_that_nobody_verified_is_a_hint_for_an_agent_S17()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);

        var mail = await mails.Takes(
            MailServer.Message("office@ashgrove.example.org", $"Re: [{reference}] E-mail", "Send me everything.")
        );

        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.StartsWith($"{reference}: The subject names this case", mail.Reason, StringComparison.Ordinal);
        Assert.EndsWith("that it is they is not verified.", mail.Reason, StringComparison.Ordinal);
        Assert.Equal("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    [Fact]
    public async Task The_same_mail_that_comes_another_way_counts_once()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = MailServer.Message(
            "office@ashgrove.example.org",
            $"[{reference}]",
            "Room 4.",
            MailServer.Verified
        );
        var first = await mails.Takes(message);

        var again = await mails.Takes(message);
        var copy = await mails.Takes(
            "Delivered-To: filtering@schools.example.org\r\n" + message,
            "filtering@schools.example.org"
        );

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(
            (InboundState.LeftAlone, $"It is a copy of mail {first.Id}, which came another way."),
            (copy.State, copy.Reason)
        );
        Assert.Single(await agent.Events(reference), one => (string?)one!["event"]!["type"] == "customer-replied");
    }

    [Fact]
    public async Task Mails_that_share_a_message_id_and_say_something_else_are_no_copies()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        const string Head =
            "From: form@ashgrove.example.org\r\nMessage-ID: <form@ashgrove.example.org>\r\nSubject: Form\r\n\r\n";

        var first = await mails.Takes(Head + "The printer fails.\r\n");
        var second = await mails.Takes(Head + "The board fails.\r\n");

        Assert.Equal((InboundState.Unlogged, InboundState.Unlogged), (first.State, second.State));
    }

    // A monitor that tells the same again the next day.
    [Fact]
    public async Task Nor_are_mails_that_say_the_same_on_another_day()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        static string On(int day) =>
            $"From: alarm@ashgrove.example.org\r\nMessage-ID: <alarm@ashgrove.example.org>\r\nDate: {day} Mar 2027 10:00:00 +0000\r\nSubject: Link alarm\r\n\r\nLink down\r\n";

        var states = new[]
        {
            await mails.Takes(On(22)),
            await mails.Takes(On(23)),
            await mails.Takes("Received: by relay.example.net\r\n" + On(22)),
        };

        Assert.Equal(
            [InboundState.Unlogged, InboundState.Unlogged, InboundState.LeftAlone],
            states.Select(mail => mail.State)
        );
    }

    // A scanner: the words are the same each time, what was scanned is not.
    [Fact]
    public async Task Nor_are_mails_with_something_else_attached()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        static string With(string file) =>
            "From: scanner@ashgrove.example.org\r\nMessage-ID: <scan@ashgrove.example.org>\r\nSubject: Scan\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nScan attached\r\n--b\r\n"
            + $"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=scan.pdf\r\n\r\n{file}\r\n--b--\r\n";

        var states = new[] { await mails.Takes(With("first")), await mails.Takes(With("other")) };

        Assert.All(states, mail => Assert.Equal(InboundState.Unlogged, mail.State));
    }

    [Fact]
    public async Task A_robot_without_any_mark_is_stopped_after_ten_mails_an_hour_S28()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        List<InboundMail> taken = [];
        for (var number = 1; number <= 12; number++)
        {
            taken.Add(await mails.Receives($"Re: [{reference}]", $"Your mail no. {number} was received."));
        }
        desk.AdvanceTo("2027-03-24T15:00:01Z");
        var human = await mails.Receives($"Re: [{reference}]", "It still fails.");

        Assert.Equal(10, taken.Count(mail => mail.State == InboundState.OnCase));
        Assert.All(taken.Skip(10), mail => Assert.Equal(InboundState.Unlogged, mail.State));
        Assert.Equal(InboundState.OnCase, human.State);
    }

    [Fact]
    public async Task Bytes_that_are_no_mail_wait_for_an_agent_R6()
    {
        await using var desk = await RunningDesk.Open(Now);

        var mail = await new MailServer(desk).Takes("\0\x01\x02 nothing of a mail");

        Assert.Equal(InboundState.Unlogged, mail.State);
    }

    [Fact]
    public async Task An_address_that_no_route_has_turns_no_mail_away()
    {
        await using var desk = await RunningDesk.Open(Now);

        var mail = await new MailServer(desk).Takes(
            MailServer.Message("a@example.net", "Hello", "It fails."),
            "old-address@schools.example.org"
        );

        Assert.Equal(
            (InboundState.Unlogged, "No route of the guide has the address old-address@schools.example.org."),
            (mail.State, mail.Reason)
        );
    }

    private static async Task<string> Held(Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        return reference;
    }
}

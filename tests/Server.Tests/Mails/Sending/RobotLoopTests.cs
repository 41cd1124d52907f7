using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>No program makes us write for ever, no forger makes us write for them, and what comes back is seen. S28, S17, R20, ESS-40</summary>
public sealed class RobotLoopTests
{
    // Friday 30 April 2027, 18:20 BST: closed until Tuesday, 4 May, 08:00.
    private const string Closed = "2027-04-30T17:20:00Z";
    private const string Open = "2027-03-24T14:00:00Z";

    [Fact]
    public async Task D2_Out_of_hours_a_receipt_answers_their_mail_and_repeats_nothing_of_it()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Closed, smtp: sink.Address);
        var mails = new MailServer(desk);

        var mail = await mails.Receives("BUY NOW http://evil.example", "Folders are slow.");
        var receipt = (await Arrive(sink, 1))[0];

        var read = receipt.Read();
        Assert.Equal("Your mail has reached the service desk", read.Subject);
        Assert.DoesNotContain("evil", receipt.Content);
        Assert.DoesNotContain("slow", receipt.Content);
        Assert.Contains("Tuesday 4 May 2027, 08:00 BST", read.Body.Text);
        Assert.Equal("auto-replied", read.Headers.First("Auto-Submitted"));
        Assert.Equal([IdOf("BUY NOW http://evil.example", "Folders are slow.")], read.Answers);
        // RFC 3834, 3.3: nobody is to send it back to.
        Assert.Equal("", receipt.From);
        Assert.Equal(InboundState.Unlogged, mail.State);

        // The second mail of the same night is kept, and is told nothing again.
        await mails.Receives("Second", "And the printer.");
        desk.Advance(Duration.FromHours(1));
        await mails.Takes(MailServer.Message("bursar@ashgrove.example.org", "Third", "Another person."));
        Assert.Equal("bursar@ashgrove.example.org", (await Arrive(sink, 2))[1].To[0]);
        Assert.Equal(2, sink.Mails.Count);
    }

    // R7: a mailbox that could not be read for days is fetched on Saturday, 18:20 BST, while the desk is closed. A day is
    // from Friday, 18:20:00.
    [Theory]
    [InlineData("2027-04-30T17:20:00Z", 1)]
    [InlineData("2027-04-30T17:19:59Z", 0)]
    public async Task Mail_that_is_older_than_a_day_when_it_is_fetched_gets_no_receipt_and_waits_to_be_logged_R7(
        string received,
        int receipts
    )
    {
        await using var desk = await RunningDesk.Open("2027-05-01T17:20:00Z");
        var message = MailServer.Message("office@ashgrove.example.org", "Folders", "They are slow.");
        var kept = await desk
            .Services.GetRequiredService<MailRoom>()
            .Keep(
                new HandedOver(Encoding.UTF8.GetBytes(message), "desk@schools.example.org")
                {
                    ReceivedAt = RunningDesk.At(received),
                }
            );

        var mail = await new MailServer(desk).Settled(kept.Id);

        Assert.Equal((InboundState.Unlogged, RunningDesk.At(received)), (mail.State, mail.ReceivedAt));
        Assert.Equal((0, receipts), await Receipts(desk));
    }

    // S28
    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: bulk")]
    [InlineData("List-Id: <x.example.org>")]
    [InlineData("Return-Path: <>")]
    [InlineData("X-Loop: desk@schools.example.org")]
    public async Task No_program_gets_a_receipt(string header)
    {
        await using var desk = await RunningDesk.Open(Closed);
        await new MailServer(desk).Takes(MailServer.Message("robot@robots.example", "Hello", "Beep", header));

        Assert.Equal((0, 0), await Receipts(desk));
    }

    // S28: it takes off whatever would give it away, and each time has another name and another subject.
    [Fact]
    public async Task A_robot_that_nothing_gives_away_gets_five_receipts_an_hour_and_opens_no_case()
    {
        await using var desk = await RunningDesk.Open(Closed);
        var mails = new MailServer(desk);
        for (var number = 0; number < 12; number++)
        {
            await mails.Takes(MailServer.Message($"r{number}@robots.example", $"Thanks {number}", $"Got it {number}."));
        }
        Assert.Equal((5, 5), await Receipts(desk));

        // People at another domain are answered all the same.
        await mails.Receives("Help", "Sign-in fails.");
        Assert.Equal((5, 6), await Receipts(desk));
        Assert.Null(await Database(desk).Cases.Load(CaseReference.FromNumber("R", 1)));
    }

    // S28
    [Fact]
    public async Task An_answer_to_a_receipt_gets_no_receipt()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Closed, smtp: sink.Address);
        var mails = new MailServer(desk);
        await mails.Takes(MailServer.Message("one@robots.example", "Hello", "Beep"));
        var id = (await Arrive(sink, 1))[0].Read().MessageId;
        await mails.Takes(MailServer.Message("two@robots.example", "Re", "Beep again", $"In-Reply-To: <{id}>"));

        Assert.Equal((1, 1), await Receipts(desk));
    }

    // S28. Held, answered, held again …: each answer makes a mail of ours. The sixth within an hour waits for somebody.
    [Fact]
    public async Task What_answers_each_mail_of_ours_is_answered_five_times_an_hour_and_people_go_on()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Open, smtp: sink.Address);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        for (var number = 0; number < 7; number++)
        {
            desk.Advance(Duration.FromMinutes(1));
            await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "a name" });
            desk.Advance(Duration.FromMinutes(1));
            await mails.Receives($"Re: [{reference}] E-mail {number}", $"Robot {number}.");
            await NothingWaits(desk);
        }

        var resumed = (await Queued(desk, reference)).Where(one => one.Message.Kind == "resumed").ToList();
        Assert.Equal(7, resumed.Count);
        Assert.All(resumed.Take(5), one => Assert.Equal(MessageState.Sent, one.State));
        Assert.All(resumed.Skip(5), one => Assert.Equal(MessageState.HeldBack, one.State));
        Assert.Equal((2, 0), await Database(desk).Outbox.Count("schools-desk", desk.Now));
        // What one of the desk writes leaves.
        await agent.Do(reference, "update", new JsonObject { ["text"] = "From a person" });
        await NothingWaits(desk);
        Assert.Contains("From a person", sink.Mails[^1].Content);
    }

    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("delayed", "4.2.2", false)]
    public async Task What_comes_back_is_marked_on_its_case_R20(string action, string status, bool isBounce)
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Open, smtp: sink.Address);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var sent = (await Arrive(sink, 1))[0];
        await NothingWaits(desk);

        // As Postfix writes it: to the address that the mail was from in the envelope.
        await mails.Takes(Report(sent, action, status), sent.From, sender: "");
        var message = (await Queued(desk, reference))[0];
        Assert.Equal(isBounce ? MessageState.Bounced : MessageState.Sent, message.State);
        Assert.Equal(isBounce ? 1 : 0, (await Database(desk).Outbox.Count("schools-desk", desk.Now)).Failed);
        Assert.Equal("automatic-mail-received", (string?)(await agent.Events(reference))[^1]!["event"]!["type"]);
        // It counts as nothing and is answered by nothing (A-24).
        Assert.Single(sink.Mails);
    }

    private static string Report(SunkMail sent, string action, string status) =>
        $"""
            From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
            To: {sent.From}
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I'm sorry to have to inform you.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; {sent.To[0]}
            Action: {action}
            Status: {status}
            --b
            Content-Type: message/rfc822

            {sent.Content}
            --b--
            """.ReplaceLineEndings("\r\n");

    private static string IdOf(string subject, string text) =>
        Rung
            .Mail.Inbound.MailReader.Read(
                Encoding.UTF8.GetBytes(MailServer.Message("office@ashgrove.example.org", subject, text))
            )
            .MessageId!;

    private static Task<(long, long)> Receipts(RunningDesk desk) =>
        Database(desk).Outbox.Receipts("robots.example", desk.Now - Duration.FromHours(1));

    private static RungDatabase Database(RunningDesk desk) => desk.Services.GetRequiredService<RungDatabase>();

    private static async Task<IReadOnlyList<QueuedMessage>> Queued(RunningDesk desk, string reference)
    {
        var found = await Database(desk).Cases.Load(CaseReference.FromStored(reference));
        return await Database(desk).Outbox.OfCase(found!.Id);
    }

    private static Task NothingWaits(RunningDesk desk) =>
        RunningDesk.Until(
            async () => (await Database(desk).Outbox.Count("schools-desk", desk.Now)).Waiting == 0,
            "nothing waits to be sent"
        );

    private static async Task<IReadOnlyList<SunkMail>> Arrive(SmtpSink sink, int count)
    {
        await RunningDesk.Until(() => Task.FromResult(sink.Mails.Count >= count), $"{count} mails arrive");
        return sink.Mails;
    }
}

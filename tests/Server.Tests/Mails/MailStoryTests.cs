using System.Text.Json.Nodes;
using NodaTime;
using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>A mail becomes the right thing. Stories D1, D2 and D4 with their mails; times by hand, as the stories say.</summary>
public sealed class MailStoryTests
{
    private static readonly JsonObject ToConfirm = new()
    {
        ["resolution"] = "Restarted the server",
        ["confirmation"] = "required",
    };

    [Fact]
    public async Task D2_A_mail_before_a_bank_holiday_counts_from_the_next_opening_and_is_logged_by_its_end_ESS_40_ESS_41()
    {
        // Friday 30 April 2027, 18:20 BST; Monday 3 May is a holiday.
        await using var desk = await RunningDesk.Open("2027-04-30T17:20:00Z");

        var mail = await new MailServer(desk).Receives("E-mail is slow", "Webmail is slow for one user since today.");

        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Equal(At("2027-04-30T17:20:00Z"), mail.ReceivedAt);
        Assert.Equal(At("2027-05-04T07:00:00Z"), mail.EffectiveAt);
        Assert.Equal(At("2027-05-04T17:00:00Z"), mail.LogBy);
        Assert.Null(mail.CaseId);
    }

    [Fact]
    public async Task A_mail_in_the_hours_counts_at_once_A_05()
    {
        // Thursday 24 December 2026, 15:20: 160 minutes left that day, 25 to 28 are closed, 440 more on the 29th.
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");

        var mail = await new MailServer(desk).Receives("Printer", "It fails.");

        Assert.Equal(
            (At("2026-12-24T15:20:00Z"), At("2026-12-29T15:20:00Z")),
            (mail.EffectiveAt!.Value, mail.LogBy!.Value)
        );
    }

    [Fact]
    public async Task D1_A_reply_to_a_held_case_resumes_it_A_06()
    {
        await using var desk = await RunningDesk.Open("2026-12-30T09:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });

        desk.AdvanceTo("2027-01-04T09:30:00Z");
        var mail = await mails.Receives($"Re: [{reference}] E-mail", "Rooms 4 and 5.\r\n\r\n> Which rooms?");

        Assert.Equal((InboundState.OnCase, reference), (mail.State, (await mails.CaseOf(mail))!.Value.Text));
        var body = (await agent.Case(reference)).Body!;
        Assert.NotEqual("onHold", (string?)body["condition"]);
        var replied = (await agent.Events(reference)).Single(one =>
            (string?)one!["event"]!["type"] == "customer-replied"
        )!["event"]!;
        Assert.Equal(("Rooms 4 and 5.", "Office manager"), ((string?)replied["text"], (string?)replied["by"]!["name"]));
        Assert.Equal("2027-01-04T09:30:00Z", (string?)replied["at"]);
    }

    [Fact]
    public async Task D4_A_reply_to_a_resolved_case_sends_it_back_and_one_to_a_closed_case_begins_another_ESS_53_A_10()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var closed = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", ToConfirm);
        await agent.Do(
            closed,
            "resolve",
            new JsonObject { ["resolution"] = "Told how", ["confirmation"] = "notRequired" }
        );
        await agent.Do(closed, "close");
        var before = await mails.Versions(closed);

        desk.AdvanceTo("2027-03-24T14:20:00Z");
        var rejected = await mails.Receives($"Re: [{reference}] E-mail", "It is not fixed.");
        var begun = await mails.Receives($"Re: [{closed}] E-mail", "It is back.");
        var more = await mails.Receives($"Re: [{closed}] E-mail", "And worse than before.");

        Assert.Equal(reference, (await mails.CaseOf(rejected))!.Value.Text);
        Assert.Contains((string?)(await agent.Case(reference)).Body!["condition"], (string[])["open", "assigned"]);
        var next = (await mails.CaseOf(begun))!.Value.Text;
        Assert.NotEqual(closed, next);
        var logged = (await agent.Events(next))[0]!["event"]!;
        Assert.Equal((closed, "2027-03-24T14:20:00Z"), ((string?)logged["continues"], (string?)logged["clockStart"]));
        // The closed case gained its link and nothing else, and what is written to it later goes on with the new one.
        Assert.Equal(before + 1, await mails.Versions(closed));
        Assert.Equal(next, (await mails.CaseOf(more))!.Value.Text);
    }

    [Fact]
    public async Task An_answer_to_a_mail_on_a_case_follows_it_whatever_its_subject()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await mails.Takes(
            $"{MailServer.Verified}\r\nFrom: office@ashgrove.example.org\r\nMessage-ID: <one@ashgrove.example.org>\r\n"
                + $"Subject: [{reference}]\r\n\r\nFirst.\r\n"
        );

        var second = await mails.Takes(
            "From: Teacher <teacher@ashgrove.example.org>\r\nMessage-ID: <two@ashgrove.example.org>\r\n"
                + "In-Reply-To: <one@ashgrove.example.org>\r\nSubject: Something else\r\n\r\nSecond.\r\n"
        );

        Assert.Equal(reference, (await mails.CaseOf(second))!.Value.Text);
    }

    private static Instant At(string text) => RunningDesk.At(text);
}

using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>
/// One mail to several addresses of ours counts once, but whoever copies a level of the ladder escalates and whoever
/// copies the address for complaints complains (ESS-91, ESS-93), in whatever order the copies arrive.
/// </summary>
public sealed class CopiedMailTests
{
    private const string Now = "2026-12-14T10:00:00Z";
    private const string Desk = "desk@schools.example.org";
    private const string Manager = "desk-manager@schools.example.org";
    private const string Head = "head-of-service@schools.example.org";
    private const string Feedback = "feedback@schools.example.org";

    [Fact]
    public async Task A_19_An_answer_that_is_copied_to_the_desk_manager_escalates_once_and_is_one_answer()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = Mail(reference);

        var first = await mails.Takes(message);
        var copy = await mails.Takes(message, Manager);
        var third = await mails.Takes(message, Head);

        Assert.Equal((InboundState.OnCase, InboundState.OnCase), (first.State, copy.State));
        Assert.Equal($"It is a copy of mail {first.Id}; this one asks to escalate.", copy.Reason);
        Assert.Equal(InboundState.LeftAlone, third.State);
        Assert.Equal(1, (int)Assert.Single(await Of(agent, reference, "escalated"))["level"]!);
        Assert.Single(await Of(agent, reference, "customer-replied"));
    }

    [Fact]
    public async Task A_19_The_desk_managers_copy_may_come_first()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = Mail(reference);

        var first = await mails.Takes(message, Manager);
        var copy = await mails.Takes(message);

        Assert.Equal((InboundState.OnCase, InboundState.LeftAlone), (first.State, copy.State));
        Assert.Single(await Of(agent, reference, "escalated"));
        Assert.Single(await Of(agent, reference, "customer-replied"));
    }

    [Fact]
    public async Task A_19_Copies_that_are_handled_together_escalate_once()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = Mail(reference);

        await Task.WhenAll(mails.Takes(message), mails.Takes(message, Manager), mails.Takes(message, Head));

        Assert.Single(await Of(agent, reference, "escalated"));
        Assert.Single(await Of(agent, reference, "customer-replied"));
    }

    [Theory]
    [InlineData(Desk, Manager)]
    [InlineData(Manager, Desk)]
    public async Task A_19_A_mail_that_names_no_case_waits_once_and_escalates_when_it_is_entered_on_one(
        string at,
        string besides
    )
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var message = MailServer.Message("office@ashgrove.example.org", "Our case", "Nobody rings us back.");

        var first = await mails.Takes(message, at);
        var copy = await mails.Takes(message, besides);

        var waiting = await mails.Settled(first.Id);
        Assert.Equal((InboundState.Unlogged, InboundState.LeftAlone), (waiting.State, copy.State));
        Assert.Contains("This address is for escalations", waiting.Reason, StringComparison.Ordinal);
        (await agent.Post($"intake/{first.Id}/attach", new JsonObject { ["reference"] = reference })).Expect(200);
        Assert.Equal(1, (int)Assert.Single(await Of(agent, reference, "escalated"))["level"]!);
    }

    [Fact]
    public async Task A_19_The_word_about_a_copy_stands_once_on_the_mail_that_waits()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        var message = MailServer.Message("office@ashgrove.example.org", "Our case", "Nobody rings us back.");

        var first = await mails.Takes(message);
        await mails.Takes(message, Manager);
        await mails.Takes(message, Head);

        Assert.Equal(
            $"A copy of it came to {Manager}. This address is for escalations: entered on the case that it is about, it asks for the next level.",
            (await mails.Settled(first.Id)).Reason
        );
    }

    // ESS-53: the mail goes on with a case that was closed; there was nothing to escalate.
    [Fact]
    public async Task A_copy_to_a_level_of_a_mail_that_began_a_case_is_left_alone()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var message = MailServer.Message("office@ashgrove.example.org", "Webmail", "It is slow.", MailServer.Verified);
        var first = await mails.Takes(message);
        var form = new JsonObject
        {
            ["kind"] = "information",
            ["subject"] = "Webmail",
            ["customer"] = RunningDesk.Customer,
        };
        form["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" };
        form["services"] = new JsonArray("email");
        var logged = (await agent.Post($"intake/{first.Id}/log", form)).Expect(201);

        var copy = await mails.Takes(message, Manager);

        Assert.Equal(InboundState.LeftAlone, copy.State);
        Assert.Empty(await Of(agent, logged.Reference, "escalated"));
    }

    // The sender of the copy was found to be forged: nothing happens by itself.
    [Fact]
    public async Task A_copy_to_a_level_whose_sender_is_forged_waits_for_an_agent_S17()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = Mail(reference);
        var first = await mails.Takes(message);

        var copy = await mails.Takes(message.Replace("dmarc=pass", "dmarc=fail", StringComparison.Ordinal), Manager);

        Assert.Equal(InboundState.Unlogged, copy.State);
        Assert.StartsWith(
            $"It is a copy of mail {first.Id}, which is on {reference}.",
            copy.Reason,
            StringComparison.Ordinal
        );
        Assert.Empty(await Of(agent, reference, "escalated"));
    }

    [Theory]
    [InlineData(Desk, Feedback)]
    [InlineData(Feedback, Desk)]
    public async Task ESS_91_An_answer_that_is_copied_to_the_address_for_complaints_waits_there_to_be_logged_as_one(
        string one,
        string other
    )
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await Held(agent);
        var message = Mail(reference);

        InboundMail[] taken = [await mails.Takes(message, one), await mails.Takes(message, other)];

        var complaint = taken.Single(mail => mail.Mailbox == Feedback);
        Assert.Equal(InboundState.Unlogged, complaint.State);
        Assert.Contains(reference, complaint.Reason, StringComparison.Ordinal);
        Assert.Contains("This address is for complaints", complaint.Reason, StringComparison.Ordinal);
        Assert.Equal(InboundState.OnCase, taken.Single(mail => mail.Mailbox == Desk).State);
        Assert.Single(await Of(agent, reference, "customer-replied"));
    }

    [Fact]
    public async Task ESS_91_A_mail_to_the_address_for_complaints_that_names_no_case_waits_with_a_word_about_it()
    {
        await using var desk = await RunningDesk.Open(Now);
        var mails = new MailServer(desk);
        var message = MailServer.Message("office@ashgrove.example.org", "Your service", "I complain.");

        var first = await mails.Takes(message);
        var copy = await mails.Takes(message, Feedback);

        var waiting = await mails.Settled(first.Id);
        Assert.Equal((InboundState.Unlogged, InboundState.LeftAlone), (waiting.State, copy.State));
        Assert.StartsWith(
            $"A copy of it came to {Feedback}. This address is for complaints",
            waiting.Reason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Feedback, "This address is for complaints", "discard")]
    [InlineData(Feedback, "This address is for complaints", "hand-over")]
    [InlineData(Manager, "This address is for escalations", "discard")]
    public async Task ESS_91_A_copy_of_a_mail_that_was_put_aside_or_handed_over_waits_for_an_agent_itself(
        string besides,
        string word,
        string done
    )
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var message = MailServer.Message("office@ashgrove.example.org", "Your service", "Nobody rings us back.");
        var first = await mails.Takes(message);
        JsonObject how =
            done == "discard" ? new() { ["reason"] = "A duplicate" } : new() { ["route"] = "direct-sales" };
        (await agent.Post($"intake/{first.Id}/{done}", how)).Expect(200);

        var copy = await mails.Takes(message, besides);

        Assert.Equal(InboundState.Unlogged, copy.State);
        Assert.Contains(word, copy.Reason, StringComparison.Ordinal);
    }

    private static async Task<string> Held(Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        return reference;
    }

    private static string Mail(string reference) =>
        MailServer.Message(
            "office@ashgrove.example.org",
            $"[{reference}] Our case",
            "Rooms 4 and 5. And this takes too long.",
            MailServer.Verified
        );

    private static async Task<IReadOnlyList<JsonNode>> Of(Caller agent, string reference, string type) =>
        [.. (await agent.Events(reference)).Select(one => one!["event"]!).Where(one => (string?)one["type"] == type)];
}

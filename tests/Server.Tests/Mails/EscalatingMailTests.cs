using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Sending;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Mails that ask to escalate: at the schools desk they do so by themselves, at the SMC never. A-19, S-04, ESS-82, D5</summary>
public sealed class EscalatingMailTests
{
    private const string Manager = "desk-manager@schools.example.org";
    private const string Head = "head-of-service@schools.example.org";
    private const string Noc = "noc@harbour.example.org";

    [Fact]
    public async Task A_mail_to_a_levels_mailbox_enters_the_next_level_in_order_from_the_next_opening_A_19_ESS_82()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        // Monday 19:00: the desk closed at 18:00 and opens on Tuesday at 08:00. The head of service is level 3, asked first.
        desk.AdvanceTo("2026-12-14T19:00:00Z");
        var first = await mails.Takes(Mail(reference, "Nobody rings us back."), Head);
        desk.AdvanceTo("2026-12-15T10:00:00Z");
        var second = await mails.Takes(Mail(reference, "Still nothing."), Manager);

        Assert.Equal((reference, reference), (await Case(mails, first), await Case(mails, second)));
        var entered = await Of(agent, reference, "escalated");
        Assert.Equal([1, 2], entered.Select(one => (int)one["level"]!));
        Assert.Equal(
            ["2026-12-15T08:00:00Z", "2026-12-15T10:00:00Z"],
            entered.Select(one => (string?)one["effective"])
        );
        Assert.Equal(["Nobody rings us back.", "Still nothing."], entered.Select(one => (string?)one["note"]));
        Assert.All(entered, one => Assert.Equal("email", (string?)one["channel"]));
        Assert.Empty(await Of(agent, reference, "customer-replied"));
    }

    // Monday, in hours: level 1 takes effect at 11:00 and has until 11:30; the second was written at the same time.
    [Fact]
    public async Task Two_mails_at_once_make_one_level_ESS_83()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        desk.AdvanceTo("2026-12-14T11:00:00Z");
        var first = await mails.Takes(Mail(reference, "Nobody rings us back."), Manager);
        var second = await mails.Takes(Mail(reference, "Nothing happens here."), Manager);

        Assert.Equal((reference, reference), (await Case(mails, first), await Case(mails, second)));
        Assert.Equal(1, (int)Assert.Single(await Of(agent, reference, "escalated"))["level"]!);
        Assert.Equal(
            "Nothing happens here.",
            (string?)Assert.Single(await Of(agent, reference, "escalation-repeated"))["note"]
        );

        desk.AdvanceTo("2026-12-14T11:30:00Z");
        await mails.Takes(Mail(reference, "Still nothing."), Manager);
        Assert.Equal([1, 2], (await Of(agent, reference, "escalated")).Select(one => (int)one["level"]!));
    }

    [Fact]
    public async Task While_the_service_as_a_whole_is_escalated_a_mail_to_a_levels_mailbox_still_escalates_the_case_ESS_85()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(
            reference,
            "escalate",
            new JsonObject
            {
                ["from"] = "Office manager",
                ["seenLevel"] = 0,
                ["reasons"] = new JsonArray("quality"),
            }
        );

        await mails.Takes(Mail(reference, "And this case stands still."), Manager);

        var entered = await Of(agent, reference, "escalated");
        Assert.Equal(["service", "incident"], entered.Select(one => (string?)one["ladder"]));
        Assert.Empty(await Of(agent, reference, "customer-replied"));
    }

    [Fact]
    public async Task One_that_names_no_case_waits_with_a_word_for_whoever_enters_it_on_one()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;

        var mail = await mails.Takes(
            MailServer.Message("office@ashgrove.example.org", "Our case", "Please help."),
            Manager
        );
        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Contains("This address is for escalations", mail.Reason, StringComparison.Ordinal);

        (await agent.Post($"intake/{mail.Id}/attach", new JsonObject { ["reference"] = reference })).Expect(200);
        Assert.Equal(1, (int)Assert.Single(await Of(agent, reference, "escalated"))["level"]!);
    }

    [Fact]
    public async Task A_mail_to_a_level_about_a_case_that_is_held_is_an_answer_as_well_A_06()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });

        desk.AdvanceTo("2026-12-14T11:00:00Z");
        await mails.Takes(Mail(reference, "Rooms 4 and 5. And this takes too long."), Manager);

        Assert.Single(await Of(agent, reference, "escalated"));
        Assert.Single(await Of(agent, reference, "customer-replied"));
        Assert.NotEqual("onHold", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    // The desk stopped between the two: what the mail asked for stands already, on the case that the other is escalated with.
    [Fact]
    public async Task A_mail_on_a_case_that_is_escalated_with_another_asks_that_one_only_once_over_a_stop()
    {
        const string Text = "Rooms 4 and 5. And this takes too long.";
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var (lead, other) = (
            (await agent.Log(Caller.FaultForSome)).Reference,
            (await agent.Log(Caller.FaultForSome)).Reference
        );
        await agent.Do(lead, "ask-to-escalate", Asked("Nobody rings us back."));
        await agent.Do(
            lead,
            "link",
            new JsonObject
            {
                ["other"] = other,
                ["kind"] = "covers",
                ["reason"] = "The same fault",
            }
        );
        await agent.Do(other, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });

        desk.AdvanceTo("2026-12-14T11:00:00Z");
        await agent.Do(other, "ask-to-escalate", Asked(Text));
        await mails.Takes(Mail(other, Text), Manager);

        Assert.Equal([1, 2], (await Of(agent, lead, "escalated")).Select(one => (int)one["level"]!));
        Assert.Single(await Of(agent, other, "customer-replied"));
    }

    private static JsonObject Asked(string text) => new() { ["text"] = text, ["channel"] = "email" };

    // D5, 1: Sunday 28 March 2027, 03:35 BST is 02:35Z.
    [Fact]
    public async Task D5_At_the_SMC_a_mail_is_noted_and_answered_at_once_with_the_number_to_ring_and_enters_nothing_S_04()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z", smtp: sink.Address);
        var (agent, mails) = (new Caller(desk, at: "smc"), new MailServer(desk));
        var reference = (await agent.Log(Outage())).Reference;

        desk.AdvanceTo("2027-03-28T02:35:00Z");
        var mail = await mails.Takes(Mail(reference, "Please escalate this now.", Noc), "smc@telecom.example.org");

        Assert.Equal(reference, await Case(mails, mail));
        Assert.Equal(
            "Please escalate this now.",
            (string?)Assert.Single(await Of(agent, reference, "escalation-asked"))["text"]
        );
        Assert.Empty(await Of(agent, reference, "escalated"));
        SunkMail? answer = null;
        await RunningDesk.Until(
            () =>
                Task.FromResult(
                    (
                        answer = sink.Mails.FirstOrDefault(one =>
                            one.Content.Contains("wish to escalate", StringComparison.Ordinal)
                        )
                    )
                        is not null
                ),
            "the telephone route is written"
        );
        Assert.Equal([Noc], answer!.To);
        Assert.Contains("Please ring 01632 960200", answer.Read().Body.Text, StringComparison.Ordinal);
        // The desk is alerted: by a message, in the queue, and on the case, where the wish stands as unread.
        var row = (await agent.Get("queue")).Body!["rows"]!.AsArray().Single()!;
        Assert.Equal("2027-03-28T02:35:00Z", (string?)row["escalationAskedAt"]);
        var queue = await desk.Client.GetStringAsync("/smc/queue", TestContext.Current.CancellationToken);
        Assert.Contains("wishes to escalate", queue, StringComparison.Ordinal);
        var messages = (await agent.Get($"cases/{reference}/messages")).Body!["messages"]!.AsArray();
        Assert.Single(messages, message => (string?)message!["rule"] == "escalation-wished");
        var page = await desk.Client.GetStringAsync($"/smc/cases/{reference}", TestContext.Current.CancellationToken);
        Assert.Contains("Please escalate this now.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_the_SMC_that_asks_for_nothing_of_the_kind_is_an_answer()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var (agent, mails) = (new Caller(desk, at: "smc"), new MailServer(desk));
        var reference = (await agent.Log(Outage())).Reference;

        await mails.Takes(Mail(reference, "No need to escalate: it is back.", Noc), "smc@telecom.example.org");

        Assert.Empty(await Of(agent, reference, "escalation-asked"));
        Assert.Single(await Of(agent, reference, "customer-replied"));
    }

    private static string Mail(string reference, string text, string from = "office@ashgrove.example.org") =>
        MailServer.Message(
            from,
            $"[{reference}] Our case",
            text,
            $"Authentication-Results: {MailServer.AuthServId}; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}"
        );

    private static JsonObject Outage() =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "All sites cut off",
            ["customer"] = RunningDesk.CustomerOfSmc,
            ["contact"] = new JsonObject { ["name"] = "Network control", ["email"] = Noc },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = "No site answers",
                ["tried"] = "Routers restarted",
            },
        };

    private static async Task<string?> Case(MailServer mails, InboundMail mail) => (await mails.CaseOf(mail))?.Text;

    private static async Task<IReadOnlyList<JsonNode>> Of(Caller agent, string reference, string type) =>
        [.. (await agent.Events(reference)).Select(one => one!["event"]!).Where(one => (string?)one["type"] == type)];
}

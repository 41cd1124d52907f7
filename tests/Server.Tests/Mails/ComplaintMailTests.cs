using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>What comes by mail about a complaint is seen by those who may see that. ESS-88, ESS-92, ESS-93.</summary>
public sealed class ComplaintMailTests
{
    private const string Office = "office@ashgrove.example.org";

    private static JsonObject Form =>
        new()
        {
            ["source"] = "form",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = Office },
            ["text"] = "Nobody rings back",
        };

    [Fact]
    public async Task ESS_93_An_answer_goes_to_the_complaint_and_is_gone_for_everybody_else()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var handler = new Caller(desk, "Sam", "complaint-handler");
        var reference = (await agent.Post("complaints", Form)).Expect(201).Reference;
        var told = (await handler.Get($"cases/{reference}/messages")).Body!["messages"]![0]!;
        Assert.Equal((Office, $"[{reference}] Complaint"), ((string?)told["to"], (string?)told["subject"]));

        var mail = await mails.Receives($"Re: [{reference}] Complaint", "I am still waiting.");

        Assert.Equal(InboundState.OnCase, mail.State);
        var kept = Assert.Single((await handler.Get($"cases/{reference}/mails")).Expect(200).Body!["mails"]!.AsArray());
        Assert.Equal(mail.Id, (long)kept!["id"]!);
        (await handler.Get($"intake/{mail.Id}")).Expect(200);
        Assert.Empty((await agent.Get("intake?state=onCase")).Expect(200).Body!["mails"]!.AsArray());
        foreach (var path in (string[])["", "/original"])
        {
            Assert.Equal(
                (await agent.Get($"intake/999{path}")).Body!["code"]!.ToJsonString(),
                (await agent.Get($"intake/{mail.Id}{path}")).Expect(404).Body!["code"]!.ToJsonString()
            );
        }
    }

    // The same answer by way of a second mailbox: entered once, and seen by nobody else on either way.
    [Fact]
    public async Task ESS_93_A_copy_of_an_answer_is_as_apart_as_the_answer()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var handler = new Caller(desk, "Sam", "complaint-handler");
        var reference = (await agent.Post("complaints", Form)).Expect(201).Reference;
        var message = MailServer.Message(
            $"Office <{Office}>",
            $"Re: [{reference}] Complaint",
            "I am still waiting.",
            MailServer.Verified
        );
        var first = await mails.Takes(message);
        var copy = await mails.Takes(message, "filtering@schools.example.org");

        Assert.Equal((InboundState.OnCase, InboundState.LeftAlone), (first.State, copy.State));
        Assert.Empty((await agent.Get("intake?state=leftAlone")).Expect(200).Body!["mails"]!.AsArray());
        Assert.Equal(404, (await agent.Get($"intake/{copy.Id}")).Status);
        (await handler.Get($"intake/{copy.Id}")).Expect(200);
        var events = await handler.Events(reference);
        Assert.Single(events, one => (string?)one!["event"]!["text"] == "I am still waiting.");
    }

    // Whoever wrote it is no contact of the customer's, so that somebody decides. What they read names no complaint.
    [Fact]
    public async Task ESS_93_A_mail_that_names_a_complaint_waits_without_saying_so_and_nobody_enters_it_who_may_not()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var handler = new Caller(desk, "Sam", "complaint-handler");
        var reference = (await agent.Post("complaints", Form)).Expect(201).Reference;
        var mail = await mails.Takes(
            MailServer.Message("somebody@elsewhere.example.org", "A question", $"It is about {reference}.")
        );

        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Null(mail.Reason);
        var read = (await agent.Get($"intake/{mail.Id}")).Expect(200).Body!["read"]!;
        Assert.Null(read["hint"]);
        var attach = new JsonObject { ["reference"] = reference };
        var refused = await agent.Post($"intake/{mail.Id}/attach", attach);
        Assert.Equal((404, "case-not-found"), (refused.Status, refused.Code));

        (await handler.Post($"intake/{mail.Id}/attach", attach)).Expect(200);
        Assert.Single((await handler.Get($"cases/{reference}/mails")).Body!["mails"]!.AsArray());
        Assert.Equal(404, (await agent.Get($"intake/{mail.Id}")).Status);
    }

    // Mails about a complaint are not among the desk's own.
    [Fact]
    public async Task ESS_92_The_holding_reply_goes_out_by_mail_with_the_date_of_the_rest()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var handler = new Caller(desk, "Sam", "complaint-handler");
        var reference = (await handler.Post("complaints", Form)).Expect(201).Reference;

        await handler.Do(
            reference,
            "holding-reply",
            new JsonObject { ["text"] = "We ask the engineer.", ["followUp"] = "2027-01-12" }
        );

        var told = (await handler.Get($"cases/{reference}/messages")).Body!["messages"]!.AsArray();
        var text = (string)told[^1]!["text"]!;
        Assert.Contains("We ask the engineer.", text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 12 January 2027, 18:00 GMT", text, StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>
/// No case closes by itself past mail that is kept and not handled yet, whoever touches it (A-10, ESS-53). A case that was
/// resolved on Monday 22 March 2027 at 10:00 and needs no confirmation closes at 11:00. What the customer wrote at
/// 10:59:45 is in the hand of a node that is gone, until 11:02:45.
/// </summary>
public sealed class UnheardMailTests
{
    private const string Office = "office@ashgrove.example.org";

    private static readonly JsonObject Told = new() { ["resolution"] = "Told how", ["confirmation"] = "notRequired" };

    [Theory]
    [InlineData("note", """{"text":"They rang."}""")]
    [InlineData("confirm", """{"text":"All is well."}""")]
    [InlineData("reply", """{"text":"All is well.","channel":"phone"}""")]
    public async Task A_command_on_a_case_that_is_due_to_close_waits_for_mail_that_came_before(
        string command,
        string body
    )
    {
        await using var desk = await RunningDesk.Open("2027-03-22T10:00:00Z");
        var agent = new Caller(desk);
        var reference = await WithReplyInHand(desk, agent, "2027-03-22T11:01:00Z");

        var words = (JsonObject)JsonNode.Parse(body)!;
        var refused = (await agent.Post($"cases/{reference}/{command}", words)).Expect(409);

        Assert.Equal("mail-waits", refused.Code);
        Assert.Equal("resolved", (string?)(await agent.Case(reference)).Body!["condition"]);
        desk.AdvanceTo("2027-03-22T11:03:00Z");
        Assert.Equal("2027-03-22T10:59:45Z", await HeardAt(agent, reference));
    }

    [Fact]
    public async Task A_new_case_that_continues_one_that_is_due_to_close_waits_for_mail_that_came_before()
    {
        await using var desk = await RunningDesk.Open("2027-03-22T10:00:00Z");
        var agent = new Caller(desk);
        var reference = await WithReplyInHand(desk, agent, "2027-03-22T11:01:00Z");

        var next = (JsonObject)Caller.FaultForSome.DeepClone();
        next["continues"] = reference;

        Assert.Equal("mail-waits", (await agent.Post("cases", next)).Expect(409).Code);
    }

    // In a backlog the newest are taken up among the oldest.
    [Fact]
    public async Task A_later_mail_that_is_handled_first_waits_for_the_earlier_one()
    {
        await using var desk = await RunningDesk.Open("2027-03-22T10:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = await WithReplyInHand(desk, agent, "2027-03-22T11:01:00Z");

        var later = await Keep(desk, Message(reference, "And please ring me."));
        await RunningDesk.Until(
            async () => await desk.Database().Inbound.Find(later) is { State: InboundState.Received, Tries: 0 },
            "it is given back"
        );
        desk.AdvanceTo("2027-03-22T11:03:00Z");

        Assert.Equal("2027-03-22T10:59:45Z", await HeardAt(agent, reference));
        var settled = await mails.Settled(later);
        Assert.Equal((InboundState.OnCase, reference), (settled.State, (await mails.CaseOf(settled))!.Value.Text));
    }

    // A flag is set at 10:59:50, before anybody has read the mail: it counts from then, not from after the closing.
    [Fact]
    public async Task What_came_before_the_case_moved_on_counts_from_then_and_not_from_now()
    {
        await using var desk = await RunningDesk.Open("2027-03-22T10:00:00Z");
        var agent = new Caller(desk);
        var reference = await WithReplyInHand(desk, agent, "2027-03-22T10:59:50Z");
        var flag = new JsonObject
        {
            ["flag"] = "total-loss",
            ["value"] = "unset",
            ["reason"] = "One room had it",
        };
        await agent.Do(reference, "flag", flag);

        desk.AdvanceTo("2027-03-22T11:03:00Z");

        Assert.Equal("2027-03-22T10:59:50Z", await HeardAt(agent, reference));
    }

    // The mail server had it on Friday evening; Rung was away until Tuesday.
    [Fact]
    public async Task What_lay_for_days_counts_from_when_the_mail_server_had_it()
    {
        await using var desk = await RunningDesk.Open("2027-03-19T16:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        await desk.Stop();
        desk.AdvanceTo("2027-03-23T09:00:00Z");

        await desk.Start(database => database.Inbound.Keep(Reply(reference, "2027-03-19T16:30:00Z")));

        Assert.Equal("2027-03-19T16:30:00Z", await HeardAt(agent, reference));
    }

    // Resolved at 10:00; the reply was kept at 10:59:45, and the desk is back at that time.
    private static async Task<string> WithReplyInHand(RunningDesk desk, Caller agent, string back)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", Told);
        desk.AdvanceTo("2027-03-22T10:59:00Z");
        await desk.Stop();
        desk.AdvanceTo(back);
        await desk.Start(async database =>
        {
            var reply = Reply(reference, "2027-03-22T10:59:45Z");
            await database.Inbound.Keep(reply);
            var claim = new InboundClaim("gone", reply.ReceivedAt, reply.ReceivedAt + Duration.FromMinutes(3));
            Assert.Single(await database.Inbound.Claim(claim));
        });
        return reference;
    }

    private static async Task<string?> HeardAt(Caller agent, string reference)
    {
        await RunningDesk.Until(
            async () => (string?)(await agent.Case(reference)).Body!["condition"] is "open" or "assigned",
            "the reply is heard"
        );
        var events = await agent.Events(reference);
        Assert.DoesNotContain(events, one => (string?)one!["event"]!["type"] == "closed");
        return (string?)events.First(one => (string?)one!["event"]!["type"] == "customer-replied")!["event"]!["at"];
    }

    private static async Task<long> Keep(RunningDesk desk, string message)
    {
        var room = (MailRoom)desk.Services.GetService(typeof(MailRoom))!;
        return (await room.Keep(Encoding.UTF8.GetBytes(message), "desk@schools.example.org", null)).Id;
    }

    private static string Message(string reference, string text) =>
        MailServer.Message(Office, $"Re: [{reference}] E-mail", text, MailServer.Verified);

    private static NewInbound Reply(string reference, string at) =>
        new(
            "schools-desk",
            "desk@schools.example.org",
            EnvelopeSender: null,
            Encoding.UTF8.GetBytes(Message(reference, "It is not fixed.")),
            RunningDesk.At(at)
        );
}

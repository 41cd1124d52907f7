using System.Text.Json.Nodes;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>Programs that answer each mail of ours, for an hour: one case, few mails, somebody is told, and people go on.</summary>
public sealed class EchoTests
{
    // Wednesday, in the desk's hours.
    private const string Open = "2027-03-24T14:00:00Z";

    // Friday 30 April 2027, 18:20 BST: closed until Tuesday.
    private const string Closed = "2027-04-30T17:20:00Z";

    private const string Robot = "robot@robots.example";
    private const int MostAnHour = 5;

    // It answers each mail of ours at once, from another address and under another subject each time, and leaves out
    // whatever would give it away: also In-Reply-To where it writes to the desk, and all but the address that it answers to.
    [Theory]
    [InlineData(Open)]
    [InlineData(Closed)]
    public async Task S28_A_robot_that_takes_off_all_that_gives_it_away_gets_five_mails_an_hour_and_no_case(string now)
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(now, smtp: sink.Address);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Addressed(Caller.FaultForSome, Robot))).Reference;
        // What an agent writes is no answer of a program's: it is not counted.
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "a name" });
        await Quiet(desk);
        var written = sink.Mails.Count;
        await mails.Takes(MailServer.Message(Robot, "Hello", "Beep"));
        var taken = new List<InboundMail>();
        for (var (minute, answered) = (1, 0); minute < 60; minute++)
        {
            desk.Advance(Duration.FromMinutes(1));
            await Quiet(desk);
            foreach (var mail in sink.Mails.Skip(answered).ToList())
            {
                answered++;
                var echo = MailServer.Message(
                    $"r{minute}-{answered}@robots.example",
                    $"Thanks {answered}",
                    $"Got it {minute}"
                );
                taken.Add(
                    await mails.Takes(
                        echo,
                        mail.Read().ReplyTo is [var reply, ..] ? reply.Address : "desk@schools.example.org"
                    )
                );
            }
            // It also writes by itself.
            taken.Add(
                await mails.Takes(MailServer.Message($"r{minute}@robots.example", $"Ping {minute}", $"Beep {minute}"))
            );
        }

        Assert.InRange(sink.Mails.Count - written, 0, MostAnHour);
        Assert.Null(await desk.Database().Cases.Load(CaseReference.FromNumber("R", 2)));
        // Nothing of it is lost, and a person sees all that is on no case.
        Assert.All(
            taken,
            mail => Assert.Contains(mail.State, (InboundState[])[InboundState.OnCase, InboundState.Unlogged])
        );
        Assert.Contains(taken, mail => mail.State == InboundState.Unlogged);
        // People's mail counts as ever: on their case, and before anybody has read it.
        var own = (await agent.Log(Caller.FaultForSome)).Reference;
        var human = await mails.Receives($"Re: [{own}] E-mail", "It is room 4.");
        Assert.Equal((InboundState.OnCase, own), (human.State, (await mails.CaseOf(human))?.Text));
        Assert.Equal(InboundState.Unlogged, (await mails.Receives("Another matter", "The printer.")).State);
    }

    // Two installations, each a customer's contact of the other: as they are, and where something between them takes off
    // every field by which programs know each other.
    [Theory]
    [InlineData(Open, false)]
    [InlineData(Open, true)]
    [InlineData(Closed, false)]
    [InlineData(Closed, true)]
    public async Task S28_Two_desks_that_face_each_other_fall_silent(string now, bool isStripped)
    {
        await using var ours = await FacingDesk.Open(now, "schools-desk", "desk@schools.example.org", isStripped);
        await using var theirs = await FacingDesk.Open(now, "smc", "smc@telecom.example.org", isStripped);
        await ours.Log(Addressed(Caller.FaultForSome, theirs.Address));
        await theirs.Log(Addressed(Outage, ours.Address));
        await ours.Takes([Greeting(theirs.Address, ours.Address)]);
        await theirs.Takes([Greeting(ours.Address, theirs.Address)]);
        for (var minute = 1; minute < 30; minute++)
        {
            await theirs.Takes(await ours.Says());
            await ours.Takes(await theirs.Says());
        }

        Assert.Empty(await ours.Says());
        Assert.Empty(await theirs.Says());
        // One mail of each says that the case was logged, which the desk did; the rest is the programs' doing.
        Assert.InRange(ours.Sent - 1, 0, MostAnHour);
        Assert.InRange(theirs.Sent - 1, 0, MostAnHour);
        Assert.Equal((1, 1), (await ours.Cases(), await theirs.Cases()));
    }

    private static readonly JsonObject Outage = new()
    {
        ["kind"] = "fault",
        ["source"] = "phone",
        ["subject"] = "All sites cut off",
        ["customer"] = RunningDesk.CustomerOfSmc,
        ["contact"] = new JsonObject(),
        ["services"] = new JsonArray("connectivity"),
        ["answers"] = new JsonObject
        {
            ["affected"] = "everything",
            ["effect"] = "down",
            ["details"] = "No site answers",
            ["tried"] = "Routers restarted",
        },
    };

    private static SunkMail Greeting(string from, string to) =>
        new(from, [to], MailServer.Message(from, "Hello", "Is there anybody?"));

    private static JsonObject Addressed(JsonObject of, string email)
    {
        var fault = (JsonObject)of.DeepClone();
        fault["contact"] = new JsonObject { ["name"] = "Service desk", ["email"] = email };
        return fault;
    }

    private static Task Quiet(RunningDesk desk) =>
        RunningDesk.Until(
            async () => (await desk.Database().Outbox.Count("schools-desk", desk.Now)).Waiting == 0,
            "nothing waits to be sent"
        );
}

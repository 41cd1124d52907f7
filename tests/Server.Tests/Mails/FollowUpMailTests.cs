using System.Text.Json.Nodes;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Mails that go on with another, or send another on. ESS-30, ESS-36, A-10</summary>
public sealed class FollowUpMailTests
{
    private const string Now = "2027-05-04T08:00:00Z";

    [Fact]
    public async Task A_mail_that_answers_one_that_waits_names_it_and_its_case_once_there_is_one()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var first = await mails.Receives("Webmail is slow", "Since today.");
        var original = await desk.Database().Inbound.Content(first.Id);
        var id = Rung.Mail.Inbound.MailReader.Read(original!).MessageId;

        var second = await mails.Receives("Re: Webmail is slow", "And it is room 4.", $"In-Reply-To: <{id}>");

        Assert.Equal((InboundState.Unlogged, null), (second.State, second.Reason));
        var read = await Read(agent, second);
        Assert.Equal((first.Id, null), ((long)read["answers"]!, (string?)read["hint"]));
        var page = await Page(desk, second);
        Assert.Contains(
            $"It answers mail {first.Id}, which waits to be logged as well.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains($"/schools-desk/mails/{first.Id}", page, StringComparison.Ordinal);

        var reference = (await agent.Post($"intake/{first.Id}/log", Form())).Expect(201).Reference;

        read = await Read(agent, second);
        Assert.Equal((null, reference), ((string?)read["answers"], (string?)read["hint"]));
        page = await Page(desk, second);
        Assert.Contains($"{reference}: It answers a mail on this case.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("which waits to be logged as well", page, StringComparison.Ordinal);
        // Once it is there, nobody has to be told.
        (await agent.Post($"intake/{second.Id}/attach", new JsonObject { ["reference"] = reference })).Expect(200);
        Assert.Null((await Read(agent, second))["hint"]);
    }

    // Three that wait: whoever opens the first sees both that came after it, also the one that answers the second alone.
    [Fact]
    public async Task A_mail_that_waits_names_those_that_followed_it_in_its_thread_while_they_wait()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var first = await mails.Receives("Webmail is slow", "Since today.");
        desk.Advance(Duration.FromMinutes(5));
        var second = await mails.Receives("Re: Webmail is slow", "And it is room 4.", await Answering(desk, first));
        desk.Advance(Duration.FromMinutes(5));
        var third = await mails.Receives("Re: Webmail is slow", "And room 5.", await Answering(desk, second));
        await mails.Receives("Another matter", "The printer.");

        Assert.Equal([second.Id, third.Id], await Following(agent, first));
        Assert.Equal([third.Id], await Following(agent, second));
        Assert.Empty(await Following(agent, third));
        var page = await Page(desk, first);
        foreach (var next in new[] { second, third })
        {
            var word = $"Mail {next.Id} followed it in the same thread and waits to be logged as well.";
            Assert.Contains(word, page, StringComparison.Ordinal);
            Assert.Contains($"/schools-desk/mails/{next.Id}", page, StringComparison.Ordinal);
        }

        (await agent.Post($"intake/{second.Id}/discard", new JsonObject { ["reason"] = "Said twice" })).Expect(200);
        Assert.Equal([third.Id], await Following(agent, first));
    }

    private static async Task<string> Answering(RunningDesk desk, InboundMail mail)
    {
        var original = await desk.Database().Inbound.Content(mail.Id);
        return $"In-Reply-To: <{Rung.Mail.Inbound.MailReader.Read(original!).MessageId}>";
    }

    private static async Task<IEnumerable<long>> Following(Caller agent, InboundMail mail) =>
        (await Read(agent, mail))["followedBy"]!.AsArray().Select(id => (long)id!);

    private const string Below =
        "From: Somebody <teacher@ashgrove.example.org>\r\nSent: 04 May 2027 08:00\r\nTo: Office\r\nSubject: Printer\r\n\r\n"
        + "The board in room 4 is dead.";

    [Fact]
    public async Task What_somebody_sends_on_to_a_case_is_on_it_and_a_mail_of_ours_below_theirs_is_folded()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var found = (await desk.Database().Cases.Load(CaseReference.FromStored(reference)))!;
        var sent = (await desk.Database().Outbox.OfCase(found.Id))[0].Message;

        await mails.Receives($"FW: [{reference}] E-mail", $"Here it is.\r\n\r\n{Below}");
        await mails.Receives(
            $"FW: [{reference}] E-mail",
            $"See what you wrote.\r\n\r\n{Below}",
            $"References: <{sent.MessageId}>"
        );

        var texts = (await agent.Events(reference))
            .Select(one => one!["event"]!)
            .Where(one => (string?)one["type"] == "customer-replied")
            .Select(one => (string)one["text"]!)
            .ToList();
        Assert.Equal(2, texts.Count);
        Assert.EndsWith("The board in room 4 is dead.", texts[0], StringComparison.Ordinal);
        Assert.Equal("See what you wrote.", texts[1]);
    }

    [Fact]
    public async Task ESS_78_A_mail_that_asks_how_things_stand_is_entered_as_a_question_and_ends_no_hold()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which rooms" });
        var mail = await mails.Receives("Our case", "Any news?");

        var asked = new JsonObject { ["reference"] = reference, ["as"] = "question" };
        var body = (await agent.Post($"intake/{mail.Id}/attach", asked)).Expect(200).Body!;

        Assert.Equal("onHold", (string?)body["condition"]);
        var last = (await agent.Events(reference))[^1]!;
        Assert.Equal(
            ("update-requested", "Any news?", "email"),
            ((string?)last["event"]!["type"], (string?)last["event"]!["text"], (string?)last["event"]!["channel"])
        );
        var kept = await mails.Settled(mail.Id);
        Assert.Equal((InboundState.OnCase, (long?)last["sequence"]), (kept.State, kept.CaseEvent));
    }

    private static async Task<JsonNode> Read(Caller agent, InboundMail mail) =>
        (await agent.Get($"intake/{mail.Id}")).Expect(200).Body!["read"]!;

    private static Task<string> Page(RunningDesk desk, InboundMail mail) =>
        desk.Client.GetStringAsync(
            new Uri($"/schools-desk/mails/{mail.Id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

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

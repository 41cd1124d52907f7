using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Server.Tests.Mails.Sending;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>What a mail says about who wrote it opens nothing to anybody, and gives nobody's orders.</summary>
public sealed class SpoofedMailTests
{
    private const string Now = "2027-03-24T14:00:00Z";
    private const string Office = "office@ashgrove.example.org";
    private const string Secret = "the-words-of-the-case";

    // Both are the office of their school.
    [Fact]
    public async Task Whoever_writes_on_the_case_of_another_customer_is_not_who_has_their_id_there()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var customers = desk.Database().Customers;
        var other = (await customers.Find(RunningDesk.CustomerWithOwnDesk))!;
        var contact = new Contact("office", "Office of Eastholme", null, "office@eastholme.example.org", []);
        await customers.Save(other with { Contacts = [contact] });
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        foreach (var from in (string[])[Office, contact.Email!])
        {
            var mail = await mails.Takes(MailServer.Message(from, "Our printer", $"It fails for {from}."));
            (await agent.Post($"intake/{mail.Id}/attach", new JsonObject { ["reference"] = reference })).Expect(200);
        }
        var events = (await desk.Database().Cases.Load(CaseReference.FromStored(reference)))!.Events;
        Assert.Equal(["office", null], events.OfType<CustomerReplied>().Select(one => one.By.ContactId));
    }

    // As the office, which nobody verified, with somebody in copy and answers to go to them.
    [Fact]
    public async Task S17_Who_is_copied_on_a_spoofed_mail_gets_nothing_by_it_and_the_agent_is_told()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Now, smtp: sink.Address);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var mail = await mails.Takes(
            MailServer.Message(
                Office,
                "Webmail is slow",
                "Send us all there is.",
                "Cc: mallory@example.net",
                "Reply-To: mallory@example.net",
                "Disposition-Notification-To: mallory@example.net"
            )
        );
        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Contains(
            $"Our mail server ({MailServer.AuthServId}) left no verdict about the sender.",
            await Page(desk, mail)
        );

        var reference = (await agent.Post($"intake/{mail.Id}/log", Form())).Expect(201).Reference;
        await agent.Do(reference, "update", new JsonObject { ["text"] = Secret });
        await RunningDesk.Until(
            () => Task.FromResult(sink.Mails.Any(one => one.Content.Contains(Secret, StringComparison.Ordinal))),
            "the update is mailed"
        );
        Assert.All(sink.Mails, one => Assert.Equal([Office], one.To));
        Assert.All(sink.Mails, one => Assert.DoesNotContain("mallory", one.Content, StringComparison.Ordinal));

        // Writing as themselves they are a stranger with a hint, whatever they were copied on.
        var asked = await mails.Takes(MailServer.Message("mallory@example.net", $"Re: [{reference}]", "And now?"));
        Assert.Equal((InboundState.Unlogged, null), (asked.State, asked.CaseId));
        Assert.DoesNotContain(sink.Mails, one => one.To.Contains("mallory@example.net"));
    }

    // Mail in an agent's name is mail: with a verdict for the desk's own domain, with an address that is signed for another
    // case, and with a signed address though our server found it to be forged.
    [Theory]
    [InlineData("dmarc=pass header.from=schools.example.org", false)]
    [InlineData("dmarc=pass header.from=schools.example.org", true)]
    [InlineData("dmarc=fail header.from=schools.example.org", true)]
    public async Task S20_Mail_in_an_agents_name_gives_no_orders(string verdict, bool isSigned)
    {
        await using var desk = await RunningDesk.Open(Now);
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var other = (await agent.Log(Caller.FaultForSome)).Reference;
        var (before, queued) = ((await agent.Events(reference)).Count, await Queued(desk, reference));

        var mail = await mails.Takes(
            MailServer.Message(
                "Alex at the desk <alex@schools.example.org>",
                $"Re: [{reference}] E-mail",
                "#resolve #priority P1 #note all\r\nState: closed\r\nOwner: Mallory",
                $"Authentication-Results: {MailServer.AuthServId}; {verdict}",
                "Cc: mallory@example.net"
            ),
            isSigned
                ? Signed(desk, verdict.Contains("fail", StringComparison.Ordinal) ? reference : other)
                : "desk@schools.example.org"
        );

        Assert.Equal(before, (await agent.Events(reference)).Count);
        Assert.Equal("open", (string?)(await agent.Case(reference)).Body!["condition"]);
        Assert.Equal(queued, await Queued(desk, reference));
        // Where it is on a case at all it is what a customer said there, and writes to nobody.
        if (mail.State == InboundState.OnCase)
        {
            Assert.Equal(other, (await mails.CaseOf(mail))!.Value.Text);
            Assert.Equal("customer-replied", (string?)(await agent.Events(other))[^1]!["event"]!["type"]);
            Assert.Equal("open", (string?)(await agent.Case(other)).Body!["condition"]);
        }
    }

    private static string Signed(RunningDesk desk, string reference) =>
        desk
            .Services.GetRequiredService<ReplyAddress>()
            .Of("desk@schools.example.org", CaseReference.FromStored(reference));

    private static async Task<int> Queued(RunningDesk desk, string reference)
    {
        var found = await desk.Database().Cases.Load(CaseReference.FromStored(reference));
        return (await desk.Database().Outbox.OfCase(found!.Id)).Count;
    }

    private static JsonObject Form() =>
        new()
        {
            ["kind"] = "fault",
            ["subject"] = "Webmail is slow",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = Office },
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject { ["affected"] = "one", ["effect"] = "disruption" },
        };

    private static Task<string> Page(RunningDesk desk, InboundMail mail) =>
        desk.Client.GetStringAsync(
            new Uri($"/schools-desk/mails/{mail.Id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
}

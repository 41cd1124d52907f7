using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Customers;
using Rung.Mail.Inbound;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>
/// Two mailboxes got the same mail, and two that handle mail, on two nodes say, take up one copy each at the same moment:
/// it is one mail all the same. R1, R2, R9
/// </summary>
public sealed class CopiesAtOnceTests
{
    private const int Rounds = 12;
    private const string Desk = "desk@schools.example.org";
    private const string OtherMailbox = "desk+second@schools.example.org";
    private const string Manager = "desk-manager@schools.example.org";

    [Fact]
    public async Task Two_nodes_that_take_up_copies_of_one_mail_at_once_enter_it_once()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using var one = await Node.Start(shared.Address, TimeProvider.System);
        await using var other = await Node.Start(shared.Address, TimeProvider.System);
        await one.Database.Customers.Save(
            new Customer(RunningDesk.Customer, "schools-desk", "Ashgrove Primary School", "ASH01")
            {
                Contract = "direct",
            }
        );
        var pair = new Pair(one.Database, DeskOf(one.Services), DeskOf(other.Services))
        {
            Now = SystemClock.Instance.GetCurrentInstant,
        };
        await Enters(new Caller(() => one.Client), pair);
    }

    [Fact]
    public async Task Two_that_take_up_copies_of_one_mail_at_once_on_one_node_enter_it_once()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var mails = DeskOf(desk.Services);
        await Enters(new Caller(desk), new Pair(desk.Database(), mails, mails) { Now = () => desk.Now });
    }

    private static MailDesk DeskOf(IServiceProvider services) => services.GetRequiredService<MailDesk>();

    private static async Task Enters(Caller agent, Pair pair)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var first = Message($"Webmail {round}", "It is slow.");
            var mails = await pair.TakeUp(first, Desk, OtherMailbox);
            var waiting = Assert.Single(mails, mail => mail.State == InboundState.Unlogged);
            Assert.Single(mails, mail => mail.State == InboundState.LeftAlone);
            var reference = (await agent.Post($"intake/{waiting.Id}/log", Form())).Expect(201).Reference;
            await Hold(agent, reference);

            await pair.TakeUp(Answer(first, "It is room 4."), Desk, OtherMailbox);
            Assert.Single(await Of(agent, reference, "customer-replied"));
            await Hold(agent, reference);

            // to the desk and to a level of the ladder it is an answer, and asks for that level.
            await pair.TakeUp(Answer(first, "This takes too long."), Desk, Manager);
            Assert.Equal(2, (await Of(agent, reference, "customer-replied")).Count);
            Assert.Single(await Of(agent, reference, "escalated"));
        }
    }

    private static Task<Answer> Hold(Caller agent, string reference) =>
        agent.Do(reference, "hold", new JsonObject { ["reason"] = "information", ["awaiting"] = "which room" });

    private static string Message(string subject, string text, params string[] headers) =>
        MailServer.Message("Office <office@ashgrove.example.org>", subject, text, headers);

    private static string Answer(string first, string text)
    {
        var mail = MailReader.Read(Encoding.UTF8.GetBytes(first));
        return Message($"Re: {mail.Subject}", text, $"In-Reply-To: <{mail.MessageId}>");
    }

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

    private static async Task<IReadOnlyList<JsonNode>> Of(Caller agent, string reference, string type) =>
        [.. (await agent.Events(reference)).Select(one => one!["event"]!).Where(one => (string?)one["type"] == type)];

    /// <summary>Two that handle mail, on one database, and what the clock says there.</summary>
    private sealed record Pair(RungDatabase Database, MailDesk One, MailDesk Other)
    {
        public required Func<Instant> Now { get; init; }

        /// <summary>Each reads its copy before either handles one.</summary>
        public async Task<IReadOnlyList<InboundMail>> TakeUp(string message, string at, string besides)
        {
            long[] ids = [await Keep(message, at), await Keep(message, besides)];
            var now = await Database.Now();
            var claim = new InboundClaim("both", now, now + Duration.FromMinutes(1)) { Most = 2 };
            // What a worker was quicker with it handles.
            var (mine, desks) = (await Database.Inbound.Claim(claim), new[] { One, Other });
            var reads = await Task.WhenAll(mine.Select((mail, index) => desks[index].Read(mail)));
            await Task.WhenAll(reads.Select((read, index) => Task.Run(() => desks[index].Handle(read))));
            await RunningDesk.Until(async () => (await Found(ids)).All(IsDone), "both copies are done");
            return await Found(ids);
        }

        private static bool IsDone(InboundMail mail) => mail.State != InboundState.Received;

        private async Task<InboundMail[]> Found(long[] ids) => (await Task.WhenAll(ids.Select(Database.Inbound.Find)))!;

        private async Task<long> Keep(string message, string at) =>
            (
                await Database.Inbound.Keep(
                    new NewInbound("schools-desk", at, EnvelopeSender: null, Encoding.UTF8.GetBytes(message), Now())
                )
            ).Id;
    }
}

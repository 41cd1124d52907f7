using System.Text;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Demo;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;

namespace Rung.Server.Hosting;

/// <summary>Puts the demo's customers and cases into a fresh database.</summary>
internal static class DemoSeed
{
    public static async Task Save(RungDatabase database, DeskRegister desks, Instant opensAt)
    {
        var demo = DemoDesk.Build(desks.Active[0], desks.Active[1], opensAt);
        List<Task> writes =
        [
            database.Customers.Save([.. demo.Customers]),
            .. demo.Referrals.Select(referral => database.Customers.Record(referral)),
        ];
        await Task.WhenAll([.. writes, .. await Writes(database, desks, demo)]);
        foreach (var mail in demo.Mails)
        {
            await Keep(database, mail);
        }
    }

    // Handled when the desk opens, like any other mail.
    private static async Task Keep(RungDatabase database, DemoMail mail)
    {
        var message = Encoding.UTF8.GetBytes(mail.Message);
        var kept = await database.Inbound.Keep(new NewInbound(mail.Desk, mail.Mailbox, null, message, mail.ReceivedAt));
        if (mail.SetAside is { } reason)
        {
            var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.SetAside) { Reason = reason };
            await database.Inbound.Settle(outcome);
        }
    }

    // Handed over without waiting, so that the writer puts them into few commits.
    private static async Task<List<Task>> Writes(RungDatabase database, DeskRegister desks, DemoDesk demo)
    {
        var codes = demo.Customers.ToDictionary(customer => customer.Id, SearchTerms.Of);
        var writes = new List<Task>();
        foreach (var one in demo.Cases)
        {
            var id = await database.Cases.NextId();
            var guide = desks.Pinned(one.Desk, one.State.Logged.GuideVersion);
            var change = new Change(0, one.Events, one.State, one.Dues, [.. one.Messages.Select(sent => sent.Message)]);
            var terms = codes.GetValueOrDefault(one.State.Logged.Reporter.CustomerId) ?? [];
            var write = CaseWrites.Of([new ChangedCase(id, guide, change)], terms, demo.OpensAt);
            writes.Add(database.Cases.Save(SentThen(write, one, demo.OpensAt)));
        }
        return writes;
    }

    private static CaseWrite SentThen(CaseWrite write, DemoCase one, Instant opensAt)
    {
        var messages = write.Messages.Zip(
            one.Messages,
            (message, sent) =>
                message with
                {
                    QueuedAt = sent.SentAt,
                    NotBefore = sent.SentAt,
                    Begins =
                        message.Begins == MessageState.Queued && sent.SentAt <= opensAt
                            ? MessageState.Sent
                            : message.Begins,
                }
        );
        return write with { Messages = [.. messages] };
    }
}

using System.Text;
using System.Threading.Channels;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Demo;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Channel = System.Threading.Channels.Channel;

namespace Rung.Server.Hosting;

/// <summary>Puts the demo's customers and cases into a fresh database.</summary>
internal static class DemoSeed
{
    public static async Task Save(RungDatabase database, DeskRegister desks, Instant opensAt)
    {
        var cast = new DemoCast(desks.Active[0], desks.Active[1], opensAt);
        List<Task> writes =
        [
            database.Customers.Save([.. cast.Customers]),
            DemoArticles.Write(database, opensAt),
            DemoHeartbeats.Register(database, opensAt),
            .. cast.Referrals.Select(referral => database.Customers.Record(referral)),
        ];
        var played = Channel.CreateUnbounded<DemoCase>();
        var playing = Task.Run(() => Play(cast, played.Writer));
        // Handed over without waiting, so that the writer puts them into few commits.
        var write = Writing(database, desks, cast);
        await foreach (var one in played.Reader.ReadAllAsync())
        {
            writes.Add(await write(one));
        }
        await Task.WhenAll(writes);
        foreach (var mail in cast.Mails(await playing))
        {
            await Keep(database, mail);
        }
    }

    // While the next case is played the one before is written.
    private static List<DemoCase> Play(DemoCast cast, ChannelWriter<DemoCase> played)
    {
        List<DemoCase> cases = [];
        try
        {
            foreach (var one in cast.Play())
            {
                cases.Add(one);
                played.TryWrite(one);
            }
            return cases;
        }
        finally
        {
            played.Complete();
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

    // Asks the database for the case's number, and gives the save that goes on.
    private static Func<DemoCase, Task<Task>> Writing(RungDatabase database, DeskRegister desks, DemoCast cast)
    {
        var codes = cast.Customers.ToDictionary(customer => customer.Id, SearchTerms.Of);
        return async one =>
        {
            var id = await database.Cases.NextId();
            var guide = desks.Pinned(one.Desk, one.State.Logged.GuideVersion);
            var change = new Change(0, one.Events, one.State, one.Dues, [.. one.Messages.Select(sent => sent.Message)]);
            var terms = codes.GetValueOrDefault(one.State.Logged.Reporter.CustomerId) ?? [];
            var write = CaseWrites.Of([new ChangedCase(id, guide, change)], terms, cast.Opening);
            return database.Cases.Save(SentThen(write, one, cast.Opening));
        };
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

using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Alerts;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>
/// Hears heartbeats, and raises an alert for those that are silent: what becomes of the heartbeat and of its case is one
/// transaction, so that whoever else looks at the same time raises nothing. R15.
/// </summary>
public sealed partial class HeartbeatDesk(
    RungDatabase database,
    DeskRegister desks,
    AlertDesk alerts,
    MailboxHealth mailboxes,
    DeskClock clock,
    ILogger<HeartbeatDesk> log
)
{
    private const int MostTries = 8;

    /// <summary>Something was heard of.</summary>
    /// <param name="at">When; what lies in the future counts as now.</param>
    /// <returns>As it is then; null: there is no such heartbeat at the desk.</returns>
    public async Task<Heartbeat?> Hear(string desk, string id, Instant at, HeardBy by)
    {
        var heard = Instant.Min(DeskClock.Whole(at), clock.Now());
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await database.Heartbeats.Find(desk, id) is not { } found)
            {
                return null;
            }
            if (found.HeardAt >= heard || await Heard(found, heard, by))
            {
                break;
            }
        }
        return await database.Heartbeats.Find(desk, id);
    }

    /// <summary>Raises an alert for each that should have been heard of by now.</summary>
    public async Task RaiseSilent()
    {
        var first = await database.Inbound.FirstWaiting();
        foreach (var due in await database.Heartbeats.Due(clock.Now()))
        {
            if (due.By == HeardBy.Api || !(first <= due.DueAt || await IsMailUnread(due.Desk)))
            {
                await Raise(due);
            }
        }
    }

    // Heard of too long ago it is as silent as before.
    private async Task<bool> Heard(Heartbeat found, Instant at, HeardBy by)
    {
        if (!found.IsSilent || at + found.Every < clock.Now())
        {
            return await database.Heartbeats.Hear(found, at, by);
        }
        var turn = new HeartbeatTurn(found, (at, by));
        return await Tell(turn) switch
        {
            DeskAnswer.Done => true,
            DeskAnswer.HeartbeatTurned => false,
            _ => await database.Heartbeats.Turn(turn),
        };
    }

    private async Task Raise(Heartbeat due)
    {
        var turn = new HeartbeatTurn(due, null);
        var customer = await database.Customers.Find(due.Desk, due.CustomerId);
        if (customer is null or { LeftOn: not null })
        {
            await Suspend(due, customer);
        }
        else if (await Tell(turn) is not (DeskAnswer.Done or DeskAnswer.HeartbeatTurned) and var answer)
        {
            NoCase(due.Id, due.Desk, (answer as DeskAnswer.Refused)?.Refusal.Sentence ?? "");
            await database.Heartbeats.Turn(turn);
        }
    }

    // Who left is silent for good: their silence is no fault.
    private Task<bool> Suspend(Heartbeat due, Customer? customer) =>
        database.Heartbeats.Register(
            due with
            {
                Suspended = customer is { LeftOn: { } left }
                    ? $"Suspended, since {customer.Name} left this desk on {LocalDatePattern.Iso.Format(left)}."
                    : "Suspended, since its customer is no longer on file.",
                ChangedAt = clock.Now(),
                ChangedBy = Actor.Desk,
            }
        );

    /// <returns>Null: there is nobody to tell.</returns>
    private async Task<DeskAnswer?> Tell(HeartbeatTurn turn)
    {
        var heartbeat = turn.Before;
        if (
            !desks.TryGet(heartbeat.Desk, out var guide)
            || await database.Customers.Find(heartbeat.Desk, heartbeat.CustomerId) is not { } customer
        )
        {
            return null;
        }
        var arrival = new AlertArrival(heartbeat.AlertKey, clock.Now(), IsCleared: turn.Heard is not null)
        {
            Heartbeat = turn,
        };
        var who = new Requester(Actor.Desk) { Alert = arrival };
        return await alerts.Take(guide, HeartbeatCase.Of(guide, heartbeat, customer), who);
    }

    // While the desk's mail cannot be fetched, nothing that comes by it can be heard.
    private async Task<bool> IsMailUnread(string desk) =>
        desks.TryGet(desk, out var guide)
        && HeartbeatPlace.Of(guide) is { } address
        && (await mailboxes.Of(desk)).Any(one =>
            (one.IsUnread || one.Problem is not null)
            && one.Address.For.Equals(address, StringComparison.OrdinalIgnoreCase)
        );

    [LoggerMessage(LogLevel.Error, "Heartbeat {Id} of {Desk} is silent, and no case could be logged for it. {Why}")]
    private partial void NoCase(string id, string desk, string why);
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Alerts;

namespace Rung.Server.Desk;

/// <summary>
/// Takes alerts, so that a flood of them, or one that comes and goes, is one case: what is raised while its case is live is
/// counted there and noted seldom. Nothing is resolved, closed or re-opened by an alert. R15.
/// </summary>
public sealed class AlertDesk(RungDatabase database, ServiceDesk desk, CaseKeeper keeper, DeskClock clock)
{
    // Each time somebody else was quicker there is less left to do: a case, a note, and then only counting. Whatever happened on
    // the case since it was found is looked at again: closed meanwhile, it would swallow the alert.
    private const int MostTries = 32;

    /// <summary>How long after its case was closed an alert goes on with that one, in a case that is linked to it.</summary>
    private static readonly Duration GoesOn = Duration.FromHours(24);

    /// <param name="command">What is logged where no live case is about it.</param>
    public Task<DeskAnswer> Take(Guide guide, LogCase command, RaisedAlert alert, Requester who)
    {
        var key = new AlertKey(guide.Document.Id, who.Actor.Name, alert.Key.Trim());
        var comes = new AlertArrival(key, clock.Now(), alert.State == AlertState.Cleared);
        return Take(guide, command, who with { Alert = comes });
    }

    /// <summary>As <see cref="Take(Guide, LogCase, RaisedAlert, Requester)"/>, with the alert that whoever asks brings.</summary>
    internal async Task<DeskAnswer> Take(Guide guide, LogCase command, Requester who)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var arrival = who.Alert! with { At = clock.Now(), Seen = await database.Alerts.Find(who.Alert.Key) };
            var answer = await TakeOnce(guide, command, who with { Alert = arrival });
            if (answer is not (DeskAnswer.AlertTaken or DeskAnswer.TryAgain or DeskAnswer.Stale))
            {
                return answer;
            }
        }
        return new DeskAnswer.Refused(DeskRefusals.Stale(1));
    }

    private async Task<DeskAnswer> TakeOnce(Guide guide, LogCase command, Requester who)
    {
        var arrival = who.Alert!;
        var found = arrival.Seen is { } seen ? await desk.LookAtLatest(seen.Case.Reference, who.Actor) : null;
        if (found is { State.IsLive: true })
        {
            return AlertNotes.IsDue(arrival, found)
                ? await desk.Handle(
                    found.State.Reference,
                    new AddNote(AlertNotes.Text(arrival, found, guide.DeskCalendar.Zone)),
                    who with
                    {
                        Alert = arrival with { IsNoted = true },
                    },
                    found.Version
                )
                : await keeper.Count(found, who);
        }
        return arrival.IsCleared
            ? new DeskAnswer.NothingToDo()
            : await desk.Log(guide, command with { Continues = command.Continues ?? Before(found, arrival.At) }, who);
    }

    private static CaseReference? Before(CaseSnapshot? closed, Instant now) =>
        closed?.State.Closed is { } end && now - end.At < GoesOn ? closed.State.Reference : null;
}

using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>What a command or a due did to one case: everything that is stored in one transaction.</summary>
/// <param name="ExpectedVersion">Number of events the case had before.</param>
/// <param name="Events">The new events; none: nothing changed.</param>
/// <param name="State">The case after them.</param>
/// <param name="Dues">All that will fall due from now on; replaces what was stored.</param>
/// <param name="Messages">What is to be sent.</param>
public sealed record Change(
    int ExpectedVersion,
    IReadOnlyList<CaseEvent> Events,
    CaseState State,
    IReadOnlyList<Due> Dues,
    IReadOnlyList<OutgoingMessage> Messages
)
{
    internal static Change Of(
        Guide guide,
        IReadOnlyList<CaseEvent> history,
        IReadOnlyList<CaseEvent> events,
        Instant now
    )
    {
        var settled = Freeze(guide, history, events);
        CaseEvent[] told = [.. history, .. settled];
        var messages = Teller.Tell(guide, told, history.Count);
        var calls = OwedCalls.Of(guide, (told, history.Count), messages, now);
        var steps = OwedSteps.Of(guide, (told, history.Count), now);
        var state = CaseState.Of([.. told, .. calls, .. steps]);
        return new Change(
            history.Count,
            [.. settled, .. calls, .. steps],
            state,
            DueList.Of(guide, state, now),
            messages
        );
    }

    /// <summary>Both as one, where the second was decided on what the first left.</summary>
    internal Change Then(Change next) =>
        next with
        {
            ExpectedVersion = ExpectedVersion,
            Events = [.. Events, .. next.Events],
            Messages = [.. Messages, .. next.Messages],
        };

    // What is closed takes its verdicts with it, so that nothing learnt later rewrites them.
    private static IReadOnlyList<CaseEvent> Freeze(
        Guide guide,
        IReadOnlyList<CaseEvent> history,
        IReadOnlyList<CaseEvent> events
    )
    {
        if (!events.Any(happened => happened is Closed))
        {
            return events;
        }
        var state = CaseState.Of([.. history, .. events]);
        var readings = ClockReader.Read(guide, state, state.Closed!.At);
        var verdicts = readings.Select(Verdict.Of).ToList();
        return
        [
            .. events.SelectMany(happened =>
                happened is Closed closed
                    ?
                    [
                        .. Ended(state, closed),
                        closed with
                        {
                            Verdicts = verdicts,
                            ClockData = ClockData.Version(guide),
                        },
                    ]
                    : new[] { happened }
            ),
        ];
    }

    // What climbed by itself, and nobody of the customer asked for, is over with the case; what climbed after the moment as
    // of which a case is closed (a confirmation that is entered late) cannot end before it began.
    private static IEnumerable<CaseEvent> Ended(CaseState state, Closed closed) =>
        state
            .Escalations.Where(one => one is { IsActive: true, IsAsked: false })
            .Select(one => new EscalationEnded("The case is closed.", null, RfoState.NotNeeded, null)
            {
                About = one.Number,
                At = one.Entered.Select(level => level.At).Append(closed.At).Max(),
                RecordedAt = closed.RecordedAt,
                By = Actor.Desk,
            });
}

/// <summary>The answer to a command: done, or refused.</summary>
public abstract record Handled
{
    private Handled() { }

    /// <param name="Next">The new case that continues a closed one; usually null.</param>
    public sealed record Done(Change Change, Change? Next) : Handled;

    /// <summary>Nothing changed.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Handled;
}

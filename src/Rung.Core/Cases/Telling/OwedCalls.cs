using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>The calls that are owed beside new messages to the customer, since these may not arrive. ESS-51.</summary>
internal static class OwedCalls
{
    /// <param name="case">All events of the case, and the index of the first new one.</param>
    /// <param name="messages">What is sent because of the new ones.</param>
    public static IReadOnlyList<CallOwed> Of(
        Guide guide,
        (IReadOnlyList<CaseEvent> Events, int From) @case,
        IReadOnlyList<OutgoingMessage> messages,
        Instant now
    )
    {
        var (events, from) = @case;
        if (guide.Calls is null || messages.Count == 0)
        {
            return [];
        }
        var state = CaseState.Of(events);
        var facts = CaseFacts.Of(guide, state, now);
        if (facts.Calls is not { } rule || state.IsClosed || rule.DueFrom(facts, now) is not { } due)
        {
            return [];
        }
        var talking = IsTalking(events, from);
        return
        [
            .. messages
                .Where(message => message.IsWrittenToCustomer && rule.On.Contains(message.On))
                .Where(message => !IsSaid(events[message.Event!.Value - 1], talking))
                .DistinctBy(message => message.Event)
                .Select(
                    (message, index) =>
                        new CallOwed(state.Calls.Count + index + 1, message.Event!.Value, message.On, due)
                        {
                            At = now,
                            RecordedAt = now,
                            By = Actor.Desk,
                        }
                ),
        ];
    }

    // While the first call lasts they hear the reference and the priority.
    private static bool IsTalking(IReadOnlyList<CaseEvent> events, int from) =>
        events[0] is CaseLogged { Source: Channel.Phone }
        && (from == 0 || CaseState.Of([.. events.Take(from)]).Intake == IntakeState.Open);

    private static bool IsSaid(CaseEvent happened, bool talking) =>
        happened switch
        {
            CaseLogged or PrioritySet => talking,
            Updated updated => updated.Channel == Channel.Phone,
            AttemptMade attempt => attempt.Channel == Channel.Phone,
            Resolved resolved => resolved.Where == ResolvedWhere.OnFirstCall,
            _ => false,
        };
}

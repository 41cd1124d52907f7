using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// The calls that are owed beside new messages to the customer, since these may not arrive (ESS-51), and about what is not clear
/// in what a case was raised from (ESS-39).
/// </summary>
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
        if (guide.Calls is not { } rule || (messages.Count == 0 && from > 0))
        {
            return [];
        }
        var state = CaseState.Of(events);
        var facts = CaseFacts.Of(guide, state, now);
        if (state.IsClosed || rule.DueFrom(facts, now) is not { } due)
        {
            return [];
        }
        var talking = IsTalking(events, from);
        return
        [
            .. (facts.Calls is null ? [] : Beside(messages, rule))
                .Where(told => !IsSaid(events[told.Event - 1], talking))
                .Concat(from == 0 ? Unclear(events, facts, rule) : [])
                .DistinctBy(told => told.Event)
                .Select(
                    (told, index) =>
                        new CallOwed(state.Calls.Count + index + 1, told.Event, told.On, due)
                        {
                            At = now,
                            RecordedAt = now,
                            By = Actor.Desk,
                            Reason = told.Reason,
                        }
                ),
        ];
    }

    private static IEnumerable<(int Event, CaseMoment On, CallReason Reason)> Beside(
        IReadOnlyList<OutgoingMessage> messages,
        CallRule rule
    ) =>
        messages
            .Where(message => message.IsWrittenToCustomer && rule.On.Contains(message.On))
            .Select(message => (message.Event!.Value, message.On, CallReason.MayNotArrive));

    // The hold with which the case was raised.
    private static IEnumerable<(int Event, CaseMoment On, CallReason Reason)> Unclear(
        IReadOnlyList<CaseEvent> events,
        CaseFacts facts,
        CallRule rule
    ) =>
        events
            .Select((happened, index) => (happened, Event: index + 1))
            .Where(one => one.happened is Held && rule.Unclear is { } when && facts.Hold(when))
            .Select(one => (one.Event, CaseMoment.Held, CallReason.Unclear));

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

using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Which moment of the guide an event is; null for what nobody is told about by rule.</summary>
internal static class EventMoments
{
    public static CaseMoment? Of(IReadOnlyList<CaseEvent> events, int index) =>
        events[index] switch
        {
            CaseLogged => CaseMoment.ReferenceIssued,
            PrioritySet => First<PrioritySet>(events, index) ? CaseMoment.PrioritySet : CaseMoment.PriorityChanged,
            Assigned => CaseMoment.Assigned,
            Held => CaseMoment.Held,
            Resumed => CaseMoment.Resumed,
            WaitBegan => CaseMoment.WaitBegan,
            WaitEnded => CaseMoment.WaitEnded,
            Updated => CaseMoment.Updated,
            CustomerReplied => CaseMoment.CustomerReplied,
            UpdateRequested => CaseMoment.UpdateRequested,
            AttemptMade { Standing: AttemptStanding.Counted } => CaseMoment.AttemptMade,
            Resolved => CaseMoment.Resolved,
            Rejected => CaseMoment.Rejected,
            DispositionGiven { Expected: null } => CaseMoment.DispositionGiven,
            DispositionGiven => CaseMoment.ExpectationSet,
            PassedOn => CaseMoment.HandedOver,
            Linked { Kind: LinkKind.Continues } => CaseMoment.Linked,
            HandoverFellDue => CaseMoment.HandoverDue,
            TargetWarned => CaseMoment.TargetWarned,
            TargetMissed => CaseMoment.TargetMissed,
            ClosingBlocked => CaseMoment.ClosingBlocked,
            Closed => CaseMoment.Closed,
            RfoWritten rfo => IsAwaited(rfo, events, index) ? CaseMoment.RfoWritten : null,
            // What is said by telephone is not written as well.
            CalledBack or PlannedContactMade => null,
            // What nobody of the customer asked for ends with the case, which is told.
            EscalationEnded { Told: null } => null,
            LevelToldAgain => CaseMoment.Escalated,
            EscalationEvent escalation => EscalationMoments.Of(escalation),
            ComplaintEvent complaint => ComplaintFold.MomentOf(complaint),
            _ => null,
        };

    // One that nothing was said about stands in the closing message, and so does one that closes the case.
    private static bool IsAwaited(RfoWritten rfo, IReadOnlyList<CaseEvent> events, int index) =>
        (index + 1 == events.Count || events[index + 1] is not Closed)
        && (rfo.Of is not null || CaseState.Of([.. events.Take(index + 1)]).Promises.Any(IsTold));

    private static bool IsTold(Promise promise) => promise is { For: PromiseFor.Rfo, State: not PromiseState.NotOwed };

    private static bool First<T>(IReadOnlyList<CaseEvent> events, int index) => !events.Take(index).OfType<T>().Any();
}

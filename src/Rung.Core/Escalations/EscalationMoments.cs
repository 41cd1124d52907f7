using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>Which moment of the guide an event of an escalation is; null for what rules do not know.</summary>
internal static class EscalationMoments
{
    public static CaseMoment? Of(EscalationEvent happened) =>
        happened switch
        {
            EscalationAsked => CaseMoment.EscalationAsked,
            Escalated => CaseMoment.Escalated,
            OwnershipTaken => CaseMoment.OwnerChanged,
            CalledBack or PlannedContactMade => CaseMoment.Updated,
            PromiseMissed => CaseMoment.PromiseMissed,
            EscalationRequested => CaseMoment.EscalationRequested,
            EscalationDecided => CaseMoment.EscalationDecided,
            SteppedDown => CaseMoment.SteppedDown,
            EscalationEnded => CaseMoment.EscalationEnded,
            _ => null,
        };
}

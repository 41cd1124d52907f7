using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>The paragraph of the guide that something that happened rests on.</summary>
public static class EventParagraph
{
    /// <returns>Id of the paragraph; null: it rests on none.</returns>
    public static string? Of(Guide guide, CaseEvent happened) =>
        happened switch
        {
            CaseLogged logged => logged.StartCite,
            PrioritySet set => set.Proposed?.Cite,
            Held held => guide.HoldReason(held.Reason)?.Cite,
            TargetMissed missed => guide.FindTarget(missed.Target)?.Cite,
            AttemptMade => guide.Closing.Attempts.Cite,
            CallOwed or CallMissed => guide.Calls?.Cite,
            HandoverFellDue => guide.OutOfHours?.Cite,
            Closed => guide.Closing.Cite,
            ClosingBlocked => guide.Rfo?.Cite,
            EscalationAsked { Approached.Role: var role } => guide
                .Ladders.FirstOrDefault(ladder => ladder.Levels.Any(level => level.Role == role))
                ?.Cite,
            UrgencyGranted => guide.Urgency?.Cite,
            PromiseMissed missed => guide.PromiseRule(missed.For)?.Cite,
            NextStepOwed owed => guide.Ladder(owed.Ladder)?.Cite,
            StepPlanned or StepDone or StepDropped => guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite,
            LadderStoodStill stood => guide.Ladder(stood.Ladder)?.Cite,
            PassedOn passed => HandOvers.Find(guide, passed.Route)?.Cite,
            ComplaintEvent => guide.Complaints?.Cite,
            LadderWentOn went => guide.Ladder(went.Ladder)?.Cite,
            EscalationRequested asked => guide.Ladder(asked.Ladder)?.Cite,
            Escalated entered => guide.Ladder(entered.Ladder)?.Level(entered.Level)?.Cite,
            _ => null,
        };
}

using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;

namespace Rung.Core.Wording;

/// <summary>Whether something that happened is for the customer's eyes as well: what they said, were told or were promised.</summary>
public static class CustomerSees
{
    /// <summary>True for what the customer's pages show of a case; what is not named here stays inside, new events too.</summary>
    public static bool Of(CaseEvent happened) =>
        happened
            is CaseLogged
                or PrioritySet
                or Held
                or Resumed
                or Updated
                or CustomerReplied
                or UpdateRequested
                or DispositionGiven
                or Resolved
                or Rejected
                or Confirmed
                or AttemptMade
                or CallMade
                or RfoWritten
                or Closed
                or PassedOn
                or ReporterChanged
                or EscalationAsked
                or Escalated
                or EscalationRequested
                or EscalationDecided
                or SteppedDown
                or CallBackAgreed
                or OwnershipTaken
                or CalledBack
                or PlanAgreed
                or PlannedContactMade
                or ComplaintAcknowledged
                or HoldingReplied
                or ComplaintAnswered
                or EscalationEnded;
}

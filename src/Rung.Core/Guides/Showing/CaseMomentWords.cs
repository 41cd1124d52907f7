namespace Rung.Core.Guides.Showing;

/// <summary>The moments of a case in words: "an engineer takes it".</summary>
internal static class CaseMomentWords
{
    public static string Of(CaseMoment moment) =>
        moment switch
        {
            CaseMoment.Received => "a message arrives",
            CaseMoment.ReferenceIssued => "the reference is given",
            CaseMoment.PrioritySet => "the case is logged with its priority",
            CaseMoment.PriorityChanged => "the priority changes",
            CaseMoment.Assigned => "an engineer takes it",
            CaseMoment.Held => "it is put on hold",
            CaseMoment.Resumed => "work goes on",
            CaseMoment.WaitBegan => "we begin to wait for somebody else",
            CaseMoment.WaitEnded => "we no longer wait for somebody else",
            CaseMoment.Updated => "there is an update",
            CaseMoment.CustomerReplied => "you answer",
            CaseMoment.UpdateRequested => "you ask how it stands",
            CaseMoment.AttemptMade => "we ask again whether it is fixed",
            CaseMoment.Resolved => "it is resolved",
            CaseMoment.Rejected => "you say that it is not fixed",
            CaseMoment.DispositionGiven => "an outcome is given",
            CaseMoment.ExpectationSet => "a date is named",
            CaseMoment.Linked => "it is linked with another case",
            CaseMoment.HandoverDue => "the desk is about to close",
            CaseMoment.TargetWarned => "a target is near",
            CaseMoment.TargetMissed => "a target is missed",
            CaseMoment.ClosingBlocked => "it cannot be closed yet",
            CaseMoment.Closed => "it is closed",
            CaseMoment.EscalationAsked => "you wish to escalate in a way that begins no escalation",
            CaseMoment.Escalated => "it is escalated, and at each further level",
            CaseMoment.OwnerChanged => "somebody takes over the escalation",
            CaseMoment.PromiseMissed => "a contact that was promised is missed",
            CaseMoment.EscalationEnded => "the escalation ends",
            CaseMoment.EscalationRequested => "you ask to escalate, and we decide on it",
            CaseMoment.EscalationDecided => "it is decided on what you asked for",
            CaseMoment.SteppedDown => "the escalation goes down a level",
            CaseMoment.ComplaintAcknowledged => "we confirm that your complaint has arrived",
            CaseMoment.HoldingReplied => "your complaint gets a holding reply",
            CaseMoment.ComplaintAnswered => "your complaint is answered",
            CaseMoment.ComplaintEscalated => "your complaint goes to the management",
            CaseMoment.RfoWritten => "the reason for outage is written",
            CaseMoment.HandedOver => "what you ask for is handed over to another team",
            _ => throw new ArgumentOutOfRangeException(nameof(moment)),
        };
}

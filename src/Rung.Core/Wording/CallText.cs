using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>Calls that are owed to the customer, in words. ESS-51.</summary>
public static class CallText
{
    /// <summary>What the customer is to hear: "the resolution".</summary>
    public static string About(CaseMoment moment) =>
        moment switch
        {
            CaseMoment.ReferenceIssued or CaseMoment.PrioritySet => "the reference, the priority and the target",
            CaseMoment.PriorityChanged => "the new priority and target",
            CaseMoment.Assigned => "who works on it",
            CaseMoment.Held => "what we wait for",
            CaseMoment.Resumed => "that work goes on",
            CaseMoment.Updated => "the update",
            CaseMoment.AttemptMade => "the question whether it is fixed",
            CaseMoment.Resolved => "the resolution",
            CaseMoment.DispositionGiven => "the outcome",
            CaseMoment.ExpectationSet => "the outcome and its date",
            CaseMoment.RfoWritten => "the reason for outage",
            CaseMoment.HandedOver => "who deals with what they asked for",
            CaseMoment.Linked => "the new reference",
            _ => "how it stands",
        };

    /// <summary>"Rang the customer: reached".</summary>
    public static string Of(CallMade made, DateTimeZone zone)
    {
        var said = string.IsNullOrWhiteSpace(made.Text) ? "" : $": {made.Text}";
        var again = made.Again is { } at ? $"; to be tried again by {Say.AtWithZone(at, zone)}" : "";
        return made.Outcome switch
        {
            CallOutcome.Reached => $"Told the customer by telephone{said}",
            CallOutcome.MessageLeft => $"Left the customer a message by telephone{said}",
            CallOutcome.NotReached => $"Rang the customer, nobody was reached{again}{said}",
            _ => throw new NotSupportedException($"No words for {made.Outcome}."),
        };
    }
}

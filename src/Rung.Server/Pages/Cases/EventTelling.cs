using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases;

/// <summary>How one event is told on the page: its shape, its words, what was written, and the paragraph it rests on.</summary>
internal sealed record EventTelling(EntryShape Shape, string Title)
{
    public string? Rest { get; init; }
    public string? Body { get; init; }
    public CiteView? Cite { get; init; }
    public bool CustomerSees { get; init; }

    public static EventTelling Of(Guide guide, CaseEvent happened)
    {
        var line = EventText.Of(guide, happened);
        var told = Line(ShapeOf(happened), line, Written(happened));
        return told with
        {
            Body = Written(happened) ?? (happened is IntakeAnswered answered ? IntakeText.Of(guide, answered) : null),
            Cite = EventParagraph.Of(guide, happened) is { } cite ? CiteMaker.Of(guide, cite) : null,
            CustomerSees = Core.Wording.CustomerSees.Of(happened),
        };
    }

    // "Update to the customer: text" becomes a title, with the text as its body; else the part after the colon follows.
    private static EventTelling Line(EntryShape shape, string line, string? written)
    {
        if (written is not null && line.EndsWith(written, StringComparison.Ordinal))
        {
            return new(shape, line[..^written.Length].TrimEnd(' ', ':'));
        }
        return line.Split(": ", 2) is [var title, var rest]
            ? new(shape, title + ":") { Rest = rest }
            : new(shape, line);
    }

    private static EntryShape ShapeOf(CaseEvent happened) =>
        happened switch
        {
            Noted => EntryShape.Note,
            Updated
            or DispositionGiven
            or Resolved
            or RfoWritten
            or AttemptMade
            or CallMade
            or CalledBack
            or ComplaintAcknowledged
            or HoldingReplied
            or ComplaintAnswered
            or PassedOn
            or PlannedContactMade => EntryShape.ToCustomer,
            CustomerReplied or UpdateRequested or Rejected or Confirmed or EscalationAsked => EntryShape.FromCustomer,
            Escalated { Way: EntryWay.Request } or EscalationRepeated or EscalationRequested => EntryShape.FromCustomer,
            CaseLogged
            or Held
            or HoldEndSet
            or Resumed
            or TargetWarned
            or TargetMissed
            or CallOwed
            or CallMissed
            or PromiseMissed
            or NextStepOwed
            or LevelToldAgain
            or LadderStoodStill
            or LadderWentOn
            or Escalated { Way: EntryWay.Time or EntryWay.Target or EntryWay.Condition }
            or Closed => EntryShape.Clock,
            _ => EntryShape.Inside,
        };

    private static string? Written(CaseEvent happened) =>
        happened switch
        {
            Noted noted => noted.Text,
            Updated updated => updated.Text,
            CustomerReplied replied => replied.Text,
            UpdateRequested asked => asked.Text,
            AutomaticMailReceived mail => mail.Text,
            DispositionGiven given => given.Text,
            Resolved resolved => resolved.Resolution,
            Rejected rejected => rejected.Text,
            RfoWritten rfo => rfo.Text,
            EscalationAsked asked => asked.Text,
            CalledBack called => called.Text,
            PlannedContactMade made => made.Text,
            DecisionTaken taken => taken.Text,
            EscalationDecided decided => decided.Rationale,
            SteppedDown down => down.Text,
            OwnerChecked check => check.Text,
            EscalationEnded ended => ended.Reason,
            ComplaintAcknowledged acknowledged => acknowledged.Text,
            HoldingReplied reply => reply.Text,
            ComplaintAnswered answered => answered.Text,
            ComplaintEscalated escalated => escalated.Text,
            PassedOn passed => passed.Text,
            CaseLogged logged => logged.Complaint?.Text,
            _ => null,
        };
}

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
            Body = Written(happened) ?? Answers(guide, happened),
            Cite = Paragraph(guide, happened) is { } cite ? CiteMaker.Of(guide, cite) : null,
            CustomerSees = IsSeen(happened),
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
            CaseLogged logged => logged.Complaint?.Text,
            _ => null,
        };

    private static string? Answers(Guide guide, CaseEvent happened)
    {
        if (happened is not IntakeAnswered answered)
        {
            return null;
        }
        var services = answered.Services.Select(id => guide.Service(id)?.Name ?? id).ToList();
        var lines = guide
            .Intake.Questions.Where(question => answered.Answers.ContainsKey(question.Id))
            .Select(question => Answer(question, answered.Answers));
        string[] concerns = services.Count == 0 ? [] : [$"Concerns: {string.Join(", ", services)}"];
        string[] all = [.. concerns, .. lines];
        return all.Length == 0 ? null : string.Join('\n', all);
    }

    private static string Answer(Question question, IReadOnlyDictionary<string, string> answers)
    {
        var given = answers[question.Id];
        var words = question.Options.FirstOrDefault(option => option.Id == given)?.Label ?? given;
        var why =
            answers.TryGetValue(IntakeCheck.ReasonKey(question.Id), out var reason) && reason.Length > 0
                ? $" ({reason})"
                : "";
        return $"{question.Ask.TrimEnd('?')}: {words}{why}";
    }

    private static string? Paragraph(Guide guide, CaseEvent happened) =>
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
            UrgencyGranted => guide.Urgency?.Cite,
            PromiseMissed missed => guide.PromiseRule(missed.For)?.Cite,
            StepPlanned or StepDone or StepDropped => guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite,
            LadderStoodStill stood => guide.Ladder(stood.Ladder)?.Cite,
            LadderWentOn went => guide.Ladder(went.Ladder)?.Cite,
            EscalationRequested asked => guide.Ladder(asked.Ladder)?.Cite,
            ComplaintEvent => guide.Complaints?.Cite,
            Escalated entered => guide.Ladder(entered.Ladder)?.Level(entered.Level)?.Cite,
            _ => null,
        };

    private static bool IsSeen(CaseEvent happened) =>
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

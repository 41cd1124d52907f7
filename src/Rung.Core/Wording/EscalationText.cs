using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Wording;

/// <summary>What happened in an escalation, as one line of a timeline; without its time and author.</summary>
public static class EscalationText
{
    private const int MostNamed = 5;

    /// <summary>Unescaped. Times are in the desk's zone, or in the one they were agreed in, with its name.</summary>
    public static string Of(Guide guide, EscalationEvent happened) =>
        happened switch
        {
            EscalationAsked { Approached: { } post } asked =>
                $"{asked.From ?? "The customer"} turned to {Post(guide, post)} directly, by {EventText.Words(asked.Channel)}, and was led back to the desk: {asked.Text}",
            EscalationAsked asked =>
                $"Wishes to escalate, by {EventText.Words(asked.Channel)}, {Why(asked.Why)}: {asked.Text}",
            Escalated entered => Entered(guide, entered),
            EscalationRepeated again =>
                $"Escalated again, at level {again.Level} already{By(again.From)}{(again.Acknowledged ? ", acknowledged by word of mouth" : "")}{After(Reasons(guide, again.Reasons))}{After(again.Note)}",
            CallBackAgreed agreed => $"Call-back agreed for {When(guide, agreed.Due, agreed.Zone)}",
            Engaged engaged => Contact(guide, engaged),
            OwnershipTaken { From: null } taken => $"{taken.Name} owns the escalation",
            OwnershipTaken taken =>
                $"The escalation goes from {taken.From} to {taken.Name}{(taken.Told is { } told ? $"; the customer was told by {EventText.Words(told)}" : "")}",
            CalledBack called => $"Called back: {called.Text}",
            PlanAgreed { Plan: { } plan } => $"Communication plan: {Plan(guide, plan)}",
            PlannedContactMade made => $"Planned contact by {EventText.Words(made.Channel)}: {made.Text}",
            PeerNamed peer => $"At level {peer.Level} the customer's executive is {peer.Peer}",
            DecisionTaken taken => $"Decision at level {taken.Level}: {taken.Text}",
            UrgencyGranted granted =>
                $"More urgent than its priority{Passed(granted)}; the customer knows that others may wait: {granted.Justification}",
            PromiseMissed missed =>
                $"{Name(guide, missed.For)} of {When(guide, missed.Due, null)} missed; {Alerted(guide, missed)}",
            NextStepOwed owed => $"{Name(guide, owed.For)}, level {owed.Level}, by {When(guide, owed.Due, null)}",
            EscalationEnded ended => Ended(guide, ended),
            EscalationRequested asked =>
                $"Asks for level {asked.Level}{By(asked.From)} by {EventText.Words(asked.Channel)}; {guide.RoleTitle(asked.DecidedBy)} decides by {When(guide, asked.Due, null)}{After(Why(guide, asked))}",
            EscalationDecided decided =>
                $"The request for level {decided.Level} is {(decided.Verdict == RequestVerdict.Approved ? "approved" : "not approved")}{After(decided.Rationale)}",
            SteppedDown down => $"The escalation goes down to level {down.Level}: {down.Text}",
            StepPlanned step =>
                $"Step {step.Number} of the resolution plan, {step.Who}, by {When(guide, step.Due, null)}: {step.What}",
            StepDone done => $"Step {done.Number} of the resolution plan is done{After(done.Text)}",
            StepDropped dropped => $"Step {dropped.Number} of the resolution plan is dropped: {dropped.Reason}",
            OwnerChecked check =>
                $"Level {check.Level} finds the process {(check.Result == ProcessCheck.Followed ? "followed" : "not followed")}: {check.Text}",
            LevelToldAgain again =>
                $"Level {again.Level} told again, the {Times(again.Times)} time{Empty(guide, again.StandsIn)}; {AlertedWords.Of(guide, again.Alerts, again.RecordedAt, guide.Desk.Alerts)}",
            LevelDelayed delayed =>
                $"Level {delayed.Level} is put off until {When(guide, delayed.Until, null)}: {delayed.Reason}",
            LadderStoodStill stood => $"“{Ladder(guide, stood.Ladder)}” stands still from here on",
            LadderWentOn went => $"“{Ladder(guide, went.Ladder)}” goes on",
            _ => "Communication plan",
        };

    /// <summary>The guide's name of the promise; a plain one where it has none.</summary>
    public static string Name(Guide guide, PromiseFor what) =>
        guide.PromiseRule(what)?.Name
        ?? what switch
        {
            PromiseFor.CallBack => "Call-back",
            PromiseFor.PlannedContact => "Planned contact",
            PromiseFor.Rfo => "Reason for outage",
            PromiseFor.ResolutionStep => "Step of the resolution plan",
            PromiseFor.Decision => "Decision on a request to escalate",
            PromiseFor.UpdateRequest => "Answer to how things stand",
            PromiseFor.ComplaintFollowUp => "Full answer after a holding reply",
            PromiseFor.PostReached => "Reach the post that is next",
            PromiseFor.CallBackSettled => "Settle a call-back with the customer",
            _ => throw new NotSupportedException($"No name for {what}."),
        };

    /// <summary>"by telephone every 30 min from Sun 28 Mar 04:30 BST".</summary>
    public static string Plan(Guide guide, AgreedPlan plan)
    {
        var often =
            plan.EveryMinutes > 0
                ? $"every {LengthWords.Left(Duration.FromMinutes(plan.EveryMinutes))} from {When(guide, plan.From, plan.Zone)}"
                : $"at {string.Join(", ", plan.Times)} ({plan.Zone})";
        return $"by {EventText.Words(plan.Channel)} {often}{(plan.Audience is null ? "" : $"; {plan.Audience}")}";
    }

    /// <summary>What ought to be different about an entry.</summary>
    public static string Of(EscalationWarning warning) =>
        warning switch
        {
            EscalationWarning.TargetsNotUsedUp => "no target is used up yet",
            EscalationWarning.ReasonMissing => "no reason was given",
            EscalationWarning.NotAcknowledged => "it was not acknowledged by word of mouth",
            EscalationWarning.CallerNotListed => "the guide names others who may ask",
            EscalationWarning.CallBackNotAgreed => "a call-back is still to be agreed",
            _ => throw new NotSupportedException($"No words for {warning}."),
        };

    /// <summary>The ladder's names of the reasons.</summary>
    public static string Reasons(Guide guide, IEnumerable<string> reasons) =>
        string.Join(
            "; ",
            reasons.Select(id =>
                guide.Ladders.SelectMany(ladder => ladder.Reasons).FirstOrDefault(reason => reason.Id == id)?.Name ?? id
            )
        );

    private static string Entered(Guide guide, Escalated entered)
    {
        if (entered.Way is EntryWay.Time or EntryWay.Target or EntryWay.Condition)
        {
            return ByItself(guide, entered);
        }
        var way = entered.Way == EntryWay.Owner ? ", decided inside" : By(entered.From);
        var number = entered.Number is null ? "" : $" on {entered.Number}";
        var by = entered.Way == EntryWay.Owner ? "" : $" by {EventText.Words(entered.Channel)}{number}";
        var later = entered.Effective > entered.At ? $", effective {When(guide, entered.Effective, null)}" : "";
        var left = entered.Override is null ? "" : $", levels left out ({entered.Override})";
        var warned = entered.Warnings.Count == 0 ? "" : $" ({string.Join("; ", entered.Warnings.Select(Of))})";
        string[] reasons = [Reasons(guide, entered.Reasons), entered.OtherReason ?? "", entered.Note ?? ""];
        var why = string.Join("; ", reasons.Where(reason => reason.Length > 0));
        return $"Escalated to level {entered.Level}{way}{by}{later}{left}{warned}{Empty(guide, entered.StandsIn)}{Written(guide, entered)}{After(why)}";
    }

    private static string Why(Guide guide, EscalationRequested asked)
    {
        string[] reasons = [Reasons(guide, asked.Reasons), asked.OtherReason ?? "", asked.Note ?? ""];
        return string.Join("; ", reasons.Where(reason => reason.Length > 0));
    }

    private static string ByItself(Guide guide, Escalated entered)
    {
        var level = guide.Ladder(entered.Ladder)?.Level(entered.Level);
        var name = level is null ? "" : $", {guide.RoleTitle(level.Role)}";
        var why =
            level is not null && entered.Entry is { } index && index < level.Entries.Count
                ? LadderWords.Of(guide, level.Entries[index])
                : "on the way to a higher one";
        return $"Escalated to level {entered.Level} by itself{name}{Empty(guide, entered.StandsIn)}; {AlertedWords.Of(guide, entered.Alerts, entered.RecordedAt, guide.Desk.Alerts)}: {why}";
    }

    private static string Empty(Guide guide, string? standsIn) =>
        standsIn is null ? "" : $"; nobody holds the post, {guide.RoleTitle(standsIn)} steps in";

    private static string Ladder(Guide guide, string id) => guide.Ladder(id)?.Name ?? id;

    private static string Times(int number) =>
        number switch
        {
            1 => "first",
            2 => "second",
            3 => "third",
            _ => $"{number}th",
        };

    private static string Passed(UrgencyGranted granted) =>
        granted.Displaces is not { Count: > 0 } passed
            ? ""
            : $", before {string.Join(", ", passed.Take(MostNamed).Select(one => one.Reference.Text))}{(passed.Count > MostNamed ? $" and {passed.Count - MostNamed} more" : "")}";

    private static string Post(Guide guide, ApproachedPost post) => $"{guide.RoleTitle(post.Role)}{Who(post.Person)}";

    private static string Who(string? person) => person is null ? "" : $" ({person})";

    private static string Contact(Guide guide, Engaged engaged)
    {
        var at = engaged.ContactedAt == engaged.At ? "" : $" at {When(guide, engaged.ContactedAt, null)}";
        var outcome = engaged.Outcome switch
        {
            EngagementOutcome.Accepted => "accepted",
            EngagementOutcome.Informed => "informed",
            EngagementOutcome.NotReached => "not reached",
            EngagementOutcome.Declined => "declined",
            _ => throw new NotSupportedException($"No words for {engaged.Outcome}."),
        };
        return $"{guide.RoleTitle(engaged.Role)}{Who(engaged.Person)} contacted for level {engaged.Level}{at}, {outcome}{After(engaged.Text)}";
    }

    private static string Ended(Guide guide, EscalationEnded ended)
    {
        var rfo = ended.Rfo switch
        {
            RfoState.Given => "the reason for outage is given",
            RfoState.NotNeeded => "no reason for outage is needed",
            RfoState.Owed when ended.RfoDue is { } due => $"the reason for outage is owed by {When(guide, due, null)}",
            RfoState.Owed => "the reason for outage is owed",
            _ => throw new NotSupportedException($"No words for {ended.Rfo}."),
        };
        return ended.Told is { } told
            ? $"The escalation has ended, the customer was told by {EventText.Words(told)}, {rfo}: {ended.Reason}"
            : $"The escalation that nobody asked for has ended: {ended.Reason}";
    }

    private static string Why(WhyNotRaised why) =>
        why switch
        {
            WhyNotRaised.OtherChannelNeeded => "which begins none: told how to",
            WhyNotRaised.TooEarly => "before the targets are used up",
            WhyNotRaised.AtTheTop => "at the top of the ladder already",
            WhyNotRaised.StandsStill => "while the ladder stands still",
            WhyNotRaised.NotListed => "by somebody whom the guide does not name for it",
            WhyNotRaised.ApproachedDirectly => "by turning to a post of the ladder: led back to the desk",
            WhyNotRaised.Undecided => "while an earlier request waits for its decision",
            _ => throw new NotSupportedException($"No words for {why}."),
        };

    private static string Written(Guide guide, Escalated entered) =>
        entered.Alerts.Count == 0
            ? ""
            : $"; {AlertedWords.Of(guide, entered.Alerts, entered.RecordedAt, guide.Desk.Alerts)}";

    // A complaint is told to no mailbox that others read (ESS-93).
    private static string Alerted(Guide guide, PromiseMissed missed) =>
        AlertedWords.Of(
            guide,
            missed.Alerts,
            missed.RecordedAt,
            missed.For == PromiseFor.ComplaintFollowUp ? null : guide.Desk.Alerts
        );

    private static string When(Guide guide, Instant at, string? zone) =>
        Say.AtWithZone(
            at,
            zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known
                ? known
                : guide.DeskCalendar.Zone
        );

    private static string By(string? from) => string.IsNullOrEmpty(from) ? "" : $" for {from}";

    private static string After(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $": {text}";
}

using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>What happened, as one line of a timeline, in the guide's words; without its time and author.</summary>
public static class EventText
{
    /// <summary>
    /// Unescaped; what somebody wrote is taken over whole, and ids that the guide no longer knows stand for themselves.
    /// </summary>
    public static string Of(Guide guide, CaseEvent happened) =>
        happened switch
        {
            CaseLogged logged => Logged(guide, logged),
            IntakeAnswered answered => answered.State == IntakeState.Finished
                ? "Intake finished"
                : "Intake answered in part",
            PrioritySet set => Priority(set),
            Assigned assigned => $"Assigned to {assigned.Engineer}",
            Held held => $"On-Hold: {guide.HoldReason(held.Reason)?.Name ?? held.Reason}, waiting for {held.Awaiting}",
            HoldEndSet set =>
                $"Answered out of hours: the hold ends {Say.AtWithZone(set.EndsBy, guide.DeskCalendar.Zone)}",
            Resumed resumed => $"Resumed: {Because(resumed.Cause)}",
            WaitBegan wait => $"Waiting ({WaitReason(guide, wait.Reason)}) for {wait.For}; {Clock(guide, wait.Reason)}",
            WaitEnded => "Waiting is over",
            Updated updated => $"Update to the customer{From(updated.Of)}: {updated.Text}",
            Noted noted => $"Note: {noted.Text}",
            CustomerReplied replied => $"Answer by {Words(replied.Channel)}: {replied.Text}",
            AutomaticMailReceived mail => $"Automatic mail, counts as nothing: {mail.Text}",
            UpdateRequested asked => $"Asked how things stand, by {Words(asked.Channel)}: {asked.Text}",
            FlagSet flag => Flag(guide, flag),
            OutOfHoursContactAgreed agreed => $"For the night: {agreed.Contact}, reached by {agreed.ReachedBy}",
            HandoverFellDue => "Prompt: exchange contacts for the night",
            Erased { Of: ErasedOf.Everybody } erased => $"Words and names of this case were erased: {erased.Why}",
            Erased erased => $"What one person said, and their name, were erased: {erased.Why}",
            _ => Ending(guide, happened),
        };

    private static string Ending(Guide guide, CaseEvent happened) =>
        happened switch
        {
            DispositionGiven given => $"Outcome {Disposition(guide, given.Disposition)}: {given.Text}",
            Resolved resolved => Resolution(resolved),
            Rejected rejected => $"Not fixed: {rejected.Text}",
            Confirmed => "Confirmed by the customer",
            AttemptMade { Standing: AttemptStanding.Besides } contact =>
                $"Contact with the customer besides the attempts, by {Words(contact.Channel)}{After(contact.Outcome)}",
            AttemptMade attempt =>
                $"Attempt {attempt.Number} to reach the customer, by {Words(attempt.Channel)}{After(attempt.Outcome)}",
            CallOwed { Reason: CallReason.Unclear } owed =>
                $"To be asked by telephone as well, by {Say.AtWithZone(owed.Due, guide.DeskCalendar.Zone)}: {CallText.About(owed.On)}",
            CallOwed owed =>
                $"To be told by telephone by {Say.AtWithZone(owed.Due, guide.DeskCalendar.Zone)}: {CallText.About(owed.On)}",
            CallMade made => CallText.Of(made, guide.DeskCalendar.Zone),
            CallMissed missed => $"Call {missed.Number} to the customer was not made in time",
            RfoWritten rfo => $"Reason for outage{From(rfo.Of)}{Approved(rfo.ApprovedBy)}: {rfo.Text}",
            BreachExplained explained => $"Breach of {Target(guide, explained.Target)} explained: {explained.Reason}",
            ClosingBlocked blocked => $"Not closed yet: {blocked.Why}",
            Closed closed => $"Closed: {Because(closed.Because)}",
            Linked linked => $"{Link(linked.Kind)} {linked.Other}{After(linked.Reason)}",
            Unlinked unlinked => $"{Unlink(unlinked.Kind)} {unlinked.Other}: {unlinked.Reason}",
            TargetWarned warned =>
                $"Warning: {Target(guide, warned.Target)} is due {Say.AtWithZone(warned.Due, guide.DeskCalendar.Zone)}",
            TargetMissed missed =>
                $"{Target(guide, missed.Target)} missed{(missed.Arrival == Arrival.LateOnArrival ? ", late on arrival" : "")}",
            PassedOn passed => $"Handed over to {Route(guide, passed.Route)}: {passed.Text}",
            ComplaintEvent complaint => ComplaintText.Of(guide, complaint),
            EscalationEvent escalation => EscalationText.Of(guide, escalation),
            MovedToVersion moved => $"Moved to version {moved.To} of the guide, from {moved.From}",
            ReporterChanged changed =>
                $"{changed.To.ContactName} is the reporter from now on, no longer {changed.From}{After(changed.Reason)}",
            Imported line => $"In the other desk's log: {line.Said}",
            _ => throw new NotSupportedException($"No words for {happened.GetType().Name}."),
        };

    private static string Logged(Guide guide, CaseLogged logged)
    {
        var continues = logged.Continues is { } old ? $", continues {old}" : "";
        var start =
            logged.ClockStart == logged.At
                ? ""
                : $"; counts from {Say.AtWithZone(logged.ClockStart, guide.DeskCalendar.Zone)}";
        return $"Reference {logged.Reference} issued, from {Words(logged.Source)}{continues}{start}";
    }

    private static string Priority(PrioritySet set)
    {
        var with = set.With is null ? "" : $" with {set.With}";
        return set.Cause switch
        {
            PriorityCause.Default when set.Proposed is { } rule && rule.Priority == set.Priority =>
                $"Priority {set.Priority}: {rule.Because}",
            PriorityCause.Default => $"Priority {set.Priority}, by default",
            PriorityCause.Chosen => $"Priority {set.Priority}, chosen{After(set.Reason)}",
            PriorityCause.Raised => $"Priority raised to {set.Priority}{with}{After(set.Reason)}",
            PriorityCause.Lowered => $"Priority lowered to {set.Priority}{After(set.Reason)}",
            _ => throw new NotSupportedException($"No words for {set.Cause}."),
        };
    }

    private static string Resolution(Resolved resolved)
    {
        var where = resolved.Where == ResolvedWhere.OnFirstCall ? " on the first call" : "";
        var waits = resolved.Confirmation == Confirmation.Required ? ", waiting for confirmation" : "";
        return $"Resolved{where}{waits}: {resolved.Resolution}";
    }

    private static string Because(ResumeCause cause) =>
        cause switch
        {
            ResumeCause.CustomerReplied => "the customer answered",
            ResumeCause.AgentEnded => "ended by an agent",
            ResumeCause.NextOpening => "the desk has opened",
            _ => throw new NotSupportedException($"No words for {cause}."),
        };

    private static string Because(ClosedBecause because) =>
        because switch
        {
            ClosedBecause.Confirmed => "the customer confirmed",
            ClosedBecause.Silence => "the customer did not answer",
            ClosedBecause.ConfirmationNotRequired => "no confirmation was needed",
            ClosedBecause.Reviewed => "reviewed and answered",
            ClosedBecause.ByAgent => "by an agent",
            _ => throw new NotSupportedException($"No words for {because}."),
        };

    private static string Link(LinkKind kind) =>
        kind switch
        {
            LinkKind.Continues => "Continues",
            LinkKind.ContinuedBy => "Continued by",
            LinkKind.Parent => "Belongs to incident",
            LinkKind.Child => "Has a call about it:",
            LinkKind.Covers => "The escalation covers",
            LinkKind.CoveredBy => "Escalated together with",
            _ => throw new NotSupportedException($"No words for {kind}."),
        };

    private static string Unlink(LinkKind? kind) =>
        kind switch
        {
            LinkKind.Covers => "The escalation no longer covers",
            LinkKind.CoveredBy => "No longer escalated together with",
            _ => "No longer linked to",
        };

    private static string Flag(Guide guide, FlagSet set)
    {
        var name = guide.Flag(set.Flag)?.Name ?? set.Flag;
        return $"{(set.Value == FlagValue.Set ? "Marked" : "Not marked any more")} as {name}: {set.Reason}";
    }

    internal static string Words(Channel channel) =>
        channel switch
        {
            Channel.Phone => "telephone",
            Channel.Email => "e-mail",
            Channel.InPerson => "word of mouth",
            _ => channel.ToString().ToLowerInvariant(),
        };

    private static string From(CaseReference? incident) => incident is { } one ? $", written on incident {one}" : "";

    private static string Approved(string? by) => by is null ? "" : $", approved by {by}";

    private static string After(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $": {text}";

    private static string Target(Guide guide, string id) => guide.FindTarget(id)?.Name ?? id;

    internal static string Route(Guide guide, string id) =>
        guide.Routes.FirstOrDefault(route => route.Id == id)?.Name ?? id;

    private static string Clock(Guide guide, string wait) =>
        guide.WaitReason(wait)?.Pauses == Pauses.AllClocks ? "the clock stands still" : "the clock runs";

    private static string WaitReason(Guide guide, string id) =>
        guide.WaitReasons.FirstOrDefault(reason => reason.Id == id)?.Name ?? id;

    private static string Disposition(Guide guide, string id) =>
        guide.Dispositions.FirstOrDefault(one => one.Id == id)?.Name ?? id;
}

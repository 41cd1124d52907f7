using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Cases.Deciding;

/// <summary>Issuing the reference and taking the answers. ESS-17 to ESS-24, ESS-29, ESS-42, A-04.</summary>
internal static class Logging
{
    public static Ruling Decide(Guide guide, LogCase command, Moment moment)
    {
        if (LoggingDoor.Refuses(guide, command, moment) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var start = ClockStart(guide, command, moment);
        if (!start.Ok)
        {
            return Ruling.Refuse(
                RefusalCode.ClockImpossible,
                start.Problem.Sentence(),
                "A-04",
                StartRule(guide, command.Source)?.Cite
            );
        }
        var events = new List<CaseEvent> { Logged(guide, command, moment, start.Value) };
        var proposal = Proposer.Propose(guide, command, moment.At);
        if (Prioritising.ChangesAtOnce(guide, command, proposal, moment) is { } changed)
        {
            return new Ruling.Refused(changed);
        }
        var priority = command.Priority ?? proposal?.Priority;
        events.Add(Answers(guide, command, priority, moment));
        if (priority is not null)
        {
            // A-10: the case that continues another takes over its priority as the default.
            var isDefault = command.Priority is null || command.Continues is not null;
            var cause = isDefault ? PriorityCause.Default : PriorityCause.Chosen;
            events.Add(moment.Stamp(new PrioritySet(priority, cause, proposal, null, null)));
        }
        if (command.HoldReason is { } reason)
        {
            var held = Holding.Decide(
                new Decision(guide, CaseState.Of(events), moment),
                new Hold(reason, command.Awaiting ?? "")
            );
            if (held is not Ruling.Accepted accepted)
            {
                return held;
            }
            events.AddRange(accepted.Events);
        }
        if (command.Continues is { } closed)
        {
            events.Add(moment.Stamp(new Linked(closed, LinkKind.Continues)));
        }
        return new Ruling.Accepted(events);
    }

    public static Ruling Decide(Decision decision, AnswerIntake command)
    {
        if (LoggingDoor.Refuses(decision.Guide, command.Services, command.Answers) is { } unknown)
        {
            return new Ruling.Refused(unknown);
        }
        // What was finished stays finished, so that no later answer changes the priority.
        var state = decision.State.Intake == IntakeState.Finished ? IntakeState.Finished : command.State;
        var services = command.Services.Distinct().ToList();
        var answered = decision.Moment.Stamp(new IntakeAnswered(services, command.Answers, state));
        var after = Facts(decision, answered);
        var proposal = Proposer.Propose(after);
        var events = new List<CaseEvent> { answered };
        if (proposal is not null && Proposes(decision, proposal))
        {
            var set = new PrioritySet(proposal.Priority, PriorityCause.Default, proposal, null, null);
            events.Add(decision.Moment.Stamp(set));
        }
        var priority = decision.State.Priority ?? proposal?.Priority;
        var missing = command.State == IntakeState.Finished ? Missing(after, priority) : TakenBack(decision, after);
        return missing is null ? new Ruling.Accepted(events) : new Ruling.Refused(missing);
    }

    // What was finished may be corrected, and may have had gaps where nobody was there to be asked, but gets no new ones.
    private static Refusal? TakenBack(Decision decision, CaseFacts after)
    {
        var state = decision.State;
        if (state.Intake != IntakeState.Finished)
        {
            return null;
        }
        var before = IntakeCheck.Missing(decision.Guide, state.Logged.Kind, state.Services, state.Answers);
        var now = IntakeCheck.Missing(after.Guide, after.Kind!, after.Services, after.Answers);
        return Incomplete([.. now.ExceptBy(before.Select(point => point.Question), point => point.Question)]);
    }

    /// <summary>What intake still lacks, as a refusal; null when it can finish. ESS-24.</summary>
    private static Refusal? Missing(CaseFacts facts, string? priority)
    {
        var missing = IntakeCheck.Missing(facts.Guide, facts.Kind!, facts.Services, facts.Answers);
        if (Incomplete([.. missing]) is { } incomplete)
        {
            return incomplete;
        }
        return priority is null && facts.NeedsPriority
            ? new Refusal(
                RefusalCode.PriorityMissing,
                "No rule of the guide gives a priority for these answers: choose one.",
                "ESS-21",
                facts.Guide.Kind(facts.Kind)?.Cite
            )
            : null;
    }

    private static Refusal? Incomplete(IReadOnlyList<OpenPoint> missing) =>
        missing is [var first, ..]
            ? new Refusal(
                RefusalCode.IntakeIncomplete,
                $"Still to be answered: {string.Join("; ", missing.Select(point => point.Ask))}",
                "ESS-24",
                first.Cite
            )
            : null;

    // Within the call a corrected answer corrects the default; what somebody chose or raised is left alone, and after the
    // time for raising no answer makes a case more urgent (ESS-44).
    private static bool Proposes(Decision decision, Proposal proposal)
    {
        var (guide, state) = (decision.Guide, decision.State);
        if (state.Priority is null)
        {
            return true;
        }
        var corrects = state.Intake == IntakeState.Open && state.PrioritySet!.Cause == PriorityCause.Default;
        var steps = guide.Rank(proposal.Priority) - guide.Rank(state.Priority);
        return corrects && (steps > 0 || (steps < 0 && !Prioritising.WindowIsOver(decision)));
    }

    private static CaseFacts Facts(Decision decision, IntakeAnswered answered)
    {
        var answers = decision.State.Answers.Concat(answered.Answers).GroupBy(pair => pair.Key);
        return decision.Facts with
        {
            Services = answered.Services,
            Answers = answers.ToDictionary(group => group.Key, group => group.Last().Value),
        };
    }

    private static CaseLogged Logged(Guide guide, LogCase command, Moment moment, Instant start)
    {
        var complaint = Complaint(guide, command);
        return moment.Stamp(
            new CaseLogged
            {
                Reference = moment.NextReference,
                Desk = guide.Document.Id,
                GuideVersion = guide.Document.Version,
                Kind = command.Kind,
                Source = command.Source,
                Subject = complaint is null ? command.Subject.Trim() : guide.Kind(command.Kind)!.Name,
                Reporter = command.Reporter.AsKept(),
                ReceivedAt = command.ReceivedAt ?? moment.At,
                DetectedAt = command.DetectedAt,
                ClockStart = start,
                StartCite = complaint is null
                    ? StartRule(guide, command.Source)?.Cite ?? guide.Desk.Cite
                    : guide.Complaints?.Cite ?? guide.Desk.Cite,
                Continues = command.Continues,
                Complaint = complaint,
                Papers = command.Papers,
            }
        );
    }

    // Its subject is the same for all: what somebody wrote into a form goes out in no mail and stands in no list.
    private static ComplaintDetails? Complaint(Guide guide, LogCase command) =>
        guide.IsComplaint(command.Kind) ? command.Complaint ?? new ComplaintDetails(command.Subject.Trim()) : null;

    // On the telephone the intake goes on until everything is answered; elsewhere nobody is there to be asked (ESS-24).
    private static IntakeAnswered Answers(Guide guide, LogCase command, string? priority, Moment moment)
    {
        var open =
            !guide.IsComplaint(command.Kind)
            && (priority is null || IntakeCheck.Missing(guide, command.Kind, command.Services, command.Answers).Any());
        var state = command.Source == Channel.Phone && open ? IntakeState.Open : IntakeState.Finished;
        return moment.Stamp(new IntakeAnswered([.. command.Services.Distinct()], command.Answers, state));
    }

    /// <summary>Where the clocks of a case begin that is logged so.</summary>
    public static Reckoning<Instant> ClockStart(Guide guide, LogCase command, Moment moment)
    {
        var rule = StartRule(guide, command.Source);
        var received = command.ReceivedAt ?? moment.At;
        // A-20: whichever way a complaint comes, it counts from its receipt, out of hours from the next opening.
        if (guide.IsComplaint(command.Kind))
        {
            return guide.DeskCalendar.NextOpening(received);
        }
        var from = rule?.From switch
        {
            // An alert whose own clock is ahead is not lost: it counts from when it came in (A-04).
            StartFrom.Detection => Instant.Min(command.DetectedAt ?? received, moment.At),
            StartFrom.Receipt or StartFrom.ReferenceAfterReceipt => received,
            _ => moment.At,
        };
        var start =
            rule?.OutOfHours == StartOutOfHours.NextOpening
                ? guide.DeskCalendar.NextOpening(from)
                : new Reckoning<Instant>(from);
        // ESS-40: out of hours only the receipt waits for the opening, not the reference that follows it.
        return rule?.From == StartFrom.ReferenceAfterReceipt && start.Ok && start.Value < moment.At
            ? new Reckoning<Instant>(moment.At)
            : start;
    }

    public static StartRule? StartRule(Guide guide, Channel source) =>
        guide.Starts.FirstOrDefault(rule => rule.Source == source);
}

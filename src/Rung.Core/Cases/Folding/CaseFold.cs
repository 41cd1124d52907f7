using Rung.Core.Cases.Versions;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Folding;

/// <summary>
/// One arm for each event: what it changes in the state, and the mark that it leaves for the clocks, if any. Never refuses;
/// deciding is over when an event exists. The arms stand beside this file, by what the events are about.
/// </summary>
internal static partial class CaseFold
{
    public static void Apply(CaseState state, CaseEvent happened)
    {
        var before = state.Condition;
        if (Take(state, happened) is { } mark)
        {
            state.MarkList.Add(mark);
        }
        if (state.PromiseList.Count > 0 && IsWordToCustomer(happened))
        {
            EscalationFold.Answered(state, happened.At);
        }
        TakeAsRead(state, happened);
        if (happened.At > state.LastEventAt)
        {
            state.LastEventAt = happened.At;
        }
        var changes = before != state.Condition || happened is CaseLogged;
        if (changes)
        {
            state.ConditionSince = happened.At;
        }
        if (changes || IsFirm(happened))
        {
            state.FirmSince = happened.At;
        }
    }

    private static Mark? Take(CaseState state, CaseEvent happened) =>
        happened switch
        {
            CaseLogged logged => On(state, logged),
            IntakeAnswered answered => On(state, answered),
            PrioritySet set => On(state, set),
            Assigned assigned => On(state, assigned),
            Held held => On(state, held),
            HoldEndSet set => On(state, set),
            Resumed resumed => On(state, resumed),
            WaitBegan wait => On(state, wait),
            WaitEnded ended => On(state, ended),
            Updated updated => On(state, updated),
            BreachExplained explained => On(state, explained),
            Noted or AutomaticMailReceived => null,
            Erased erased => On(state, erased),
            CustomerReplied replied => On(state, replied),
            UpdateRequested asked => On(state, asked),
            FlagSet flag => On(state, flag),
            OutOfHoursContactAgreed agreed => On(state, agreed),
            HandoverFellDue handover => On(state, handover),
            DispositionGiven given => On(state, given),
            Resolved resolved => On(state, resolved),
            Rejected rejected => On(state, rejected),
            Confirmed confirmed => On(state, confirmed),
            AttemptMade attempt => On(state, attempt),
            CallOwed owed => On(state, owed),
            CallMade made => On(state, made),
            CallMissed missed => On(state, missed),
            RfoWritten rfo => On(state, rfo),
            ClosingBlocked blocked => On(state, blocked),
            Closed closed => On(state, closed),
            Linked linked => On(state, linked),
            Unlinked unlinked => On(state, unlinked),
            PassedOn passed => Marked(passed, CaseMoment.HandedOver),
            TargetWarned warned => On(state, warned),
            TargetMissed missed => On(state, missed),
            EscalationEvent escalation => On(state, escalation),
            ComplaintEvent complaint => On(state, complaint),
            Imported line => On(state, line),
            MovedToVersion moved => On(state, moved),
            ReporterChanged changed => On(state, changed),
            _ => throw new NotSupportedException($"No fold for {happened.GetType().Name}."),
        };

    // What later decisions rest on, beside a change of the condition.
    private static bool IsFirm(CaseEvent happened) =>
        happened
            is PrioritySet
                or Assigned
                or HoldEndSet
                or CustomerReplied
                or DispositionGiven
                or FlagSet
                or Confirmed
                or EscalationEnded
                or MovedToVersion;

    // What answers a customer who asked how things stand. ESS-78, semantics 24.
    private static bool IsWordToCustomer(CaseEvent happened) =>
        happened
            is Updated
                or Held
                or Resolved
                or DispositionGiven
                or CalledBack
                or PlannedContactMade
                or CallMade { Outcome: CallOutcome.Reached }
                or HoldingReplied
                or ComplaintAnswered;

    private static void TakeAsRead(CaseState state, CaseEvent happened)
    {
        if (happened is CustomerReplied or UpdateRequested or EscalationAsked or EscalationRequested)
        {
            state.UnreadSince ??= happened.At;
        }
        else if (!happened.By.IsCustomer && happened.By.Role != Actor.SystemRole)
        {
            state.UnreadSince = null;
        }
    }

    private static Mark Marked(CaseEvent happened, CaseMoment moment, string? detail = null) =>
        new(happened.At, moment, detail);
}

using Rung.Core.Cases.Versions;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Folding;

// Logged, worked on, held, waited for; and what falls due meanwhile.
internal static partial class CaseFold
{
    private static Mark? On(CaseState state, CaseLogged logged)
    {
        state.LastCustomerContactAt = logged.Source == Channel.Monitoring ? null : logged.ReceivedAt;
        state.LastCustomerChannel = logged.Source;
        return new Mark(logged.ClockStart, CaseMoment.ReferenceIssued, null);
    }

    private static Mark? On(CaseState state, IntakeAnswered answered)
    {
        var answers = new Dictionary<string, string>(state.Answers);
        foreach (var (question, answer) in answered.Answers)
        {
            answers[question] = answer;
        }
        state.Answers = answers;
        state.Services = answered.Services;
        state.Intake = answered.State;
        return null;
    }

    private static Mark? On(CaseState state, PrioritySet set)
    {
        var moment = state.Priority is null ? CaseMoment.PrioritySet : CaseMoment.PriorityChanged;
        state.Priority = set.Priority;
        state.PrioritySet = set;
        state.PriorityList.Add(set);
        state.RejectingReply = null;
        return Marked(set, moment, set.Priority);
    }

    private static Mark? On(CaseState state, Assigned assigned)
    {
        state.Engineer = assigned.Engineer;
        if (state.Condition == Condition.Open)
        {
            state.Condition = Condition.Assigned;
        }
        return Marked(assigned, CaseMoment.Assigned);
    }

    private static Mark? On(CaseState state, Held held)
    {
        state.Hold = held;
        state.HoldAnswered = null;
        state.Holds++;
        state.Condition = Condition.OnHold;
        state.RejectingReply = null;
        return Marked(held, CaseMoment.Held, held.Reason);
    }

    private static Mark? On(CaseState state, HoldEndSet set)
    {
        state.HoldAnswered = state.Hold is null ? null : set;
        return null;
    }

    private static Mark? On(CaseState state, Resumed resumed)
    {
        EndHold(state, resumed);
        state.HoldAnswered = null;
        state.Condition = state.Working();
        return Marked(resumed, CaseMoment.Resumed);
    }

    private static Mark? On(CaseState state, WaitBegan wait)
    {
        state.Wait = wait;
        return Marked(wait, CaseMoment.WaitBegan, wait.Reason);
    }

    private static Mark? On(CaseState state, WaitEnded ended)
    {
        state.Wait = null;
        return Marked(ended, CaseMoment.WaitEnded);
    }

    private static Mark? On(CaseState state, MovedToVersion moved)
    {
        var turn = new VersionTurn(moved, state.MarkList.Count, state.Hold?.Reason)
        {
            Wait = state.Wait?.Reason,
            Priority = state.PrioritySet,
        };
        state.Turns = [.. state.Turns, turn];
        state.RejectingReply = null;
        return null;
    }

    private static Mark? On(CaseState state, Erased erased)
    {
        state.IsErased |= erased.Of == ErasedOf.Everybody;
        return null;
    }

    private static Mark? On(CaseState state, ReporterChanged changed)
    {
        state.Logged = state.Logged with { Reporter = changed.To };
        return null;
    }

    private static Mark? On(CaseState state, FlagSet flag)
    {
        state.Flags[flag.Flag] = flag;
        return null;
    }

    private static Mark? On(CaseState state, TargetWarned warned)
    {
        state.WarnedList.Add(warned);
        return Marked(warned, CaseMoment.TargetWarned, warned.Target);
    }

    private static Mark? On(CaseState state, TargetMissed missed)
    {
        state.MissedList.Add(missed);
        return Marked(missed, CaseMoment.TargetMissed, missed.Target);
    }

    private static Mark? On(CaseState state, BreachExplained explained)
    {
        state.ExplainedSet.Add(explained.Target);
        return null;
    }

    private static Mark? On(CaseState state, HandoverFellDue handover)
    {
        state.HandoverPromptedFor = handover.Closing;
        state.HandoverList.Add(handover);
        return Marked(handover, CaseMoment.HandoverDue);
    }

    private static Mark? On(CaseState state, Linked linked)
    {
        state.LinkList.Add(linked);
        EscalationFold.Covered(state, linked);
        return linked.Kind == LinkKind.Continues ? Marked(linked, CaseMoment.Linked) : null;
    }

    private static Mark? On(CaseState state, Unlinked unlinked)
    {
        state.LinkList.RemoveAll(link => link.IsUndoneBy(unlinked));
        EscalationFold.Uncovered(state, unlinked);
        if (unlinked is { Kind: LinkKind.CoveredBy, Reason: EscalationEnded.OnCovered })
        {
            state.EscalatedWithList.Add(unlinked.Other);
        }
        return null;
    }

    private static Mark? On(CaseState state, ComplaintEvent complaint)
    {
        ComplaintFold.Apply(state, complaint);
        return null;
    }

    // Clocks are only read of imported history once it is retold under a guide.
    private static Mark? On(CaseState state, Imported line)
    {
        state.Condition = ConditionAfter(line.State) ?? state.Condition;
        return null;
    }

    private static Condition? ConditionAfter(ImportedState state) =>
        state switch
        {
            ImportedState.Open => Condition.Open,
            ImportedState.Assigned or ImportedState.Waiting => Condition.Assigned,
            ImportedState.OnHold => Condition.OnHold,
            ImportedState.Resolved or ImportedState.ResolvedOnFirstCall => Condition.Resolved,
            ImportedState.Closed or ImportedState.Cancelled => Condition.Closed,
            ImportedState.Noted => null,
            _ => throw new NotSupportedException($"No condition for {state}."),
        };

    // Assigned if an engineer is set, else Open.
    private static Condition Working(this CaseState state) =>
        state.Engineer is null ? Condition.Open : Condition.Assigned;
}

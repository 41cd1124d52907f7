using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>One arm for each event: what it changes in the state. Never refuses; deciding is over when an event exists.</summary>
internal static class CaseFold
{
    public static void Apply(CaseState state, CaseEvent happened)
    {
        var before = state.Condition;
        switch (happened)
        {
            case CaseLogged logged:
                On(state, logged);
                break;
            case IntakeAnswered answered:
                On(state, answered);
                break;
            case PrioritySet set:
                On(state, set);
                break;
            case Assigned assigned:
                On(state, assigned);
                break;
            case Held held:
                On(state, held);
                break;
            case HoldEndSet set:
                state.HoldAnswered = state.Hold is null ? null : set;
                break;
            case Resumed resumed:
                On(state, resumed);
                break;
            case WaitBegan wait:
                state.Wait = wait;
                Mark(state, wait, CaseMoment.WaitBegan, wait.Reason);
                break;
            case WaitEnded ended:
                state.Wait = null;
                Mark(state, ended, CaseMoment.WaitEnded);
                break;
            case Updated updated:
                state.LastUpdateAt = updated.At;
                Told(state, updated, updated.Channel);
                Mark(state, updated, CaseMoment.Updated);
                break;
            case BreachExplained explained:
                state.ExplainedSet.Add(explained.Target);
                break;
            case Noted or AutomaticMailReceived:
                break;
            case CustomerReplied replied:
                On(state, replied);
                break;
            case UpdateRequested asked:
                state.LastCustomerContactAt = asked.At;
                state.LastCustomerChannel = asked.Channel;
                Mark(state, asked, CaseMoment.UpdateRequested);
                break;
            case FlagSet flag:
                state.Flags[flag.Flag] = flag;
                break;
            case OutOfHoursContactAgreed agreed:
                state.OutOfHours = agreed;
                state.NightContacts.Add(agreed);
                break;
            case HandoverFellDue handover:
                state.HandoverPromptedFor = handover.Closing;
                state.HandoverList.Add(handover);
                Mark(state, handover, CaseMoment.HandoverDue);
                break;
            case DispositionGiven given:
                state.Disposition = given;
                state.RejectingReply = null;
                state.LastUpdateAt = given.At;
                Mark(state, given, CaseMoment.DispositionGiven, given.Disposition);
                if (given.Expected is not null)
                {
                    Mark(state, given, CaseMoment.ExpectationSet, given.Disposition);
                }
                break;
            case Resolved resolved:
                On(state, resolved);
                break;
            case Rejected rejected:
                On(state, rejected);
                break;
            case Confirmed confirmed:
                On(state, confirmed);
                break;
            case AttemptMade attempt:
                state.AttemptsMade.Add(attempt);
                Told(state, attempt, attempt.Channel);
                Mark(state, attempt, CaseMoment.AttemptMade);
                break;
            case CallOwed owed:
                state.CallList.Add(new OwedCall(owed));
                break;
            case CallMade made:
                On(state, made);
                break;
            case CallMissed missed:
                On(state, missed);
                break;
            case RfoWritten rfo:
                state.Rfo = rfo.Text;
                state.RfoWrittenAt ??= rfo.At;
                EscalationFold.Explained(state, rfo.At);
                break;
            case ClosingBlocked blocked:
                state.Blocked = blocked;
                Mark(state, blocked, CaseMoment.ClosingBlocked);
                break;
            case Closed closed:
                state.Closed = closed;
                state.Condition = Condition.Closed;
                state.Hold = null;
                state.HoldAnswered = null;
                state.Wait = null;
                EscalationFold.Closed(state, closed.At);
                EscalationFold.Release(state, PromiseFor.ComplaintFollowUp, closed.At);
                Mark(state, closed, CaseMoment.Closed);
                break;
            case Linked linked:
                On(state, linked);
                break;
            case Unlinked unlinked:
                state.LinkList.RemoveAll(link => link.IsUndoneBy(unlinked));
                EscalationFold.Uncovered(state, unlinked);
                break;
            case PassedOn passed:
                Mark(state, passed, CaseMoment.HandedOver);
                break;
            case TargetWarned warned:
                state.WarnedList.Add(warned);
                Mark(state, warned, CaseMoment.TargetWarned, warned.Target);
                break;
            case TargetMissed missed:
                state.MissedList.Add(missed);
                Mark(state, missed, CaseMoment.TargetMissed, missed.Target);
                break;
            case EscalationEvent escalation:
                On(state, escalation);
                break;
            case ComplaintEvent complaint:
                ComplaintFold.Apply(state, complaint);
                break;
            case Imported line:
                state.Condition = ConditionAfter(line.State) ?? state.Condition;
                break;
            default:
                throw new NotSupportedException($"No fold for {happened.GetType().Name}.");
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
        if (
            changes
            || happened
                is PrioritySet
                    or Assigned
                    or HoldEndSet
                    or CustomerReplied
                    or DispositionGiven
                    or FlagSet
                    or Confirmed
                    or EscalationEnded
        )
        {
            state.FirmSince = happened.At;
        }
    }

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

    private static void On(CaseState state, CaseLogged logged)
    {
        state.LastCustomerContactAt = logged.Source == Channel.Monitoring ? null : logged.ReceivedAt;
        state.LastCustomerChannel = logged.Source;
        state.MarkList.Add(new Mark(logged.ClockStart, CaseMoment.ReferenceIssued, null));
    }

    private static void On(CaseState state, IntakeAnswered answered)
    {
        var answers = new Dictionary<string, string>(state.Answers);
        foreach (var (question, answer) in answered.Answers)
        {
            answers[question] = answer;
        }
        state.Answers = answers;
        state.Services = answered.Services;
        state.Intake = answered.State;
    }

    private static void On(CaseState state, PrioritySet set)
    {
        var moment = state.Priority is null ? CaseMoment.PrioritySet : CaseMoment.PriorityChanged;
        state.Priority = set.Priority;
        state.PrioritySet = set;
        state.PriorityList.Add(set);
        state.RejectingReply = null;
        Mark(state, set, moment, set.Priority);
    }

    private static void On(CaseState state, Assigned assigned)
    {
        state.Engineer = assigned.Engineer;
        if (state.Condition == Condition.Open)
        {
            state.Condition = Condition.Assigned;
        }
        Mark(state, assigned, CaseMoment.Assigned);
    }

    private static void On(CaseState state, Held held)
    {
        state.Hold = held;
        state.HoldAnswered = null;
        state.Holds++;
        state.Condition = Condition.OnHold;
        state.RejectingReply = null;
        Mark(state, held, CaseMoment.Held, held.Reason);
    }

    private static void On(CaseState state, Resumed resumed)
    {
        state.Hold = null;
        state.HoldAnswered = null;
        state.Condition = state.Working();
        Mark(state, resumed, CaseMoment.Resumed);
    }

    private static void On(CaseState state, CustomerReplied replied)
    {
        state.LastCustomerContactAt = replied.At;
        state.LastCustomerChannel = replied.Channel;
        state.RejectingReply = state.IsResolved ? replied : null;
        Mark(state, replied, CaseMoment.CustomerReplied);
    }

    private static void On(CaseState state, Resolved resolved)
    {
        state.Resolution = resolved;
        state.Resolutions++;
        state.Hold = null;
        state.HoldAnswered = null;
        state.Wait = null;
        state.Confirmed = null;
        state.Blocked = null;
        state.RejectingReply = null;
        state.AttemptsMade.Clear();
        state.Condition =
            resolved.Confirmation == Confirmation.Required ? Condition.ResolvedToConfirm : Condition.Resolved;
        state.LastUpdateAt = resolved.At;
        EscalationFold.Resolved(state, resolved.At);
        Mark(state, resolved, CaseMoment.Resolved);
    }

    private static void On(CaseState state, Rejected rejected)
    {
        state.Rejections++;
        state.LastCustomerContactAt = rejected.At;
        state.Condition = state.Working();
        state.Blocked = null;
        state.Confirmed = null;
        EscalationFold.Resumed(state, rejected.At);
        Mark(state, rejected, CaseMoment.Rejected);
    }

    // A reply first read as "not fixed" and then taken as the confirmation undoes the rejection it caused.
    private static void On(CaseState state, Confirmed confirmed)
    {
        state.Confirmed = confirmed;
        state.RejectingReply = null;
        if (state.IsResolved)
        {
            return;
        }
        var rejection = state.MarkList.FindLastIndex(mark => mark.Moment == CaseMoment.Rejected);
        if (rejection >= 0)
        {
            state.MarkList.RemoveAt(rejection);
            state.Rejections--;
        }
        EscalationFold.Resolved(state, confirmed.At);
        state.Condition = Condition.ResolvedToConfirm;
    }

    private static void On(CaseState state, EscalationEvent escalation)
    {
        EscalationFold.Apply(state, escalation);
        if (EscalationMoments.Of(escalation) is { } moment)
        {
            Mark(state, escalation, moment);
        }
        if (escalation is CalledBack or PlannedContactMade)
        {
            state.LastUpdateAt = escalation.At;
            KeepCalls(state, escalation, Channel.Phone);
        }
    }

    private static void On(CaseState state, CallMade made)
    {
        if (made.Outcome == CallOutcome.NotReached)
        {
            Change(state, _ => true, call => call with { Tries = call.Tries + 1, Due = made.Again ?? call.Due });
        }
        else
        {
            Told(state, made, Channel.Phone);
        }
    }

    // Whatever is said by telephone keeps every call that is owed by then.
    private static void Told(CaseState state, CaseEvent happened, Channel channel)
    {
        if (state.EscalationList.Count > 0)
        {
            EscalationFold.Told(state, happened.At, channel);
        }
        KeepCalls(state, happened, channel);
    }

    private static void KeepCalls(CaseState state, CaseEvent happened, Channel channel)
    {
        if (channel == Channel.Phone && state.CallList.Count > 0)
        {
            KeepCalls(state, happened);
        }
    }

    // Apart, as are the other changes of calls: what a lambda holds on to is allocated whichever way is taken.
    private static void KeepCalls(CaseState state, CaseEvent happened) =>
        Change(state, _ => true, call => call with { MadeAt = happened.At });

    private static void On(CaseState state, CallMissed missed) =>
        Change(state, call => call.Number == missed.Number, call => call with { MissedAt = call.Due });

    private static void Change(CaseState state, Func<OwedCall, bool> which, Func<OwedCall, OwedCall> change)
    {
        for (var index = 0; index < state.CallList.Count; index++)
        {
            if (state.CallList[index] is { IsOwed: true } call && which(call))
            {
                state.CallList[index] = change(call);
            }
        }
    }

    private static void On(CaseState state, Linked linked)
    {
        state.LinkList.Add(linked);
        EscalationFold.Covered(state, linked);
        if (linked.Kind == LinkKind.Continues)
        {
            Mark(state, linked, CaseMoment.Linked);
        }
    }

    // Clocks are only read of imported history once it is retold under a guide.
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

    private static void Mark(CaseState state, CaseEvent happened, CaseMoment moment, string? detail = null) =>
        state.MarkList.Add(new Mark(happened.At, moment, detail));
}

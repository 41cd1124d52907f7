using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Folding;

// What the desk and the customer say to each other, and the calls that are owed.
internal static partial class CaseFold
{
    private static Mark? On(CaseState state, Updated updated)
    {
        state.LastUpdateAt = updated.At;
        Told(state, updated, updated.Channel);
        return Marked(updated, CaseMoment.Updated);
    }

    private static Mark? On(CaseState state, CustomerReplied replied)
    {
        state.LastCustomerContactAt = replied.At;
        state.LastCustomerChannel = replied.Channel;
        state.RejectingReply = state.IsResolved ? replied : null;
        return Marked(replied, CaseMoment.CustomerReplied);
    }

    private static Mark? On(CaseState state, UpdateRequested asked)
    {
        state.LastCustomerContactAt = asked.At;
        state.LastCustomerChannel = asked.Channel;
        if (asked.AnswerDue is { } due)
        {
            state.PromiseList.Add(new Promise(PromiseFor.UpdateRequest, due, asked.At));
        }
        return Marked(asked, CaseMoment.UpdateRequested);
    }

    private static Mark? On(CaseState state, OutOfHoursContactAgreed agreed)
    {
        state.OutOfHours = agreed;
        state.NightContacts.Add(agreed);
        return null;
    }

    private static Mark? On(CaseState state, AttemptMade attempt)
    {
        Told(state, attempt, attempt.Channel);
        if (attempt.Standing == AttemptStanding.Besides)
        {
            return null;
        }
        state.AttemptsMade.Add(attempt);
        return Marked(attempt, CaseMoment.AttemptMade);
    }

    private static Mark? On(CaseState state, EscalationEvent escalation)
    {
        EscalationFold.Apply(state, escalation);
        if (escalation is CalledBack or PlannedContactMade)
        {
            state.LastUpdateAt = escalation.At;
            KeepCalls(state, escalation, Channel.Phone);
        }
        return EscalationMoments.Of(escalation) is { } moment ? Marked(escalation, moment) : null;
    }

    private static Mark? On(CaseState state, CallOwed owed)
    {
        state.CallList.Add(new OwedCall(owed));
        return null;
    }

    private static Mark? On(CaseState state, CallMade made)
    {
        if (made.Outcome == CallOutcome.NotReached)
        {
            TryAgain(state, made);
        }
        else
        {
            Told(state, made, Channel.Phone);
        }
        return null;
    }

    private static Mark? On(CaseState state, CallMissed missed)
    {
        Change(state, call => call.Number == missed.Number, call => call with { MissedAt = call.Due });
        return null;
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

    /// <summary>Where the hold is over there is nothing left to ask.</summary>
    private static void EndHold(CaseState state, CaseEvent happened)
    {
        state.Hold = null;
        if (state.CallList.Count > 0)
        {
            LetGo(state, happened);
        }
    }

    private static void LetGo(CaseState state, CaseEvent happened) =>
        Change(state, call => call.Owed.Reason == CallReason.Unclear, call => call with { LapsedAt = happened.At });

    private static void TryAgain(CaseState state, CallMade made) =>
        Change(
            state,
            _ => true,
            call =>
                made.Again is { } again
                    ? call with
                    {
                        Tries = call.Tries + 1,
                        Due = again,
                        From = made.At,
                    }
                    : call with
                    {
                        Tries = call.Tries + 1,
                    }
        );

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
}

using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Folding;

// From the disposition and the resolution to closed.
internal static partial class CaseFold
{
    private static Mark? On(CaseState state, DispositionGiven given)
    {
        state.Disposition = given;
        state.RejectingReply = null;
        state.LastUpdateAt = given.At;
        state.MarkList.Add(Marked(given, CaseMoment.DispositionGiven, given.Disposition));
        return given.Expected is null ? null : Marked(given, CaseMoment.ExpectationSet, given.Disposition);
    }

    private static Mark? On(CaseState state, Resolved resolved)
    {
        state.Resolution = resolved;
        state.Resolutions++;
        EndHold(state, resolved);
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
        return Marked(resolved, CaseMoment.Resolved);
    }

    private static Mark? On(CaseState state, Rejected rejected)
    {
        state.Rejections++;
        state.LastCustomerContactAt = rejected.At;
        state.Condition = state.Working();
        state.Blocked = null;
        state.Confirmed = null;
        EscalationFold.Resumed(state, rejected.At);
        return Marked(rejected, CaseMoment.Rejected);
    }

    // A reply first read as "not fixed" and then taken as the confirmation undoes the rejection it caused.
    private static Mark? On(CaseState state, Confirmed confirmed)
    {
        state.Confirmed = confirmed;
        state.RejectingReply = null;
        if (state.IsResolved)
        {
            return null;
        }
        var rejection = state.MarkList.FindLastIndex(mark => mark.Moment == CaseMoment.Rejected);
        if (rejection >= 0)
        {
            state.MarkList.RemoveAt(rejection);
            state.Rejections--;
        }
        EscalationFold.Resolved(state, confirmed.At);
        state.Condition = Condition.ResolvedToConfirm;
        return null;
    }

    private static Mark? On(CaseState state, RfoWritten rfo)
    {
        state.Rfo = rfo.Text;
        state.RfoWritten = rfo;
        state.RfoWrittenAt ??= rfo.At;
        EscalationFold.Explained(state, rfo.At);
        return Marked(rfo, CaseMoment.RfoWritten);
    }

    private static Mark? On(CaseState state, ClosingBlocked blocked)
    {
        state.Blocked = blocked;
        return Marked(blocked, CaseMoment.ClosingBlocked);
    }

    private static Mark? On(CaseState state, Closed closed)
    {
        state.Closed = closed;
        state.Condition = Condition.Closed;
        EndHold(state, closed);
        state.HoldAnswered = null;
        state.Wait = null;
        EscalationFold.Closed(state, closed.At);
        EscalationFold.Release(state, PromiseFor.ComplaintFollowUp, closed.At);
        EscalationFold.Release(state, PromiseFor.UpdateRequest, closed.At);
        return Marked(closed, CaseMoment.Closed);
    }
}

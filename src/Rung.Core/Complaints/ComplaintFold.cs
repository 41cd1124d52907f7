using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>What each event changes in a complaint. Never refuses.</summary>
internal static class ComplaintFold
{
    public static void Apply(CaseState state, ComplaintEvent happened)
    {
        var one = state.Complaint ?? new ComplaintState();
        state.Complaint = happened switch
        {
            ComplaintAcknowledged acknowledged => one with { Acknowledged = one.Acknowledged ?? acknowledged },
            HoldingReplied reply => one with { HoldingReplies = [.. one.HoldingReplies, reply] },
            ComplaintAnswered answered => one with { Answered = answered },
            ComplaintEscalated escalated => one with { Escalated = escalated },
            PaperAdded { Paper: { } paper } => one with { Papers = [.. one.Papers, paper] },
            _ => one,
        };
        if (happened is ComplaintAcknowledged or HoldingReplied or ComplaintAnswered)
        {
            state.LastUpdateAt = happened.At;
        }
        if (happened is ComplaintAnswered)
        {
            EscalationFold.Settle(
                state,
                PromiseFor.ComplaintFollowUp,
                promise => promise with { KeptAt = happened.At }
            );
        }
        if (MomentOf(happened) is { } moment)
        {
            state.MarkList.Add(new Mark(happened.At, moment, null));
        }
        if (happened is HoldingReplied { Due: { } due } held)
        {
            Replace(state, held);
            state.PromiseList.Add(new Promise(PromiseFor.ComplaintFollowUp, due, happened.At));
        }
    }

    // ESS-92: only the full answer keeps the date. Another that is agreed in time takes its place; what the guide sets stays.
    private static void Replace(CaseState state, HoldingReplied held)
    {
        if (held.FollowUp is not null)
        {
            EscalationFold.Settle(
                state,
                PromiseFor.ComplaintFollowUp,
                promise =>
                    promise.State == PromiseState.Open && held.At <= promise.Due
                        ? promise with
                        {
                            ReleasedAt = held.At,
                        }
                        : promise
            );
        }
    }

    /// <summary>Which moment of the guide an event is; null for what neither clocks nor rules look at.</summary>
    public static CaseMoment? MomentOf(ComplaintEvent happened) =>
        happened switch
        {
            ComplaintAcknowledged => CaseMoment.ComplaintAcknowledged,
            HoldingReplied => CaseMoment.HoldingReplied,
            ComplaintAnswered => CaseMoment.ComplaintAnswered,
            ComplaintEscalated => CaseMoment.ComplaintEscalated,
            _ => null,
        };
}

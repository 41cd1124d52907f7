using NodaTime;

namespace Rung.Core.Escalations;

/// <summary>What an escalation owes without anybody having agreed it, as events leave it.</summary>
internal static class OwedStepFold
{
    /// <summary>One of each sort at a time: what is owed at another level takes its place, a missed one included.</summary>
    public static Escalation Owed(Escalation one, NextStepOwed owed)
    {
        var isPost = owed.For == PromiseFor.PostReached;
        var promise = new Promise(owed.For, owed.Due, owed.At)
        {
            Post = isPost ? new PostToReach(owed.Level, owed.Reached) : null,
        };
        return EscalationFold.Owing(Released(one, other => other.For == owed.For, owed.At), promise);
    }

    /// <summary>The escalation went down: whoever stands above is not waited for, but for whoever is to own it.</summary>
    public static Escalation Down(Escalation one, SteppedDown down) =>
        Released(one, step => step.Post is { By: ReachedBy.Word } post && post.Level > down.Level, down.At);

    /// <summary>
    /// Nothing is owed while a case is resolved, what was missed included; what was due before that is still to be missed. It is
    /// owed anew when the case goes back to work (see <see cref="OwedSteps"/>).
    /// </summary>
    public static Escalation Resolved(Escalation one, Instant at) =>
        Released(one, step => step.For.IsNextStep() && (step.State == PromiseState.Missed || step.Due >= at), at);

    private static Escalation Released(Escalation one, Func<Promise, bool> which, Instant at) =>
        EscalationFold.Dropped(one, promise => promise.IsToDo && which(promise), at);

    /// <summary>Somebody of the provider was contacted. It counts from when that was, not from when it was entered.</summary>
    public static Escalation Reached(Escalation one, Engaged engaged) =>
        EscalationFold.Keep(
            one with
            {
                Engagements = [.. one.Engagements, engaged],
            },
            promise => promise.Post?.IsReachedBy(engaged, one.LevelSince) == true,
            engaged.ContactedAt
        );
}

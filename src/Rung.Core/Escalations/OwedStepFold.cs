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
        return one with
        {
            Promises =
            [
                .. one.Promises.Select(before =>
                    before.IsToDo && before.For == owed.For ? before with { ReleasedAt = owed.At } : before
                ),
                promise,
            ],
        };
    }

    /// <summary>Somebody of the provider was contacted. It counts from when that was, not from when it was entered.</summary>
    public static Escalation Reached(Escalation one, Engaged engaged) =>
        EscalationFold.Keep(
            one with
            {
                Engagements = [.. one.Engagements, engaged],
            },
            promise => promise.Post?.IsReachedBy(engaged) == true,
            engaged.ContactedAt
        );
}

using NodaTime;

namespace Rung.Core.Escalations;

/// <summary>How something that is owed by a time stands: what is done at that very instant is in time.</summary>
internal static class HowKept
{
    /// <param name="done">When it was done; null: it was not.</param>
    public static PromiseState Of(Instant due, Instant? done, Instant now) =>
        done is { } at ? (at <= due ? PromiseState.Kept : PromiseState.Late)
        : now > due ? PromiseState.Missed
        : PromiseState.Open;
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Urgency;

/// <summary>What more urgency for one case costs the others: which of them it would pass, and the time they have left now. ESS-81.</summary>
public static class PriceOfUrgency
{
    /// <summary>
    /// The place in the queue that urgency gives: one above the priority's own, 1 at most urgent. The same scale as
    /// <see cref="QueuePlace.Rank"/>.
    /// </summary>
    public static int RankOf(Guide guide, string priority) => Math.Max(guide.Rank(priority), 1);

    /// <summary>The cases that stand before it now and would stand behind it, in the order of the queue.</summary>
    /// <param name="queue">The queue as it stands, in any order; the case itself may be among them.</param>
    /// <param name="asked">The case that would become more urgent, as it stands now.</param>
    /// <param name="now">What is left is counted from here, in each case's own calendar; no forecast.</param>
    public static IReadOnlyList<Displaced> Of(
        Guide guide,
        IEnumerable<QueuePlace> queue,
        (QueuePlace Now, int Rank) asked,
        Instant now
    )
    {
        var after = asked.Now with { Rank = Math.Min(asked.Rank, asked.Now.Rank) };
        return
        [
            .. queue
                .Where(one => one.Reference != asked.Now.Reference && one.Stand == QueueStand.Running)
                .Where(one => QueuePlace.InOrder(one, asked.Now) < 0 && QueuePlace.InOrder(one, after) > 0)
                .Order(Comparer<QueuePlace>.Create(QueuePlace.InOrder))
                .Select(one => new Displaced(one.Reference, one.Due, Left(guide, one, now))),
        ];
    }

    // Overdue by the same measure is less than nothing.
    private static Duration? Left(Guide guide, QueuePlace one, Instant now)
    {
        if (one.Due is not { } due)
        {
            return null;
        }
        if (one.CountsIn is not { } id || !guide.Calendars.TryGetValue(id, out var calendar))
        {
            return due - now;
        }
        var left = calendar.Between(now, due);
        return left.Ok ? left.Value : due - now;
    }
}

/// <summary>A case that would be worked later than it would have been.</summary>
/// <param name="Due">By when it is owed; null: by no time.</param>
/// <param name="Left">What is left of that now, in its own calendar; negative when overdue.</param>
public sealed record Displaced(CaseReference Reference, Instant? Due, Duration? Left);

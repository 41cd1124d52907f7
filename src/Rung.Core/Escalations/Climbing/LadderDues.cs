using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Climbing;

/// <summary>What ladders owe by themselves: levels, the last one told again, standing still and going on.</summary>
internal static class LadderDues
{
    private static readonly Duration Smallest = Duration.FromTicks(10);

    // A case that nobody looks at for weeks is told of daily, not by the hour.
    private const int OftenTimes = 24;
    private static readonly Duration Seldom = Duration.FromDays(1);

    public static void Add(List<Due> dues, CaseFacts facts, IReadOnlyList<ClockReading> clocks)
    {
        if (!facts.NeedsPriority)
        {
            return;
        }
        foreach (var ladder in facts.Guide.Ladders)
        {
            var active = facts.State!.EscalationOn(ladder.Id);
            if (!ladder.ClimbsByItself && active is null)
            {
                continue;
            }
            AddTurn(dues, facts, ladder);
            foreach (var rise in Rises(facts, clocks, ladder))
            {
                dues.Add(DueOf(facts.State, rise));
            }
            if (active is not null && Repeat(facts, ladder, active) is { } at)
            {
                dues.Add(
                    new Due(DueRule.Repeat, ladder.Id, active.Level, active.Number * 100_000 + active.Told.Count, at)
                );
            }
        }
    }

    /// <summary>The rise that a due is about; null: it is not owed any more.</summary>
    public static Rise? RiseOf(CaseFacts facts, IReadOnlyList<ClockReading> clocks, Due due) =>
        facts.Guide.Ladder(due.Target) is { } ladder
            ? Rises(facts, clocks, ladder).FirstOrDefault(rise => rise.Level.Number == due.Number)
            : null;

    private static IEnumerable<Rise> Rises(CaseFacts facts, IReadOnlyList<ClockReading> clocks, Ladder ladder) =>
        ladder.ClimbsByItself ? new LadderClimb(facts, clocks, ladder).Rises() : [];

    private static Due DueOf(CaseState state, Rise rise)
    {
        var entered = state
            .Escalations.Where(one => one.Ladder == rise.Ladder.Id)
            .Sum(one => one.Entered.Count(level => level.Level == rise.Level.Number));
        var at = rise.FollowsMiss ? rise.At + Smallest : rise.At;
        return new Due(DueRule.Rise, rise.Ladder.Id, rise.Level.Number, entered, at);
    }

    // A ladder that stands still says so, and says when it goes on.
    private static void AddTurn(List<Due> dues, CaseFacts facts, Ladder ladder)
    {
        var state = facts.State!;
        if (ladder.SuspendWhen is not { } suspend)
        {
            return;
        }
        var stops = state.LadderStops.Where(stop => stop.Ladder == ladder.Id).ToList();
        var stands = stops is [.., { To: null }];
        var concerned = stands || state.EscalationOn(ladder.Id) is not null;
        var when =
            stands ? new When.Not(suspend)
            : concerned ? suspend
            : new When.All([ladder.AppliesWhen, suspend]);
        if (WhenFirst.Holds(facts, when, state.LastEventAt) is { } at)
        {
            var turns = (stops.Count * 2) - (stands ? 1 : 0);
            dues.Add(new Due(DueRule.LadderTurns, ladder.Id, 0, turns, at));
        }
    }

    // While nobody of the last level has taken it, it is told again.
    private static Instant? Repeat(CaseFacts facts, Ladder ladder, Escalation one)
    {
        var state = facts.State!;
        var taken = one.Engagements.Any(engaged =>
            engaged.Level == one.Level
            && engaged.ContactedAt >= one.LevelSince
            && engaged.Outcome == EngagementOutcome.Accepted
        );
        if (ladder.RepeatLast is not { } after || one.Level < ladder.Levels.Count || state.IsResolved || taken)
        {
            return null;
        }
        var from = one.Told is [.., var last] ? Instant.Max(last.At, one.LevelSince) : one.LevelSince;
        var stops = state.LadderStops.Where(stop => stop.Ladder == ladder.Id);
        return stops.DueFrom(after, from, facts.Guide.DeskCalendar) is { } due
            ? Instant.Max(one.Told.Count < OftenTimes ? due : Instant.Max(due, from + Seldom), state.LastEventAt)
            : null;
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Clocks;
using Rung.Core.Escalations.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Climbing;

/// <summary>What happens when a ladder moves by itself. Semantics 20, 23, 41.</summary>
internal static class SelfClimbing
{
    public static IReadOnlyList<CaseEvent> Decide(Decision decision, Due due)
    {
        var ladder = decision.Guide.Ladder(due.Target)!;
        return due.Rule switch
        {
            DueRule.LadderTurns => [Turn(decision, ladder)],
            DueRule.Repeat => [Again(decision, ladder)],
            _ => Rise(decision, due),
        };
    }

    private static CaseEvent Turn(Decision decision, Ladder ladder) =>
        decision.State.LadderStops.Any(stop => stop.Ladder == ladder.Id && stop.To is null)
            ? new LadderWentOn(ladder.Id)
            : new LadderStoodStill(ladder.Id);

    private static LevelToldAgain Again(Decision decision, Ladder ladder)
    {
        var one = decision.State.EscalationOn(ladder.Id)!;
        var post = LevelPost.Of(decision.Guide, ladder, ladder.Level(one.Level)!, decision.At);
        return new LevelToldAgain(one.Number, one.Level, one.Told.Count + 1, post.StandsIn, post.Alerts);
    }

    private static List<CaseEvent> Rise(Decision decision, Due due)
    {
        var clocks = ClockReader.Read(decision.Guide, decision.State, decision.At);
        var rise = LadderDues.RiseOf(decision.Facts, clocks, due)!;
        var at = decision.Moment with { At = rise.At };
        var events = new List<CaseEvent>();
        foreach (var level in Entered(decision, rise))
        {
            events.Add(at.Stamp(Enter(decision, rise, level)));
        }
        var active = decision.State.EscalationOn(rise.Ladder.Id);
        var owner = Escalating.Owner(decision, rise.Ladder, rise.Level);
        if (owner is not null && (active?.Owner is null || rise.Level.Number > active.Level))
        {
            events.Add(at.Stamp(owner with { About = Number(decision, rise.Ladder) }));
        }
        return events;
    }

    // Where one level follows another none is left out on the way, except by a condition that leads past them (semantics 20).
    private static IEnumerable<Level> Entered(Decision decision, Rise rise)
    {
        if (rise.Ladder.Mode == LadderMode.Free || rise.Way == EntryWay.Condition)
        {
            return [rise.Level];
        }
        var highest = decision.State.EscalationOn(rise.Ladder.Id)?.Entered.Max(entered => entered.Level) ?? 0;
        return rise.Ladder.Levels.Where(level => level.Number > highest && level.Number <= rise.Level.Number);
    }

    private static Escalated Enter(Decision decision, Rise rise, Level level)
    {
        var post = LevelPost.Of(decision.Guide, rise.Ladder, level, rise.At);
        var isIts = level == rise.Level;
        return new Escalated
        {
            Escalation = Number(decision, rise.Ladder),
            Ladder = rise.Ladder.Id,
            Level = level.Number,
            Way = rise.Way,
            Entry = isIts ? rise.Entry : null,
            Anchor = isIts ? rise.Anchor : null,
            Channel = Channel.Monitoring,
            Effective = rise.At,
            StandsIn = post.StandsIn,
            Alerts = post.Alerts,
        };
    }

    private static int Number(Decision decision, Ladder ladder) =>
        decision.State.EscalationOn(ladder.Id)?.Number ?? decision.State.Escalations.Count + 1;
}

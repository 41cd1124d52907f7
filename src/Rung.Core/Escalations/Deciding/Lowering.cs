using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Clocks;
using Rung.Core.Escalations.Climbing;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>An escalation goes down a level before its end, or the owner puts off the next one. Guide model 9, 10.</summary>
internal static class Lowering
{
    public static Ruling Decide(Climb climb, StepDownLevel command)
    {
        if (MayNot(climb) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (Decision.NeedsText(command.Text, "Why it goes down") is { } empty)
        {
            return new Ruling.Refused(empty);
        }
        var below = climb.One.Entered.Where(one => one.Level < climb.One.Level).Select(one => one.Level);
        if (below.DefaultIfEmpty(0).Max() is not (> 0 and var lower))
        {
            const string Lowest = "It is at its lowest level: end the escalation, with the customer told.";
            return Ruling.Refuse(RefusalCode.WrongCondition, Lowest, "ESS-84", climb.Ladder.Cite);
        }
        List<CaseEvent> events = [new SteppedDown(lower, command.Text)];
        if (Escalating.Owner(climb.Decision, climb.Ladder, climb.Ladder.Level(lower)!) is { } owner)
        {
            events.Add(owner);
        }
        return climb.Accept([.. events]);
    }

    public static Ruling Decide(Climb climb, DelayLevel command)
    {
        var (level, unknown) = Climb.LevelOf(climb.Ladder, command.Level);
        if ((unknown ?? MayNotDelay(climb, level!)) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (Decision.NeedsText(command.Reason, "The reason") is { } empty)
        {
            return new Ruling.Refused(empty);
        }
        return Latest(climb, level!) is not { } latest
                ? Ruling.Refuse(
                    RefusalCode.WrongCondition,
                    $"Level {command.Level} is not about to be entered by itself: nothing is to be put off.",
                    "ESS-84",
                    level!.Cite
                )
            : command.Until <= climb.Decision.At || command.Until > latest
                ? Ruling.Refuse(
                    RefusalCode.InvalidInput,
                    "The level can be put off until a time to come, and not for longer than the guide allows: correct it.",
                    "ESS-84",
                    level!.Cite
                )
            : climb.Accept(new LevelDelayed(command.Level, command.Until, command.Reason));
    }

    private static Refusal? MayNot(Climb climb)
    {
        if (climb.Ladder.StepDown is not { } rule)
        {
            const string None = "The guide has no going down a level: end the escalation when it is settled.";
            return new Refusal(RefusalCode.WrongCondition, None, "ESS-84", climb.Ladder.Cite);
        }
        var by = rule.By.Count > 0 ? rule.By : [climb.One.Owner?.Role ?? climb.Ladder.Level(climb.One.Level)!.Role];
        if (!climb.Decision.MayAct(by))
        {
            var who = string.Join(" or ", by.Select(climb.Guide.RoleTitle));
            return new Refusal(
                RefusalCode.RoleNotAllowed,
                $"That it goes down a level is decided by: {who}.",
                "ESS-84",
                climb.Ladder.Cite
            );
        }
        return rule.When is { } when && !climb.Decision.Facts.Hold(when)
            ? new Refusal(
                RefusalCode.WrongCondition,
                $"It does not go down a level yet. The guide: {rule.Says}",
                "ESS-84",
                climb.Ladder.Cite
            )
            : null;
    }

    private static Refusal? MayNotDelay(Climb climb, Level level)
    {
        if (MayDelay(climb, level) is null)
        {
            return new Refusal(
                RefusalCode.WrongCondition,
                $"Level {level.Number} cannot be put off by the owner.",
                "SMC-29",
                level.Cite
            );
        }
        return climb.Decision.Moment.By.Role == climb.One.Owner?.Role
            ? null
            : new Refusal(
                RefusalCode.RoleNotAllowed,
                "Only the owner of the escalation puts off a level.",
                "SMC-29",
                level.Cite
            );
    }

    // Counted from when it would be entered if nobody put it off.
    private static Instant? Latest(Climb climb, Level level)
    {
        var decision = climb.Decision;
        var clocks = ClockReader.Read(decision.Guide, decision.State, decision.At);
        var rise = new LadderClimb(decision.Facts, clocks, climb.Ladder) { IgnoresDelays = true }
            .Rises()
            .FirstOrDefault(one => one.Level == level);
        var latest = rise is null ? default : MayDelay(climb, level)!.DueFrom(rise.At, decision.Guide.DeskCalendar);
        return rise is not null && latest.Ok ? latest.Value : null;
    }

    private static Time.Allowance? MayDelay(Climb climb, Level level) =>
        level
            .Entries.OfType<Entry.ByOwner>()
            .FirstOrDefault(entry => entry.MayDelay is not null && climb.Decision.Facts.Hold(entry.When))
            ?.MayDelay;
}

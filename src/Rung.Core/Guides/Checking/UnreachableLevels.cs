using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Levels of a ladder that nothing leads to.</summary>
internal static class UnreachableLevels
{
    public static GuideCheck Check { get; } = new(["routes.addresses"], Run);

    private static void Run(CheckContext context)
    {
        foreach (var ladder in context.Guide.Ladders.Where(ladder => IsSound(context, ladder)))
        {
            foreach (var level in ladder.Levels)
            {
                var why = WhyNot(context.Guide, ladder, level);
                if (why is null)
                {
                    continue;
                }
                context.Report(
                    ProblemCode.UnreachableLevel,
                    (level, "entries"),
                    $"level {level.Number} of `{ladder.Id}` cannot be reached: {why}",
                    "add a way into it, or delete the level"
                );
                if (ladder.Mode == LadderMode.Sequential)
                {
                    break;
                }
            }
        }
    }

    private static bool IsSound(CheckContext context, Ladder ladder) =>
        context.Places.Map(ladder) is { } map
        && !context.Parts.LostIn(map, "levels").Concat(context.Parts.LostIn(map, "when")).Any();

    private static string? WhyNot(Guide guide, Ladder ladder, Level level)
    {
        if (level.Entries.Count == 0)
        {
            return "nothing leads into it";
        }
        var reasons = level.Entries.Select(entry => WhyNot(guide, ladder, level, entry)).ToArray();
        return reasons.Contains(null) ? null : string.Join("; ", reasons.Distinct());
    }

    private static string? WhyNot(Guide guide, Ladder ladder, Level level, Entry entry) =>
        entry switch
        {
            Entry.ByRequest request when !request.Channels.Any(channel => TakesEscalations(guide, channel)) =>
                $"no route takes an escalation by {Words.Listed(request.Channels.Select(Words.Of))}",
            Entry.ByRequest request when WhenCases.NeverHold(ladder.AppliesWhen, request.When) =>
                "its `when` never holds on this ladder",
            Entry.ByOwner owner when WhenCases.NeverHold(ladder.AppliesWhen, owner.When) =>
                "its `when` never holds on this ladder",
            Entry.ByTime { Anchor: "levelEntered" } when level.Number == 1 => "no level is entered before level 1",
            Entry.ByTime time when WhenCases.NeverHold(ladder.AppliesWhen, time.When) =>
                "its `when` never holds on this ladder",
            Entry.ByTarget target when WhenCases.NeverHold(ladder.AppliesWhen, target.When) =>
                "its `when` never holds on this ladder",
            Entry.ByCondition condition when WhenCases.NeverHold(ladder.AppliesWhen, condition.When) =>
                "its `condition` never holds on this ladder",
            _ => null,
        };

    private static bool TakesEscalations(Guide guide, Channel channel) =>
        guide
            .Routes.SelectMany(route => route.Addresses)
            .Any(address => address.Channel == channel && address.MayEscalate == Permission.Yes);
}

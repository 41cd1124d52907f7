namespace Rung.Core.Guides.Showing;

/// <summary>How long is allowed, in the priorities' table where it only depends on the priority, else in a table of its own.</summary>
internal static class TargetPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        var tables = guide.Priorities.Select(priority => priority.Cite).ToHashSet(StringComparer.Ordinal);
        foreach (var target in guide.Targets)
        {
            if (!tables.Any(cite => IsColumn(target, cite)))
            {
                yield return new Placed(target.Cite, Table(guide, target));
            }
            yield return new Placed(target.Cite, Remarks(guide, target));
        }
    }

    /// <summary>Whether the priorities' table at the paragraph has a column for this target.</summary>
    public static bool IsColumn(Target target, string cite) =>
        target.Cite == cite
        && target.Times.Count > 0
        && target.Times.All(time => time.When is When.Is { Fact: Fact.Priority } or When.Always);

    public static string Time(Guide guide, Target target, string priority)
    {
        var time = target.Times.FirstOrDefault(time => time.When is not When.Is fact || fact.Values.Contains(priority));
        return time is null ? "none" : In(guide, target, time);
    }

    private static string In(Guide guide, Target target, TargetTime time) =>
        new AllowanceWords(guide).Of(time.Allow, time.Calendar ?? target.Clock.Calendar);

    private static Block.Table Table(Guide guide, Target target) =>
        new(
            target.Name,
            ["For", "Time", "Counted in"],
            [
                .. target.Times.Select(
                    IReadOnlyList<string> (time) =>
                        [
                            new WhenWords(guide).Of(
                                time.When,
                                target.Times.Count == 1 ? "Every case it applies to" : "Otherwise"
                            ),
                            In(guide, target, time),
                            new TitleWords(guide).Calendar(time.Calendar ?? target.Clock.Calendar),
                        ]
                ),
            ]
        );

    private static Block.Definitions Remarks(Guide guide, Target target)
    {
        var says = new List<string>
        {
            new WhenWords(guide).Of(target.AppliesWhen) is { Length: > 0 } when ? $"For {when}." : "For every case.",
        };
        says.Add(
            target.Firmness == Firmness.Aim ? "We aim for this; it is not a promise." : "Measured on every such case."
        );
        if (target.Clock.Repeat == Repeat.EachStop)
        {
            says.Add("Starts again each time, until the case is resolved.");
        }
        if (target.Goal is { } goal)
        {
            says.Add($"Goal: {Phrase.Share(goal)} in time.");
        }
        if (target.ExcusedWhen is { } excused)
        {
            says.Add($"Reports leave out: {new WhenWords(guide).Of(excused)}.");
        }
        says.Add(
            target.Clock.OnPriorityChange switch
            {
                OnPriorityChange.FromStart => "After a change of priority the new time counts from the original start.",
                OnPriorityChange.FromChange => "After a change of priority the new time counts from the change.",
                _ => "After a change of priority the time already used counts against the new one.",
            }
        );
        return new Block.Definitions([new Definition(target.Name, string.Join(' ', says))]);
    }
}

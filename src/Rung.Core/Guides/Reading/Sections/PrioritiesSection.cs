namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>priorities</c>, <c>priorityRules</c>, <c>raise</c> and <c>lower</c>.</summary>
internal static class PrioritiesSection
{
    public static Priority Priority(MapReader map)
    {
        var name = map.Text("name");
        var description = map.Text("description");
        return new Priority(
            map.Id(NameKind.Priority),
            name,
            map.Text("says", name),
            description,
            map.List("footnotes", "a footnote", Footnote),
            map.Permission("telephone", Permission.No),
            map.Cite()
        )
        {
            Plain = map.Text("plain", description),
        };
    }

    public static PriorityRule Rule(MapReader map) =>
        new(
            map.Id(NameKind.Other, "priorityRules"),
            map.When("when"),
            map.Use("priority", NameKind.Priority),
            map.Text("because"),
            map.Cite()
        )
        {
            Prompt = map.OptionalText("prompt"),
        };

    public static PriorityRaise Raise(MapReader map)
    {
        var calendar = map.Calendar();
        return new PriorityRaise(
            map.Allowance("within", calendar),
            calendar,
            map.Uses("by", NameKind.Role),
            map.OptionalUse("with", NameKind.Role),
            map.OptionalUse("afterwards", NameKind.Ladder),
            map.Cite()
        )
        {
            UpTo = map.OptionalUse("upTo", NameKind.Priority),
        };
    }

    public static PriorityLowering Lower(MapReader map) =>
        new(map.Uses("by", NameKind.Role), map.Word("rule", Need.Optional), map.Cite())
        {
            DownTo = map.OptionalUse("downTo", NameKind.Priority),
        };

    public static PriorityLimit Limit(MapReader map)
    {
        var limit = new PriorityLimit(
            map.Id(NameKind.Other, "priorityLimits"),
            map.When("when"),
            map.OptionalUse("atLeast", NameKind.Priority),
            map.OptionalUse("atMost", NameKind.Priority),
            map.Text("because"),
            map.Cite()
        );
        if (limit is { AtLeast: null, AtMost: null })
        {
            map.OneOf("atLeast", "atMost");
        }
        return limit;
    }

    private static Footnote Footnote(MapReader map) => new(map.Text("mark"), map.Text("text"));
}

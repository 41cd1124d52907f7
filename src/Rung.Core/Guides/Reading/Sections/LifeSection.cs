using Rung.Core.Cases;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>conditions</c>, <c>holdReasons</c>, <c>waitReasons</c>, <c>dispositions</c> and <c>flags</c>.</summary>
internal static class LifeSection
{
    public static ConditionText Condition(MapReader map)
    {
        var condition = map.Word<Condition>("condition");
        map.Context.Names.Define(NameKind.Other, Words.Of(condition), map.PlaceOf("condition"), "conditions");
        return new ConditionText(condition, map.Text("name"), map.Text("explanation"), map.Text("plain"), map.Cite());
    }

    public static HoldReason HoldReason(MapReader map) =>
        new(
            PauseId(map, NameKind.HoldReason),
            map.Text("name"),
            map.Word<Pauses>("pauses"),
            map.Word<HoldEnds>("ends"),
            map.OptionalText("awaited"),
            map.Cite()
        )
        {
            AppliesWhen = map.When("when"),
            Attempts = map.Map("attempts", "`attempts`", ClosingSection.OnHold),
        };

    public static WaitReason WaitReason(MapReader map) =>
        new(PauseId(map, NameKind.WaitReason), map.Text("name"), map.Cite())
        {
            Pauses = map.Word("pauses", Pauses.NoClock),
            AppliesWhen = map.When("when"),
        };

    private static string PauseId(MapReader map, NameKind kind)
    {
        var id = map.Id(kind);
        map.Context.Names.Mention(NameKind.PauseReason, id);
        return id;
    }

    public static Disposition Disposition(MapReader map) =>
        new(
            map.Id(NameKind.Disposition),
            map.Text("name"),
            map.Text("plain"),
            map.When("when"),
            map.Word<DispositionEffect>("effect"),
            map.Uses("meets", NameKind.Target),
            map.Word("expectation", Need.Optional),
            map.Cite()
        );

    /// <summary>Without <c>setWhen</c> the flag is only ever set by hand.</summary>
    public static Flag Flag(MapReader map) =>
        new(map.Id(NameKind.Flag), map.Text("name"), map.OptionalWhen("setWhen") ?? new When.Any([]), map.Cite());
}

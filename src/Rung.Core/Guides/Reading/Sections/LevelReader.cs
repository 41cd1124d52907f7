using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads a level of a ladder and the ways into it.</summary>
internal static class LevelReader
{
    public const int Most = 20;

    private const string TargetAnchor = "target:";

    private static readonly string[] Anchors = ["caseStart", "levelEntered"];

    public static Level Read(MapReader map, string cite) =>
        new(
            map.Whole("number", 1, Most),
            map.Text("name"),
            map.Use("role", NameKind.Role),
            map.Word<LevelKind>("kind"),
            map.Word<LevelEffect>("effect"),
            map.List("entries", "a way into a level", Entry),
            map.OptionalText("contact"),
            map.OptionalText("does"),
            map.Cite(cite)
        );

    private static Entry Entry(MapReader map) =>
        map.OneOf("request", "time", "target", "condition", "owner") switch
        {
            "request" => map.RequiredMap("request", "`request`", Request),
            "time" => map.RequiredMap("time", "`time`", Time),
            "target" => map.RequiredMap("target", "`target`", Target),
            "condition" => new Entry.ByCondition(map.When("condition")),
            "owner" => map.RequiredMap("owner", "`owner`", Owner),
            _ => new Entry.ByOwner(null, When.Everything),
        };

    private static Entry Request(MapReader map) =>
        new Entry.ByRequest(
            map.RequiredWords<Channel>("channels"),
            map.Uses("who", NameKind.Role),
            map.Uses("reasons", NameKind.EscalationReason),
            map.When("when")
        );

    private static Entry Time(MapReader map)
    {
        var calendar = map.OptionalUse("calendar", NameKind.Calendar);
        return new Entry.ByTime(
            Anchor(map),
            map.Allowance("after", calendar ?? map.Context.DeskCalendar),
            calendar,
            map.Word("until", UntilWhat.Resolved),
            map.When("when")
        );
    }

    private static Entry Target(MapReader map)
    {
        var form = map.OneOf("used", "left");
        return new Entry.ByTarget(
            map.Use("id", NameKind.Target),
            form == "used" ? map.Share("used") : null,
            form == "left" ? map.Length("left") : null,
            map.Word("until", UntilWhat.Resolved),
            map.When("when")
        );
    }

    private static Entry Owner(MapReader map) =>
        new Entry.ByOwner(map.OptionalAllowance("mayDelay", map.Context.DeskCalendar), map.When("when"));

    private static string Anchor(MapReader map)
    {
        if (map.Scalar("anchor", map.Require("anchor")) is not { } anchor)
        {
            return Anchors[0];
        }
        if (anchor.Text.StartsWith(TargetAnchor, StringComparison.Ordinal))
        {
            map.Context.Names.Use(NameKind.Target, anchor.Text[TargetAnchor.Length..], anchor.Place);
        }
        else if (!Anchors.Contains(anchor.Text) && !Words<CaseMoment>.TryRead(anchor.Text, out _))
        {
            map.UnknownWord(anchor, [.. Anchors, "target:ID", .. Words<CaseMoment>.All]);
        }
        return anchor.Text;
    }
}

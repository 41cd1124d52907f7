using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>closing</c>, <c>outOfHours</c> and <c>rfo</c>.</summary>
internal static class ClosingSection
{
    private const int MostAttempts = 20;

    public static ClosingRules Read(MapReader map)
    {
        var (calendar, cite) = (map.Calendar(), map.Cite());
        return new ClosingRules
        {
            Calendar = calendar,
            ShortlyAfter = map.Allowance("shortlyAfter", calendar),
            Attempts = map.RequiredMap("attempts", "`attempts`", attempts => Attempts(attempts, calendar, cite)),
            NeverReopenCite = map.OptionalUse("neverReopenCite", NameKind.Paragraph) ?? cite,
            Cite = cite,
        };
    }

    public static OutOfHoursWork OutOfHours(MapReader map)
    {
        map.Require("continuesWhen");
        return new OutOfHoursWork(
            map.When("continuesWhen"),
            map.Length("promptBefore"),
            map.Text("prompt"),
            map.Cite()
        );
    }

    public static ReasonForOutage Rfo(MapReader map)
    {
        map.Require("requiredWhen");
        return new ReasonForOutage(
            map.When("requiredWhen"),
            map.OptionalAllowance("expectedWithin", map.Context.DeskCalendar),
            map.OptionalUse("owner", NameKind.Role),
            map.Cite()
        )
        {
            Promise = map.OptionalUse("promise", NameKind.Promise),
            Approval = map.Word("approval", Need.Optional),
        };
    }

    /// <summary>Attempts while a case is on hold.</summary>
    public static HoldAttempts OnHold(MapReader map)
    {
        var calendar = map.Calendar();
        return new HoldAttempts(
            Count(map),
            Spacing(map, calendar),
            map.RequiredWords<Channel>("channels"),
            map.Word<OnSilence>("then"),
            map.Allowance("thenAfter", calendar),
            calendar
        );
    }

    private static AttemptRule Attempts(MapReader map, string calendar, string cite) =>
        new(
            Count(map),
            Spacing(map, calendar),
            map.Allowance("closeAfter", calendar),
            map.RequiredWords<Channel>("channels"),
            map.Cite(cite)
        )
        {
            Window = map.OptionalUse("window", NameKind.Calendar),
        };

    /// <summary>Attempts after the first message, which a guide may count as one of them .</summary>
    private static int Count(MapReader map)
    {
        var counted = map.Permission("countFirst", Permission.No) == Permission.Yes ? 1 : 0;
        return map.Whole("count", counted, MostAttempts) - counted;
    }

    /// <summary>One allowance, or a list of them of which the last repeats.</summary>
    private static IReadOnlyList<Allowance> Spacing(MapReader map, string calendar)
    {
        var spacing = map.AllowanceList("spacing", calendar);
        return spacing.Count > 0 ? spacing : [new Allowance.None()];
    }
}

using NodaTime;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>targets</c> and <c>starts</c>: what is promised on each case, and how its clock runs.</summary>
internal static class TargetsSection
{
    public static Target Read(MapReader map)
    {
        var cite = map.Cite();
        var clock = map.RequiredMap("clock", "a target's clock", Clock);
        var target = new Target(
            map.Id(NameKind.Target),
            map.Text("name"),
            map.Word<TargetRole>("role"),
            map.When("when"),
            map.RequiredList("times", "a time", time => Time(time, clock.Calendar, cite)),
            clock,
            cite
        )
        {
            Firmness = map.Word("firmness", Firmness.Firm),
            Goal = map.OptionalShare("goal"),
            ExcusedWhen = map.OptionalWhen("excusedWhen"),
        };
        return target with { Times = ContractTimes.Of(map.Context, target) };
    }

    public static StartRule Start(MapReader map)
    {
        var rule = new StartRule(
            map.Word<Channel>("source"),
            map.Word<StartFrom>("from"),
            map.Word("outOfHours", StartOutOfHours.AtOnce),
            map.Cite()
        );
        map.Context.Names.Define(NameKind.Other, Words.Of(rule.Source), map.PlaceOf("source"), "starts");
        return rule;
    }

    /// <summary>A row that allows some time to the cases that its condition describes.</summary>
    public static TargetTime Time(MapReader map, string around, string cite)
    {
        var calendar = map.OptionalUse("calendar", NameKind.Calendar);
        return new TargetTime(map.When("when"), map.Allowance("allow", calendar ?? around), calendar, map.Cite(cite));
    }

    private static ClockRule Clock(MapReader map) =>
        new()
        {
            Calendar = map.Calendar(),
            StartsOn = Moments(map, "startsOn"),
            StopsOn = Moments(map, "stopsOn"),
            RunsThrough = map.Uses("runsThrough", NameKind.PauseReason),
            Repeat = map.Word("repeat", Repeat.Once),
            WarnAt = map.List("warnAt", "a warning", Warning),
            OnPriorityChange = map.Word("onPriorityChange", OnPriorityChange.FromStart),
        };

    /// <summary>Moments of a case; <c>received</c> is none.</summary>
    public static IReadOnlyList<CaseMoment> Moments(MapReader map, string key)
    {
        var moments = map.RequiredWords<CaseMoment>(key);
        if (moments.Contains(CaseMoment.Received))
        {
            map.Context.Findings.Add(
                ProblemCode.UnknownWord,
                map.PlaceOf(key),
                "at `received` there is no case yet, so nothing can hang on it",
                "write `referenceIssued`; `starts` says from when its time counts"
            );
        }
        return moments;
    }

    private static WarnAt Warning(MapReader map)
    {
        var left = map.Scalar("left", map.Require("left"));
        var isShare = LengthText.TryParseShare(left?.Text ?? "", out var share);
        var isLength = LengthText.TryParse(left?.Text ?? "", out var length);
        if (left is not null && !isShare && !isLength)
        {
            map.Bad(
                ProblemCode.BadLength,
                left,
                "a share or a length of time",
                "write what is left, like `25%` or `30min`"
            );
        }
        return new WarnAt(isShare ? share : null, isLength ? length : null, map.When("when"));
    }
}

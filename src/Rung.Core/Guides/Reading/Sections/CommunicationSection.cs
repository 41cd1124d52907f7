using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>communicationPlans</c>, <c>promises</c> and <c>maintenance</c>: how customers are kept informed.</summary>
internal static class CommunicationSection
{
    private static readonly string[] Parties = ["originator", "participants", "owner", "desk"];

    public static CommunicationPlan Plan(MapReader map)
    {
        var slots = map.Times("slots");
        var interval = map.OptionalAllowance("interval", map.Context.DeskCalendar);
        if (interval is null && slots.Count == 0)
        {
            map.Require("interval");
        }
        return new CommunicationPlan(
            map.Id(NameKind.CommunicationPlan),
            map.Text("name"),
            map.When("when"),
            map.Word<Channel>("channel"),
            interval ?? new Allowance.None(),
            map.Text("audience"),
            map.OptionalText("content"),
            map.Word("approval", Need.Optional),
            map.Cite()
        )
        {
            Slots = slots,
        };
    }

    public static PromiseRule Promise(MapReader map)
    {
        var calendar = map.OptionalUse("calendar", NameKind.Calendar);
        return new PromiseRule(
            map.Id(NameKind.Promise),
            map.Text("name"),
            map.Audience("owner", Parties),
            map.Audience("to", Parties),
            map.OptionalAllowance("due", calendar ?? map.Context.DeskCalendar),
            calendar,
            map.Audiences("alertWhenMissed", Parties),
            map.Cite()
        )
        {
            On = map.OptionalWord<PromiseOn>("on"),
            AppliesWhen = map.When("when"),
        };
    }

    public static MaintenanceNotice Maintenance(MapReader map) =>
        new(
            map.Id(NameKind.Other, "maintenance"),
            map.Text("name"),
            map.Allowance("lead", map.Context.DeskCalendar),
            map.OptionalAllowance("update", map.Context.DeskCalendar),
            map.Text("audience"),
            map.OptionalText("window"),
            map.Cite()
        )
        {
            Calendar = map.OptionalUse("calendar", NameKind.Calendar),
            Completion = map.OptionalAllowance("completion", map.Context.DeskCalendar),
        };

    public static ReportGoal Goal(MapReader map) =>
        new(
            map.Id(NameKind.Other, "goals"),
            map.Text("name"),
            Measure(map),
            map.Share("share"),
            map.Text("period"),
            map.When("when"),
            map.Cite()
        );

    private static string Measure(MapReader map)
    {
        const string target = "target:";
        var measure = map.Scalar("measure", map.Require("measure"));
        if (measure is not null && measure.Text.StartsWith(target, StringComparison.Ordinal))
        {
            map.Context.Names.Use(NameKind.Target, measure.Text[target.Length..], measure.Place);
        }
        return measure?.Text ?? "";
    }
}

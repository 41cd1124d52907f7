using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Issue 2, section 3: names that lead nowhere, and times that contradict themselves.</summary>
public sealed class NameAndTimeMistakeTests
{
    [Theory]
    [InlineData(
        ProblemCode.DuplicateId,
        "- { id: web, name: Web }",
        "- { id: web, name: Web }\n  - { id: «mail, name: Post }"
    )]
    [InlineData(
        ProblemCode.DuplicateId,
        "{ id: later, label: Later }",
        "{ id: «now, label: Later }\n        - { id: later, label: Later }"
    )]
    [InlineData(ProblemCode.DuplicateId, "source: portal, from", "source: «phone, from")]
    [InlineData(
        ProblemCode.DanglingReference,
        "calendar: desk, serviceHours: always",
        "calendar: desk, serviceHours: «allways"
    )]
    [InlineData(ProblemCode.DanglingReference, "whenVacant: manager", "whenVacant: «boss")]
    [InlineData(ProblemCode.DanglingReference, "field: calendars.desk.week", "field: «calendars.desk.weeks")]
    [InlineData(ProblemCode.DanglingReference, "services: [mail, web]", "services: [mail, web, «fax]")]
    [InlineData(ProblemCode.DanglingReference, "defaultPriority: P3", "defaultPriority: «P9")]
    [InlineData(ProblemCode.DanglingReference, "handOverRoute: desk", "handOverRoute: «sales")]
    [InlineData(ProblemCode.DanglingReference, "answers: { impact: every }", "answers: { impact: «everybody }")]
    [InlineData(ProblemCode.DanglingReference, "answers: { impact: every }", "answers: { «affect: every }")]
    [InlineData(ProblemCode.DanglingReference, "runsThrough: [waiting]", "runsThrough: [«sleeping]")]
    [InlineData(ProblemCode.DanglingReference, "runsThrough: [waiting]", "runsThrough: [supplier, «nobody]")]
    [InlineData(ProblemCode.DanglingReference, "answers: { seats: {", "answers: { «details: {")]
    [InlineData(ProblemCode.DanglingReference, "during: nights", "during: «night")]
    [InlineData(ProblemCode.DanglingReference, "fallback: desk", "fallback: «mailroom")]
    [InlineData(ProblemCode.DanglingReference, "upTo: P1", "upTo: «P0")]
    [InlineData(ProblemCode.DanglingReference, "window: desk, cite", "window: «dusk, cite")]
    [InlineData(ProblemCode.BadDate, "to: \"02-14\"", "to: «2026-02-14")]
    [InlineData(ProblemCode.BadDate, "from: \"02-10\"", "from: «\"02-30\"")]
    [InlineData(ProblemCode.DanglingReference, "meets: [resolve]", "meets: [«resolved]")]
    [InlineData(ProblemCode.DanglingReference, "afterwards: incident", "afterwards: «problem")]
    [InlineData(ProblemCode.DanglingReference, "communicationPlan: hourly", "communicationPlan: «daily")]
    [InlineData(ProblemCode.DanglingReference, "reasons: [slow]", "reasons: [«fast]")]
    [InlineData(ProblemCode.DanglingReference, "anchor: \"target:resolve\"", "anchor: «target:respond")]
    [InlineData(ProblemCode.DanglingReference, "measure: \"target:resolve\"", "measure: «target:respond")]
    [InlineData(ProblemCode.DanglingReference, "stickyOwnerLevel: 2", "stickyOwnerLevel: «7")]
    [InlineData(ProblemCode.DanglingReference, "neverReopenCite: closing", "neverReopenCite: «reopening")]
    [InlineData(ProblemCode.DanglingReference, "serviceClass: gold", "serviceClass: «golden")]
    [InlineData(ProblemCode.DanglingReference, "managementRoute: desk", "managementRoute: «board")]
    [InlineData(ProblemCode.DanglingReference, "columns: urgency", "columns: «urgent")]
    [InlineData(ProblemCode.DanglingReference, "few: { now: P2, later: P3 }", "few: { now: «P7, later: P3 }")]
    [InlineData(ProblemCode.DanglingReference, "union: [desk, nights]", "union: [desk, «days]")]
    [InlineData(ProblemCode.UnknownZone, "    zone: Europe/London\n    week", "    zone: «Europe/Londn\n    week")]
    [InlineData(ProblemCode.UnknownZone, "zone: Europe/Jersey", "zone: «BST")]
    [InlineData(ProblemCode.MissingHolidays, "holidays: [england-wales]", "holidays: [«england-and-wales]")]
    [InlineData(ProblemCode.CalendarCycle, "both: { union: [desk, nights] }", "both: { «union: [desk, neither] }")]
    [InlineData(ProblemCode.DatesReversed, "to: 2026-08-09", "to: «2026-07-09")]
    [InlineData(ProblemCode.BadHours, "\"13:00-18:00\"", "«\"13:00-13:00\"")]
    [InlineData(ProblemCode.BadHours, "\"13:00-18:00\"", "«13-18")]
    [InlineData(ProblemCode.BadHours, "\"13:00-18:00\"", "«\"24:00-25:00\"")]
    [InlineData(ProblemCode.BadDay, "      fri: [", "      «friyay: [")]
    [InlineData(ProblemCode.DuplicateKey, "      fri: [", "      «thu-fri: [")]
    [InlineData(ProblemCode.OverlappingHours, "\"13:00-18:00\"", "«\"11:30-18:00\"")]
    [InlineData(
        ProblemCode.OverlappingHours,
        "fri: [\"08:00-17:00\"]",
        "fri: [\"08:00-17:00\"]\n      sun: [«\"23:00-09:00\"]"
    )]
    [InlineData(ProblemCode.CutoffOrder, "[{ startBefore: \"13:00\", then", "«[{ then")]
    [InlineData(ProblemCode.MatrixGap, "unknown: { now: P2, later: P3 }", "unknown: «{ now: P2 }")]
    [InlineData(ProblemCode.LevelOrder, "- number: 1", "«- number: 3")]
    public void One_wrong_name_or_time_is_one_problem(ProblemCode code, string instead, string marked) =>
        new Mistake(code, instead, marked).Show();

    /// <summary>A calendar without an open hour also makes what counts in it impossible.</summary>
    [Fact]
    public void A_calendar_that_never_opens_is_empty_hours() =>
        new Mistake(
            ProblemCode.EmptyHours,
            "nights: { minus: [always, desk] }",
            "nights: { minus: [always, desk] }\n  shut: { zone: UTC, week: «{ mon: [] } }"
        ).Show();

    // Keys lead there, and in lists the id of an item; what is lost for another reason is told once, by that.
    [Theory]
    [InlineData("calendars.desk", null)]
    [InlineData("targets.resolve.clock.repeat", null)]
    [InlineData("priorityMatrix.cells.few.now", null)]
    [InlineData("ladders.incident.levels.2.entries", null)]
    [InlineData("complaints.stages.first.within", null)]
    [InlineData("conditions.open", null)]
    [InlineData("starts.phone.outOfHours", null)]
    [InlineData("calendars.desk.holidays.england-wales", null)]
    [InlineData("calendars.nosuch.workingDay", "there is no `nosuch` in `calendars`")]
    [InlineData("calendars.dsk.week", "there is no `dsk` in `calendars`; write `calendars.desk.week`")]
    [InlineData("targets.resolve.tmes", "there is no `tmes` in `targets.resolve`; write `targets.resolve.times`")]
    [InlineData("targets.resolved", "there is no `resolved` in `targets`; write `targets.resolve`")]
    [InlineData("nonsense", "there is no `nonsense` in the file")]
    [InlineData("calendars.desk.zone.name", "there is no `name` in `calendars.desk.zone`")]
    public void A_reading_names_a_part_that_is_there(string field, string? said)
    {
        const string Sound = "field: calendars.desk.week";
        var problems = Mistake.Problems(Mistake.Guide.Replace(Sound, $"field: {field}", StringComparison.Ordinal));

        Assert.Equal(
            said is null ? [] : [$"{ProblemCode.DanglingReference}: {said}"],
            problems.Select(problem =>
                $"{problem.Code}: {problem.What}" + (said?.Contains("; ") == true ? $"; {problem.Mend}" : "")
            )
        );
    }

    // The database counts offsets the other way round: Etc/GMT-1 is one hour ahead of UTC. BST is not near to EST.
    [Theory]
    [InlineData("Europe/Londn", "write `Europe/London`")]
    [InlineData("europe/jersey", "write `Europe/Jersey`")]
    [InlineData("utc", "write `UTC`")]
    [InlineData("GMT+1", $"{Somewhere}; what is always at UTC+1 is `Etc/GMT-1`")]
    [InlineData("GMT-05:00", $"{Somewhere}; what is always at UTC-5 is `Etc/GMT+5`")]
    [InlineData("\"+0200\"", $"{Somewhere}; what is always at UTC+2 is `Etc/GMT-2`")]
    [InlineData("UTC+0", $"{Somewhere}, or `UTC`")]
    [InlineData("UTC+5:30", Somewhere)]
    [InlineData("Etc/GMT+15", Somewhere)]
    [InlineData("BST", Somewhere)]
    [InlineData("CEST", Somewhere)]
    [InlineData("PST8PDX", Somewhere)]
    public void A_zone_is_suggested_only_where_it_is_at_the_same_offset(string zone, string mend)
    {
        var guide = Mistake.Guide.Replace("zone: Europe/Jersey", $"zone: {zone}", StringComparison.Ordinal);

        var problem = Assert.Single(Mistake.Problems(guide));

        Assert.Equal((ProblemCode.UnknownZone, mend), (problem.Code, problem.Mend));
    }

    private const string Somewhere = "write the zone of a place, like `Europe/London`";
}

using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Which hours a date has: spans, dated hours, holidays, and calendars put together.</summary>
public class CalendarRuleTests
{
    private static readonly HolidaySet Christmas = new(
        "test",
        "test",
        new Dictionary<LocalDate, string> { [Date("2026-12-25")] = "Christmas Day" },
        2026,
        2026
    );

    [Theory]
    [InlineData("08:00-12:00 13:00-18:00", 540)]
    [InlineData("13:00-18:00 08:00-12:00", 540)] // any order
    [InlineData("08:00-12:00 12:00-18:00", 600)] // touching
    [InlineData("08:00-14:00 12:00-18:00", 600)] // overlapping
    [InlineData("00:00-24:00 08:00-12:00", 1440)]
    [InlineData("18:00-24:00", 360)]
    [InlineData("22:00-06:00", 480)]
    public void Several_spans_a_day_add_up(string spans, int minutes)
    {
        var calendar = WorkingCalendar.Compile(Daily("daily", London, spans.Split(' ')));
        var (from, to) = (At("2026-06-01 12:00 BST"), At("2026-06-08 12:00 BST"));
        Assert.Equal(Minutes(7 * minutes), calendar.Between(from, to).Require());
        Assert.Equal(Minutes(minutes), calendar.NominalDay);
    }

    [Fact]
    public void Dated_hours_replace_week_and_holidays()
    {
        var calendar = WorkingCalendar.Compile(
            Weekdays("desk", London, "08:00-18:00") with
            {
                Holidays = [Christmas],
                Dates =
                [
                    new DatedHours(Date("2026-12-21"), Date("2026-12-24"), Spans("08:00-12:00"), "short days"),
                    new DatedHours(Date("2026-12-24"), Date("2026-12-24"), [], "closed after all"),
                    new DatedHours(Date("2026-12-25"), Date("2026-12-25"), Spans("10:00-11:00"), "on call"),
                    new DatedHours(Date("2026-12-26"), Date("2026-12-26"), Spans("08:00-18:00"), "extra Saturday"),
                ],
            }
        );
        int Worked(string day) =>
            (int)calendar.Between(At($"{day} 00:00Z"), At($"{day} 23:59Z")).Require().TotalMinutes;
        Assert.Equal(
            [240, 240, 0, 60, 600, 0, 600],
            new[] { "21", "23", "24", "25", "26", "27", "28" }.Select(day => Worked($"2026-12-{day}"))
        );
    }

    /// <summary>Monday 21 December 2026 to Friday 1 January 2027 has a week of its own; Christmas Day stays closed, weekends are.</summary>
    [Fact]
    public void A_range_with_a_week_of_its_own_leaves_holidays_and_weekends_closed()
    {
        var vacation = Weekdays("vacation", London, "10:00-14:00").Week;
        var calendar = WorkingCalendar.Compile(
            Weekdays("desk", London, "08:00-18:00") with
            {
                Holidays = [Christmas],
                Dates = [new DatedHours(Date("2026-12-21"), Date("2027-01-01"), [], "vacation") { Week = vacation }],
            }
        );
        int Worked(string day) =>
            (int)calendar.Between(At($"{day} 00:00Z"), At($"{day} 23:59Z")).Require().TotalMinutes;
        Assert.Equal(
            [600, 240, 240, 0, 0, 0, 240, 240, 600],
            new[]
            {
                "2026-12-18",
                "2026-12-21",
                "2026-12-24",
                "2026-12-25",
                "2026-12-26",
                "2026-12-27",
                "2026-12-28",
                "2027-01-01",
                "2027-01-04",
            }.Select(Worked)
        );
    }

    /// <summary>28 December to 2 January: in 1950, in 2026 and over the end of the last year.</summary>
    [Theory]
    [InlineData("1950-12-28", false)]
    [InlineData("1951-01-02", false)]
    [InlineData("1951-01-03", true)]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-28", false)]
    [InlineData("2027-01-01", false)]
    [InlineData("2027-01-04", true)]
    [InlineData("2199-12-31", false)]
    [InlineData("1900-01-02", false)]
    public void A_range_without_a_year_comes_back_every_year(string date, bool open)
    {
        var calendar = WorkingCalendar.Compile(
            Weekdays("desk", London, "08:00-18:00") with
            {
                Dates =
                [
                    new DatedHours(Date("2000-12-28"), Date("2000-01-02"), [], "shut")
                    {
                        Recurs = Recurrence.EveryYear,
                    },
                ],
            }
        );
        Assert.Equal(open, calendar.IsOpen(At($"{date} 12:00Z")));
    }

    [Theory]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    [InlineData("2028-02-28", true)]
    [InlineData("2028-02-29", false)]
    public void The_last_of_February_is_the_day_before_March(string date, bool open)
    {
        var calendar = WorkingCalendar.Compile(
            Daily("desk", London, "08:00-18:00") with
            {
                Dates =
                [
                    new DatedHours(Date("2000-02-29"), Date("2000-02-29"), [], "shut")
                    {
                        Recurs = Recurrence.EveryYear,
                    },
                ],
            }
        );
        Assert.Equal(open, calendar.IsOpen(At($"{date} 12:00Z")));
    }

    [Fact]
    public void A_night_into_a_holiday_belongs_to_the_evening_before()
    {
        var calendar = WorkingCalendar.Compile(Daily("night", London, "22:00-06:00") with { Holidays = [Christmas] });
        Assert.True(calendar.IsOpen(At("2026-12-25 05:59 GMT")));
        Assert.False(calendar.IsOpen(At("2026-12-25 22:00 GMT")));
        Assert.False(calendar.IsOpen(At("2026-12-26 05:59 GMT")));
    }

    [Fact]
    public void A_date_before_1970_or_in_a_leap_year_is_a_date_like_any_other()
    {
        // 1964-02-29 was a Saturday.
        var calendar = WorkingCalendar.Compile(Weekdays("desk", Zone("UTC"), "08:00-18:00"));
        Assert.False(calendar.IsOpen(At("1964-02-29 12:00Z")));
        Assert.True(calendar.IsOpen(At("1964-02-28 12:00Z")));
        Assert.Equal(At("1964-03-02 12:00Z"), calendar.Add(At("1964-02-28 12:00Z"), Minutes(600)).Require());
    }

    [Fact]
    public void Says_what_a_working_day_is()
    {
        var desk = Weekdays("desk", London, "08:00-18:00");
        var friday = new Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>>(desk.Week)
        {
            [IsoDayOfWeek.Friday] = Spans("08:00-12:00"),
        };
        Assert.Equal(Minutes(600), WorkingCalendar.Compile(desk with { Week = friday }).NominalDay);
        Assert.Equal(Minutes(480), WorkingCalendar.Compile(desk with { NominalDay = Minutes(480) }).NominalDay);
        Assert.Equal(Duration.FromHours(24), Always.NominalDay);
        Assert.Equal(
            Minutes(300),
            WorkingCalendar
                .Intersect("both", Schools, WorkingCalendar.Compile(Daily("late", London, "13:00-20:00")))
                .NominalDay
        );
    }

    [Fact]
    public void Calendars_are_put_together()
    {
        var late = WorkingCalendar.Compile(Daily("late", London, "13:00-20:00"));
        var union = WorkingCalendar.Union("u", Schools, late);
        var both = WorkingCalendar.Intersect("i", Schools, late);
        var rest = WorkingCalendar.Minus("m", Schools, late);
        var (from, to) = (At("2026-06-01 00:00 BST"), At("2026-06-08 00:00 BST"));
        Assert.Equal(Minutes((5 * 720) + (2 * 420)), union.Between(from, to).Require());
        Assert.Equal(Minutes(5 * 300), both.Between(from, to).Require());
        Assert.Equal(Minutes(5 * 300), rest.Between(from, to).Require());
        Assert.Equal("u", union.Id);
        Assert.Equal(
            CalendarNote.BeyondHolidayData,
            union.Between(At("2030-01-01 00:00Z"), At("2030-01-02 00:00Z")).Note
        );
        Assert.True(WorkingCalendar.Union("a", Schools, Always).IsAlwaysOpen);
        Assert.False(WorkingCalendar.Minus("n", Always, Schools).IsAlwaysOpen);
        Assert.Equal(ReckoningProblem.NeverOpen, WorkingCalendar.Minus("0", Schools, Always).NextOpening(from).Problem);
    }

    [Fact]
    public void Stretches_say_why_it_is_closed()
    {
        var calendar = WorkingCalendar.Compile(
            Weekdays("desk", London, "08:00-18:00") with
            {
                Holidays = [Christmas],
                Dates = [new DatedHours(Date("2026-12-24"), Date("2026-12-24"), Spans("08:00-12:00"), "Christmas Eve")],
            }
        );
        Assert.Equal(
            [
                new Stretch(At("2026-12-23 17:00Z"), At("2026-12-23 18:00Z"), StretchKind.Open, null),
                new Stretch(At("2026-12-23 18:00Z"), At("2026-12-24 00:00Z"), StretchKind.OutsideHours, null),
                new Stretch(At("2026-12-24 00:00Z"), At("2026-12-24 08:00Z"), StretchKind.DatedHours, "Christmas Eve"),
                new Stretch(At("2026-12-24 08:00Z"), At("2026-12-24 12:00Z"), StretchKind.Open, null),
                new Stretch(At("2026-12-24 12:00Z"), At("2026-12-25 00:00Z"), StretchKind.DatedHours, "Christmas Eve"),
                new Stretch(At("2026-12-25 00:00Z"), At("2026-12-26 00:00Z"), StretchKind.Holiday, "Christmas Day"),
                new Stretch(At("2026-12-26 00:00Z"), At("2026-12-28 00:00Z"), StretchKind.NonWorkingDay, null),
                new Stretch(At("2026-12-28 00:00Z"), At("2026-12-28 08:00Z"), StretchKind.OutsideHours, null),
                new Stretch(At("2026-12-28 08:00Z"), At("2026-12-28 09:00Z"), StretchKind.Open, null),
            ],
            calendar.Stretches(At("2026-12-23 17:00Z"), At("2026-12-28 09:00Z"))
        );
        Assert.Empty(calendar.Stretches(At("2026-12-28 09:00Z"), At("2026-12-28 09:00Z")));
    }

    [Fact]
    public void Stretches_of_a_difference_name_what_was_taken_out()
    {
        var window = WorkingCalendar.Compile(Daily("maintenance", Jersey, "02:00-03:00"));
        var service = WorkingCalendar.Minus("service", Always, window);
        Assert.Equal(
            [
                new Stretch(At("2026-06-01 00:00Z"), At("2026-06-01 01:00Z"), StretchKind.Open, null),
                new Stretch(At("2026-06-01 01:00Z"), At("2026-06-01 02:00Z"), StretchKind.OutsideHours, "maintenance"),
                new Stretch(At("2026-06-01 02:00Z"), At("2026-06-01 04:00Z"), StretchKind.Open, null),
            ],
            service.Stretches(At("2026-06-01 00:00Z"), At("2026-06-01 04:00Z"))
        );
    }

    [Theory]
    [InlineData("08:00-18:00", "08:00-18:00")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("18:00-24:00", "18:00-24:00")]
    [InlineData("18:00-00:00", "18:00-24:00")]
    [InlineData("00:00-24:00", "00:00-24:00")]
    [InlineData("08:30:15-09:00", "08:30:15-09:00")]
    [InlineData(" 08:00 - 18:00 ", "08:00-18:00")]
    public void Spans_are_read_and_written(string text, string written) => Assert.Equal(written, Span(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("08:00")]
    [InlineData("8:00-18:00")]
    [InlineData("08:00-08:00")]
    [InlineData("00:00-00:00")]
    [InlineData("24:00-06:00")]
    [InlineData("08:00-25:00")]
    [InlineData("08:00-18:00-20:00")]
    [InlineData(null)]
    public void Other_texts_are_no_spans(string? text) => Assert.False(DailySpan.TryParse(text, out _));
}

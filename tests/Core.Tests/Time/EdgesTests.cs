using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Questions without an answer get a defined one, and never a hang (semantics, last section).</summary>
public class EdgesTests
{
    private static readonly WorkingCalendar Never = WorkingCalendar.Compile(
        new CalendarDefinition { Id = "never", Zone = London }
    );

    [Fact]
    public void A_calendar_without_hours_says_so()
    {
        var at = At("2026-06-01 12:00 BST");
        Assert.Equal(ReckoningProblem.NeverOpen, Never.Add(at, Minutes(1)).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, Never.Add(at, -Minutes(1)).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, Never.Add(at, Duration.MaxValue).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, Never.NextOpening(at).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, Never.NextClosing(at).Problem);
        Assert.Equal(Duration.Zero, Never.Between(at, at + Minutes(99)).Require());
        Assert.Equal(at, Never.Add(at, Duration.Zero).Require());
        Assert.False(Never.IsOpen(at));
        Assert.Equal(Duration.FromHours(24), Never.NominalDay);
        Assert.Throws<InvalidOperationException>(() => Never.NextOpening(at).Require());
    }

    [Fact]
    public void Hours_that_ended_for_good_are_never_open_again()
    {
        var once = WorkingCalendar.Compile(
            new CalendarDefinition
            {
                Id = "once",
                Zone = London,
                Dates = [new DatedHours(Date("2026-06-01"), Date("2026-06-01"), Spans("08:00-18:00"), "fair")],
            }
        );
        Assert.Equal(At("2026-06-01 18:00 BST"), once.Add(At("2020-01-01 00:00Z"), Minutes(600)).Require());
        Assert.Equal(ReckoningProblem.NeverOpen, once.Add(At("2020-01-01 00:00Z"), Minutes(601)).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, once.NextOpening(At("2026-06-01 18:00 BST")).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, once.Add(At("2026-06-01 08:00 BST"), -Minutes(1)).Problem);
        Assert.Equal(At("2026-06-01 08:00 BST"), once.Add(At("2100-01-01 00:00Z"), -Minutes(600)).Require());
    }

    [Theory]
    [InlineData("1899-12-31 23:59:59.999999999Z", false)]
    [InlineData("1900-01-01 00:00Z", true)]
    [InlineData("2200-12-31 23:59:59.999999999Z", true)]
    [InlineData("2201-01-01 00:00Z", false)]
    public void Answers_reach_from_1900_to_2200(string at, bool supported)
    {
        var problem = supported ? ReckoningProblem.None : ReckoningProblem.OutOfRange;
        Assert.Equal(problem, Always.Add(At(at), Duration.Zero).Problem);
        Assert.Equal(problem, Schools.Between(At("2026-01-01 00:00Z"), At(at)).Problem);
        Assert.Equal(supported, Always.IsOpen(At(at)));
    }

    // An answer can be asked about again: 2201 is no answer, neither worked up to nor as the close of a night.
    [Fact]
    public void No_answer_lies_after_2200()
    {
        var second = At("2200-12-31 23:59:59Z");
        Assert.Equal(
            At("2200-12-31 23:59:59.999999999Z"),
            Always.Add(second, Duration.FromNanoseconds(999_999_999)).Require()
        );
        Assert.Equal(ReckoningProblem.OutOfRange, Always.Add(second, Duration.FromSeconds(1)).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Always.Add(second, Duration.FromSeconds(1)).Problem);
        var nights = WorkingCalendar.Compile(Weekdays("nights", London, "20:00-24:00"));
        Assert.Equal(ReckoningProblem.OutOfRange, nights.NextClosing(second).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, nights.Add(second, Duration.FromSeconds(1)).Problem);
    }

    [Fact]
    public void The_ends_of_time_are_out_of_range()
    {
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.Add(Instant.MinValue, Minutes(1)).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.Add(Instant.MaxValue, Minutes(1)).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.NextOpening(Instant.MaxValue).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.NextOpening(At("2200-12-31 19:00Z")).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.Add(At("2026-01-01 00:00Z"), Duration.MaxValue).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Schools.Add(At("2026-01-01 00:00Z"), Duration.MinValue).Problem);
        Assert.Equal(ReckoningProblem.OutOfRange, Always.NextClosing(At("2026-01-01 00:00Z")).Problem);
        Assert.Throws<ArgumentOutOfRangeException>(() => Schools.Stretches(Instant.MinValue, Instant.MaxValue));
    }

    [Fact]
    public void Three_centuries_fit()
    {
        var (first, last) = (At("1900-01-01 00:00Z"), At("2200-12-31 23:59:59.999999999Z"));
        Assert.Equal(last - first, Always.Between(first, last).Require());
        Assert.Equal(first - last, Always.Between(last, first).Require());
        Assert.Equal(last, Always.Add(first, last - first).Require());
        Assert.Equal(first, Always.Add(last, first - last).Require());
        var worked = Schools.Between(first, last).Require();
        Assert.Equal(
            last,
            Schools.Add(Schools.Add(first, worked).Require(), Duration.Zero).Require()
                + (last - At("2200-12-31 18:00Z"))
        );
    }

    [Fact]
    public void The_range_grows_by_itself_both_ways()
    {
        var calendar = WorkingCalendar.Compile(Weekdays("plain", London, "08:00-18:00"));
        Assert.True(calendar.IsOpen(At("2026-06-01 12:00 BST")));
        Assert.True(calendar.IsOpen(At("1950-06-01 12:00 BST")));
        Assert.True(calendar.IsOpen(At("2150-06-01 12:00 BST")));
        // 52 weeks of 3000 minutes from a Monday to a Monday, ninety times.
        Assert.Equal(
            Minutes(90 * 52 * 3000),
            calendar
                .Between(At("2026-06-01 08:00 BST"), At("2026-06-01 08:00 BST") + Duration.FromDays(90 * 364))
                .Require()
        );
    }

    [Theory]
    [InlineData("2027-12-31 12:00 GMT", "2027-12-31 18:00 GMT", CalendarNote.None)]
    [InlineData("2027-12-31 12:00 GMT", "2028-01-03 08:00 GMT", CalendarNote.BeyondHolidayData)]
    [InlineData("2025-12-31 12:00 GMT", "2026-01-02 08:00 GMT", CalendarNote.BeyondHolidayData)]
    [InlineData("2029-06-01 12:00 BST", "2029-06-01 13:00 BST", CalendarNote.BeyondHolidayData)]
    [InlineData("2026-06-01 12:00 BST", "2027-06-01 13:00 BST", CalendarNote.None)]
    public void A_year_without_holiday_data_is_noted(string from, string to, CalendarNote note)
    {
        Assert.Equal(note, Schools.Between(At(from), At(to)).Note);
        Assert.Equal(note, Schools.Between(At(to), At(from)).Note);
    }

    [Fact]
    public void Beyond_the_data_is_computed_as_if_without_holidays()
    {
        // 25 December 2029 is a Tuesday.
        var due = Schools.Add(At("2029-12-24 12:00 GMT"), Minutes(600));
        Assert.Equal(At("2029-12-25 12:00 GMT"), due.Require());
        Assert.Equal(CalendarNote.BeyondHolidayData, due.Note);
    }

    [Fact]
    public void A_calendar_without_holiday_sets_has_nothing_to_note() =>
        Assert.Equal(CalendarNote.None, Always.Add(At("2029-12-24 12:00 GMT"), Minutes(600)).Note);

    // Christmas of 2026 and of 2028 is told, so that these and the year between are; one of every year tells nothing of years.
    [Theory]
    [InlineData("2025-12-31 12:00 GMT", Recurrence.Once, CalendarNote.BeyondHolidayData)]
    [InlineData("2026-01-01 12:00 GMT", Recurrence.Once, CalendarNote.None)]
    [InlineData("2027-06-01 12:00 BST", Recurrence.Once, CalendarNote.None)]
    [InlineData("2028-12-31 12:00 GMT", Recurrence.Once, CalendarNote.None)]
    [InlineData("2029-01-01 12:00 GMT", Recurrence.Once, CalendarNote.BeyondHolidayData)]
    [InlineData("2012-04-02 12:00 BST", Recurrence.EveryYear, CalendarNote.None)]
    public void Years_outside_those_of_a_calendars_own_dates_are_noted(
        string from,
        Recurrence recurs,
        CalendarNote note
    )
    {
        var dated = WorkingCalendar.Compile(
            Weekdays("dated", London, "08:00-18:00") with
            {
                Dates =
                [
                    .. Dates("2026-12-25 2028-12-25")
                        .Select(date => new DatedHours(date, date, [], "Christmas") { Recurs = recurs }),
                ],
            }
        );

        Assert.Equal(note, dated.Between(At(from), At(from) + Minutes(60)).Note);
    }

    [Fact]
    public void Sets_of_one_region_add_up_and_regions_must_agree()
    {
        HolidaySet Set(string region, int first, int last) =>
            new(region, "test", new Dictionary<LocalDate, string>(), first, last);
        var calendar = WorkingCalendar.Compile(
            Weekdays("desk", London, "08:00-18:00") with
            {
                Holidays = [Set("a", 2026, 2027), Set("a", 2028, 2030), Set("b", 2027, 2029)],
            }
        );
        CalendarNote Note(int year) =>
            calendar.Between(Instant.FromUtc(year, 3, 1, 0, 0), Instant.FromUtc(year, 3, 2, 0, 0)).Note;
        Assert.Equal(
            [false, true, true, true, false],
            Enumerable.Range(2026, 5).Select(year => Note(year) == CalendarNote.None)
        );
    }
}

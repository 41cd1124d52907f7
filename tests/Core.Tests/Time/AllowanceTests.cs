using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Every kind of "time allowed" (guide model 3, semantics 3 to 6), worked out by hand.</summary>
public class AllowanceTests
{
    private static readonly WorkingCalendar HalfFriday = WorkingCalendar.Compile(
        Weekdays("half", London, "08:00-12:00", "13:00-18:00") with
        {
            Dates = [new DatedHours(Date("2026-06-05"), Date("2026-06-05"), Spans("09:00-12:00"), "half day")],
        }
    );

    private static readonly WorkingCalendar Nights = WorkingCalendar.Compile(Weekdays("nights", London, "22:00-06:00"));

    [Theory]
    [InlineData("2026-06-01 15:00 BST", 1, "2026-06-02 15:00 BST")]
    [InlineData("2026-06-01 15:00 BST", 5, "2026-06-08 15:00 BST")]
    [InlineData("2026-06-01 19:00 BST", 1, "2026-06-03 08:00 BST")] // counts from Tuesday 08:00
    [InlineData("2026-06-06 15:00 BST", 1, "2026-06-09 08:00 BST")]
    [InlineData("2026-05-22 15:00 BST", 1, "2026-05-26 15:00 BST")] // over a weekend and a holiday
    [InlineData("2026-06-01 15:00 BST", 0, "2026-06-01 15:00 BST")]
    [InlineData("2026-10-23 15:00 BST", 1, "2026-10-26 15:00 GMT")] // same wall time over the change
    public void Same_time_on_the_nth_working_date(string start, int days, string due) =>
        Due(new Allowance.SameTimeNthDay(days), start, Schools, due);

    [Theory]
    [InlineData("2026-06-04 15:00 BST", "2026-06-05 12:00 BST")] // after the half day's close: its close
    [InlineData("2026-06-04 08:30 BST", "2026-06-05 09:00 BST")] // before its opening: its opening
    [InlineData("2026-06-04 12:30 BST", "2026-06-05 12:00 BST")] // starts at 13:00
    [InlineData("2026-06-05 12:00 BST", "2026-06-09 08:00 BST")]
    public void Same_time_is_kept_within_the_hours_of_the_day(string start, string due) =>
        Due(new Allowance.SameTimeNthDay(1), start, HalfFriday, due);

    [Theory]
    [InlineData("2026-06-02 02:00 BST", 1, "2026-06-03 02:00 BST")] // still Monday's night
    [InlineData("2026-06-06 02:00 BST", 1, "2026-06-09 02:00 BST")] // Friday's night, then Monday's
    [InlineData("2026-06-06 07:00 BST", 1, "2026-06-09 22:00 BST")]
    public void A_night_belongs_to_the_date_it_begins_on(string start, int days, string due) =>
        Due(new Allowance.SameTimeNthDay(days), start, Nights, due);

    [Theory]
    [InlineData("2026-06-01 15:00 BST", 0, "2026-06-01 18:00 BST")]
    [InlineData("2026-06-01 15:00 BST", 1, "2026-06-02 18:00 BST")]
    [InlineData("2026-06-01 18:00 BST", 1, "2026-06-03 18:00 BST")]
    [InlineData("2026-06-04 15:00 BST", 1, "2026-06-05 12:00 BST")]
    public void End_of_the_nth_working_day(string start, int days, string due) =>
        Due(new Allowance.EndOfNthDay(days, null), start, HalfFriday, due);

    [Theory]
    [InlineData("2026-06-01 15:00 BST", 1, "2026-06-02 17:00 BST")]
    [InlineData("2026-06-01 15:00 BST", 0, "2026-06-01 17:00 BST")]
    [InlineData("2026-06-01 17:00 BST", 0, "2026-06-01 17:00 BST")]
    [InlineData("2026-06-01 17:30 BST", 0, "2026-06-02 17:00 BST")] // passed already: the next working day
    [InlineData("2026-06-05 17:30 BST", 0, "2026-06-08 17:00 BST")]
    public void At_a_time_of_the_nth_working_day(string start, int days, string due) =>
        Due(new Allowance.EndOfNthDay(days, new LocalTime(17, 0)), start, Schools, due);

    [Fact]
    public void The_end_of_a_night_is_next_morning() =>
        Due(new Allowance.EndOfNthDay(0, null), "2026-06-05 23:00 BST", Nights, "2026-06-06 06:00 BST");

    [Theory]
    [InlineData("2026-06-01 12:59 BST", "2026-06-01 18:00 BST")]
    [InlineData("2026-06-01 13:00 BST", "2026-06-02 18:00 BST")]
    [InlineData("2026-06-01 19:00 BST", "2026-06-02 18:00 BST")] // as if it came on Tuesday at 08:00
    [InlineData("2026-06-06 15:00 BST", "2026-06-08 18:00 BST")]
    public void Cut_off_rules_look_at_the_effective_start(string start, string due) =>
        Due(
            new Allowance.Cutoff([
                new CutoffRule(new LocalTime(13, 0), new Allowance.EndOfNthDay(0, null)),
                new CutoffRule(null, new Allowance.EndOfNthDay(1, null)),
            ]),
            start,
            Schools,
            due
        );

    [Theory]
    [InlineData("2026-10-24 12:00 BST", 1, "2026-10-25 12:00 GMT")]
    [InlineData("2027-03-27 01:30 GMT", 1, "2027-03-28 02:30 BST")] // skipped: later by the gap
    [InlineData("2026-10-24 01:30 BST", 1, "2026-10-25 01:30 BST")] // twice: the earlier
    [InlineData("2026-10-25 01:30 GMT", 0, "2026-10-25 01:30 GMT")] // nothing to add keeps the later
    public void Calendar_days_keep_the_wall_time(string start, int days, string due) =>
        Due(new Allowance.CalendarDays(days), start, Schools, due);

    [Fact]
    public void Weeks_and_months_keep_the_wall_time()
    {
        Due(new Allowance.CalendarWeeks(1), "2026-10-20 12:00 BST", Schools, "2026-10-27 12:00 GMT");
        Due(new Allowance.CalendarMonths(1), "2027-01-31 12:00 GMT", Schools, "2027-02-28 12:00 GMT");
        Due(new Allowance.CalendarMonths(2), "2027-01-31 12:00 GMT", Schools, "2027-03-31 12:00 BST");
    }

    [Fact]
    public void Elapsed_and_immediate_do_not_look_at_hours()
    {
        Due(new Allowance.Elapsed(Duration.FromHours(48)), "2026-10-24 12:00 BST", Schools, "2026-10-26 11:00 GMT");
        Due(new Allowance.Immediate(), "2026-06-06 12:00 BST", Schools, "2026-06-06 12:00 BST");
    }

    [Fact]
    public void Working_time_rolls_over_closed_hours() =>
        Due(new Allowance.WorkingTime(Minutes(1800)), "2026-12-24 15:31 GMT", Schools, "2026-12-31 15:31 GMT");

    [Fact]
    public void Some_set_no_time()
    {
        var start = At("2026-06-01 12:00 BST");
        Assert.Equal(ReckoningProblem.NoDue, new Allowance.None().DueFrom(start, Schools).Problem);
        Assert.Equal(ReckoningProblem.NoDue, new Allowance.AgreedDate("visit").DueFrom(start, Schools).Problem);
        Assert.Equal(ReckoningProblem.NoDue, new Allowance.Cutoff([]).DueFrom(start, Schools).Problem);
    }

    [Fact]
    public void Days_on_an_always_open_calendar_are_dates()
    {
        Due(new Allowance.SameTimeNthDay(2), "2026-06-05 12:00 BST", Always, "2026-06-07 12:00 BST");
        Due(new Allowance.EndOfNthDay(0, null), "2026-06-05 12:00 BST", Always, "2026-06-06 00:00 BST");
    }

    [Fact]
    public void Days_on_a_combined_calendar_are_dates_with_open_time()
    {
        var late = WorkingCalendar.Compile(Weekdays("late", London, "16:00-22:00"));
        var both = WorkingCalendar.Intersect("both", Schools, late);
        Due(new Allowance.SameTimeNthDay(1), "2026-05-22 17:00 BST", both, "2026-05-26 17:00 BST");
        Due(new Allowance.EndOfNthDay(1, null), "2026-05-22 17:00 BST", both, "2026-05-26 18:00 BST");
    }

    [Fact]
    public void Allowances_that_lead_out_of_time_say_so()
    {
        var start = At("2026-06-01 12:00 BST");
        Allowance[] tooLong =
        [
            new Allowance.WorkingTime(Duration.MaxValue),
            new Allowance.SameTimeNthDay(int.MaxValue),
            new Allowance.EndOfNthDay(int.MaxValue, null),
            new Allowance.Elapsed(Duration.MaxValue),
            new Allowance.CalendarDays(int.MaxValue),
            new Allowance.CalendarWeeks(109_999),
            new Allowance.CalendarMonths(109_999),
        ];
        Assert.All(
            tooLong,
            allowance => Assert.Equal(ReckoningProblem.OutOfRange, allowance.DueFrom(start, Schools).Problem)
        );
        var never = WorkingCalendar.Compile(new CalendarDefinition { Id = "never", Zone = London });
        Assert.Equal(ReckoningProblem.NeverOpen, new Allowance.SameTimeNthDay(1).DueFrom(start, never).Problem);
        Assert.Equal(ReckoningProblem.NeverOpen, new Allowance.EndOfNthDay(1, null).DueFrom(start, never).Problem);
    }

    [Fact]
    public void A_year_without_holiday_data_is_noted() =>
        Assert.Equal(
            CalendarNote.BeyondHolidayData,
            new Allowance.SameTimeNthDay(10).DueFrom(At("2027-12-30 12:00 GMT"), Schools).Note
        );

    private static void Due(Allowance allowance, string start, WorkingCalendar calendar, string due) =>
        Assert.Equal(At(due), allowance.DueFrom(At(start), calendar).Require());
}

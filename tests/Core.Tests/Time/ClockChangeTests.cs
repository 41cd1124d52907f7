using NodaTime;
using NodaTime.Testing.TimeZones;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Changes of the clock: London's of 2026-10-25 and 2027-03-28, Samoa's lost day, and made-up zones.</summary>
public class ClockChangeTests
{
    // Back at 2026-10-25 01:00Z: 01:00-02:00 happens twice. Forward at 2027-03-28 01:00Z: 01:00-02:00 is skipped.
    [Theory]
    [InlineData("22:00-06:00", "2026-10-24 12:00 BST", "2026-10-25 12:00 GMT", 9 * 60)]
    [InlineData("22:00-06:00", "2027-03-27 12:00 GMT", "2027-03-28 12:00 BST", 7 * 60)]
    [InlineData("00:00-24:00", "2026-10-25 00:00 BST", "2026-10-26 00:00 GMT", 25 * 60)]
    [InlineData("00:00-24:00", "2027-03-28 00:00 GMT", "2027-03-29 00:00 BST", 23 * 60)]
    [InlineData("01:00-02:00", "2026-10-25 00:00 BST", "2026-10-26 00:00 GMT", 120)] // earlier opening, later closing
    [InlineData("01:15-01:30", "2026-10-25 00:00 BST", "2026-10-26 00:00 GMT", 75)]
    [InlineData("01:15-01:30", "2027-03-28 00:00 GMT", "2027-03-29 00:00 BST", 15)] // both ends an hour later
    [InlineData("01:30-02:15", "2027-03-28 00:00 GMT", "2027-03-29 00:00 BST", 0)] // 02:30 to 02:15: nothing left
    [InlineData("01:30-09:00", "2027-03-28 00:00 GMT", "2027-03-29 00:00 BST", 6 * 60 + 30)] // opens 02:30 BST
    [InlineData("20:00-01:30", "2027-03-27 12:00 GMT", "2027-03-28 12:00 BST", 5 * 60 + 30)] // closes 02:30 BST
    [InlineData("00:30-01:30", "2026-10-25 00:00 BST", "2026-10-26 00:00 GMT", 120)]
    public void Hours_are_wall_time_and_lengths_are_real(string span, string from, string to, int minutes)
    {
        var calendar = WorkingCalendar.Compile(Daily("daily", London, span));
        Assert.Equal(Minutes(minutes), calendar.Between(At(from), At(to)).Require());
    }

    [Fact]
    public void A_gap_moves_an_opening_by_the_gap()
    {
        var calendar = WorkingCalendar.Compile(Daily("daily", London, "01:30-09:00"));
        Assert.Equal(At("2027-03-28 02:30 BST"), calendar.NextOpening(At("2027-03-28 00:00 GMT")).Require());
    }

    // 01:30 is skipped and moves to 02:30; 02:00 is there and opens then. Whichever is written first, it is 02:00 to 09:00.
    [Theory]
    [InlineData("01:30-09:00", "02:00-09:00")]
    [InlineData("02:00-05:00", "01:30-09:00")]
    public void A_span_in_a_gap_does_not_carry_along_one_that_it_overlaps(string first, string second)
    {
        var calendar = WorkingCalendar.Compile(Daily("daily", London, first, second));
        Assert.Equal(At("2027-03-28 02:00 BST"), calendar.NextOpening(At("2027-03-28 00:00 GMT")).Require());
        var open = calendar.Between(At("2027-03-28 00:00 GMT"), At("2027-03-29 00:00 BST")).Require();
        Assert.Equal(Minutes(7 * 60), open);
    }

    [Theory]
    [InlineData("2026-10-25 01:30 BST", 600, "2026-10-25 10:30 GMT")] // the first 01:30
    [InlineData("2026-10-25 01:30 GMT", 600, "2026-10-25 11:30 GMT")] // the second, an hour later
    [InlineData("2027-03-28 00:59 GMT", 2, "2027-03-28 02:01 BST")]
    [InlineData("2027-03-28 00:59 GMT", 1, "2027-03-28 02:00 BST")]
    public void A_start_within_a_change_is_an_instant_like_any_other(string start, int minutes, string end) =>
        Assert.Equal(At(end), Always.Add(At(start), Minutes(minutes)).Require());

    [Theory]
    [InlineData("2026-10-25 01:30 BST", 60, "2026-10-26 09:00 GMT")]
    [InlineData("2026-10-25 01:30 GMT", 60, "2026-10-26 09:00 GMT")]
    [InlineData("2027-03-27 12:00 GMT", 60, "2027-03-30 09:00 BST")] // Easter Monday 29 March is closed
    public void A_desk_that_is_closed_does_not_see_the_change(string start, int minutes, string end) =>
        Assert.Equal(At(end), Schools.Add(At(start), Minutes(minutes)).Require());

    [Fact]
    public void Midnight_that_is_skipped_opens_an_hour_later()
    {
        // Brazil, 2018-11-04: 00:00 became 01:00.
        var calendar = WorkingCalendar.Compile(Daily("daily", Zone("America/Sao_Paulo"), "00:00-12:00"));
        Assert.Equal(At("2018-11-04 01:00-02:00"), calendar.NextOpening(At("2018-11-03 12:00-03:00")).Require());
        Assert.Equal(
            Duration.FromHours(11),
            calendar.Between(At("2018-11-03 12:00-03:00"), At("2018-11-04 20:00-02:00")).Require()
        );
    }

    [Fact]
    public void A_date_that_does_not_exist_has_no_hours()
    {
        // Samoa went from Thursday 2011-12-29 24:00 (UTC-10) to Saturday 2011-12-31 00:00 (UTC+14).
        var desk = WorkingCalendar.Compile(Weekdays("desk", Zone("Pacific/Apia"), "08:00-18:00"));
        Assert.Equal(At("2012-01-02 08:01+14:00"), desk.Add(At("2011-12-29 18:00-10:00"), Minutes(1)).Require());
        var night = WorkingCalendar.Compile(Weekdays("night", Zone("Pacific/Apia"), "22:00-06:00"));
        Assert.Equal(At("2011-12-31 06:00+14:00"), night.NextClosing(At("2011-12-29 23:00-10:00")).Require());
        Assert.Equal(
            At("2012-01-02 18:00+14:00"),
            new Allowance.EndOfNthDay(1, null).DueFrom(At("2011-12-29 12:00-10:00"), desk).Require()
        );
    }

    [Fact]
    public void A_made_up_zone_that_jumps_three_hours_ahead()
    {
        // 12:00Z is 12:00 before and 15:00 after.
        var zone = new SingleTransitionDateTimeZone(
            Instant.FromUtc(2030, 6, 5, 12, 0),
            Offset.Zero,
            Offset.FromHours(3)
        );
        var calendar = WorkingCalendar.Compile(Daily("daily", zone, "10:00-13:00", "14:00-16:00"));
        // 10:00Z to 12:00Z; then 13:00 is 16:00+3 = 13:00Z; 14:00 would be 17:00+3, after its close 16:00+3.
        Assert.Equal(
            [
                (At("2030-06-05 00:00Z"), At("2030-06-05 10:00Z"), StretchKind.OutsideHours),
                (At("2030-06-05 10:00Z"), At("2030-06-05 13:00Z"), StretchKind.Open),
                (At("2030-06-05 13:00Z"), At("2030-06-05 21:00Z"), StretchKind.OutsideHours),
            ],
            calendar
                .Stretches(At("2030-06-05 00:00Z"), At("2030-06-05 21:00Z"))
                .Select(stretch => (stretch.From, stretch.To, stretch.Kind))
        );
    }

    [Fact]
    public void A_made_up_zone_that_turns_back_over_midnight()
    {
        // 00:30 on the 6th becomes 23:30 on the 5th: midnight comes twice, an hour apart.
        var zone = new SingleTransitionDateTimeZone(
            Instant.FromUtc(2030, 6, 6, 0, 30),
            Offset.Zero,
            Offset.FromHours(-1)
        );
        var evening = WorkingCalendar.Compile(Daily("evening", zone, "20:00-24:00"));
        Assert.Equal(At("2030-06-06 01:00Z"), evening.NextClosing(At("2030-06-05 21:00Z")).Require());
        var always = WorkingCalendar.Compile(
            Daily("whole", zone, "00:00-24:00") with
            {
                Dates = [new DatedHours(Date("2030-01-01"), Date("2030-01-01"), [], "closed")],
            }
        );
        Assert.Equal(
            Duration.FromHours(48),
            always.Between(At("2030-06-05 00:00Z"), At("2030-06-07 00:00Z")).Require()
        );
    }

    [Fact]
    public void A_made_up_zone_with_two_changes_in_a_day()
    {
        var zone = new MultiTransitionDateTimeZone.Builder(0, "start")
        {
            { Instant.FromUtc(2030, 6, 5, 6, 0), 1 },
            { Instant.FromUtc(2030, 6, 5, 12, 0), 0 },
        }.Build();
        var calendar = WorkingCalendar.Compile(Daily("daily", zone, "05:30-06:30", "12:30-14:00"));
        // 05:30Z to 06:30 in the gap = 07:30+1 = 06:30Z; 12:30 first at 11:30Z (+1), 14:00 at 14:00Z.
        Assert.Equal(Minutes(60 + 150), calendar.Between(At("2030-06-05 00:00Z"), At("2030-06-06 00:00Z")).Require());
    }
}

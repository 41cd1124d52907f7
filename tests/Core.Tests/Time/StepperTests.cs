using CsCheck;
using NodaTime;
using NodaTime.TimeZones;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Time;

/// <summary>The engine against the minute-stepper: random calendars, zones and instants, to the nanosecond.</summary>
public class StepperTests
{
    private const int Reach = 12;

    private static readonly Gen<long> Moment = Gen.Frequency(
        (2, Gen.Long[-Reach * NodaConstants.NanosecondsPerDay, Reach * NodaConstants.NanosecondsPerDay]),
        // Whole five minutes meet openings and closings exactly.
        (3, Gen.Long[-Reach * 288, Reach * 288].Select(fives => fives * 5 * NodaConstants.NanosecondsPerMinute))
    );

    private static readonly Gen<long> Amount = Gen.Frequency(
        (2, Gen.Long[0, 4 * NodaConstants.NanosecondsPerDay]),
        (3, Gen.Long[0, 4 * 288].Select(fives => fives * 5 * NodaConstants.NanosecondsPerMinute)),
        (1, Gen.Long[0, 3])
    );

    private static readonly Gen<(long From, long To, long Amount)[]> Questions = Gen.Select(
        Moment,
        Moment,
        Amount
    ).Array[12];

    [Fact]
    public void Agrees_with_the_minute_stepper() =>
        Gen.Select(RandomCalendars.All, Questions).Sample((sample, questions) => Compare(sample, questions), iter: 500);

    [Fact]
    public void Agrees_over_a_whole_year() =>
        Gen.Select(RandomCalendars.All, Questions)
            .Sample((sample, questions) => CompareYear(sample, questions), iter: 6);

    // A shift over midnight and one at the hours at which clocks change; asked about to either side of the change. Two changes
    // of each zone; RUNG_CHANGES=all takes every one that the time zone database knows from 1985 to 2037.
    [Fact]
    public void Agrees_about_the_changes_of_every_zone()
    {
        IReadOnlyList<DailySpan> hours =
        [
            new(new LocalTime(1, 15), new LocalTime(2, 45)),
            new(new LocalTime(22, 30), new LocalTime(0, 30)),
        ];
        var week = Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day != IsoDayOfWeek.None)
            .ToDictionary(day => day, _ => hours);
        (long, long, long)[] questions =
        [
            (Minutes(-2160), Minutes(2160), Minutes(240)),
            (Minutes(-90), Minutes(90), Minutes(45)),
            (-1, 1, 1),
            (Minutes(-1440), 0, Minutes(600)),
        ];
        var takesAll = Environment.GetEnvironmentVariable("RUNG_CHANGES") == "all";
        foreach (var id in TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct())
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var changes = takesAll ? RandomCalendars.ChangesOf(zone) : RandomCalendars.SomeChangesOf(zone);
            foreach (var change in changes)
            {
                var calendar = new CalendarDefinition
                {
                    Id = id,
                    Zone = zone,
                    Week = week,
                };
                Compare(new Sample(calendar, change), questions, reach: 3);
            }
        }
    }

    private static long Minutes(int minutes) => minutes * NodaConstants.NanosecondsPerMinute;

    private static void Compare(Sample sample, (long From, long To, long Amount)[] questions, int reach = Reach)
    {
        var calendar = WorkingCalendar.Compile(sample.Calendar);
        var origin = Floor(sample.Centre) - Duration.FromDays(reach + 4);
        var stepper = new MinuteStepper(sample.Calendar, origin, (2 * reach) + 8);
        var end = Floor(sample.Centre) + Duration.FromDays(reach);
        foreach (var (from, to, amount) in questions)
        {
            var first = Floor(sample.Centre).PlusNanoseconds(Math.Min(from, to));
            var second = Floor(sample.Centre).PlusNanoseconds(Math.Max(from, to));
            Assert.Equal(stepper.IsOpen(first), calendar.IsOpen(first));
            Assert.Equal(stepper.Worked(first, second), calendar.Between(first, second).Require().ToInt64Nanoseconds());
            Same(
                stepper.Forward(first, amount),
                calendar.Add(first, Duration.FromNanoseconds(amount)),
                due => due < end
            );
            Same(
                stepper.Backward(second, amount),
                calendar.Add(second, Duration.FromNanoseconds(-amount)),
                due => due > origin + Duration.FromDays(4)
            );
            Same(stepper.Next(first, open: true), calendar.NextOpening(first), due => due < end);
            var opening = stepper.Next(first, open: true);
            Same(
                opening is { } at ? stepper.Next(at, open: false) : null,
                calendar.NextClosing(first),
                due => due < end
            );
        }
    }

    private static void CompareYear(Sample sample, (long From, long To, long Amount)[] questions)
    {
        var calendar = WorkingCalendar.Compile(sample.Calendar);
        var origin = Floor(sample.Centre) - Duration.FromDays(5);
        var stepper = new MinuteStepper(sample.Calendar, origin, 380);
        foreach (var (from, to, _) in questions)
        {
            var first = origin + Duration.FromDays(5) + Duration.FromNanoseconds(Math.Abs(from));
            var last = first + Duration.FromDays(350) + Duration.FromNanoseconds(to / 30);
            var worked = stepper.Worked(first, last);
            Assert.Equal(worked, calendar.Between(first, last).Require().ToInt64Nanoseconds());
            Same(
                stepper.Forward(first, worked),
                calendar.Add(first, Duration.FromNanoseconds(worked)),
                _ => worked > 0
            );
            Same(
                stepper.Backward(last, worked),
                calendar.Add(last, Duration.FromNanoseconds(-worked)),
                _ => worked > 0
            );
        }
    }

    // Beyond its stretch the stepper knows nothing.
    private static void Same(Instant? expected, Reckoning<Instant> actual, Func<Instant, bool> isKnown)
    {
        if (expected is { } due && isKnown(due))
        {
            Assert.Equal(due, actual.Require());
        }
        else if (expected is null && actual.Ok)
        {
            Assert.False(isKnown(actual.Value), $"the stepper found nothing, the calendar {actual.Value}");
        }
    }

    private static Instant Floor(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 300 * 300);
}

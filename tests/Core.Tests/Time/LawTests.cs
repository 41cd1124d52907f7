using CsCheck;
using NodaTime;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Time;

/// <summary>Laws that hold for every calendar, however long the time.</summary>
public class LawTests
{
    private const long Year = 366 * NodaConstants.NanosecondsPerDay;

    private static readonly Gen<(Sample Sample, long From, long Amount, long More)> Cases = Gen.Select(
        RandomCalendars.All,
        Gen.Long[-40 * Year, 40 * Year],
        Gen.Long[1, 5 * Year],
        Gen.Long[1, 5 * Year]
    );

    [Fact]
    public void What_was_added_is_what_lies_between() =>
        Cases.Sample(
            (sample, from, amount, _) =>
            {
                var calendar = WorkingCalendar.Compile(sample.Calendar);
                var start = sample.Centre.PlusNanoseconds(from);
                var added = Duration.FromNanoseconds(amount);
                if (calendar.Add(start, added) is { Ok: true } due)
                {
                    Assert.Equal(added, calendar.Between(start, due.Value).Require());
                    Assert.Equal(-added, calendar.Between(due.Value, start).Require());
                    // Earliest: a nanosecond before, it had not passed yet.
                    Assert.True(calendar.Between(start, due.Value.PlusNanoseconds(-1)).Require() < added);
                    // Back again: the latest instant from which it passes, so not before the start.
                    var back = calendar.Add(due.Value, -added).Require();
                    Assert.True(back >= start);
                    Assert.Equal(Duration.Zero, calendar.Between(start, back).Require());
                    Assert.True(calendar.Between(back.PlusNanoseconds(1), due.Value).Require() < added);
                }
            },
            iter: 600
        );

    [Fact]
    public void Two_additions_are_one() =>
        Cases.Sample(
            (sample, from, amount, more) =>
            {
                var calendar = WorkingCalendar.Compile(sample.Calendar);
                var start = sample.Centre.PlusNanoseconds(from);
                var (a, b) = (Duration.FromNanoseconds(amount), Duration.FromNanoseconds(more));
                var first = calendar.Add(start, a);
                var both = calendar.Add(start, a + b);
                Assert.Equal(both.Problem, first.Ok ? calendar.Add(first.Value, b).Problem : first.Problem);
                Assert.Equal(both.Value, first.Ok ? calendar.Add(first.Value, b).Value : default);
                if (calendar.Add(start, -a) is { Ok: true } before)
                {
                    Assert.Equal(calendar.Add(start, -(a + b)).Value, calendar.Add(before.Value, -b).Value);
                }
            },
            iter: 600
        );

    [Fact]
    public void Between_is_additive() =>
        Cases.Sample(
            (sample, from, amount, more) =>
            {
                var calendar = WorkingCalendar.Compile(sample.Calendar);
                var a = sample.Centre.PlusNanoseconds(from);
                var (b, c) = (a.PlusNanoseconds(amount), a.PlusNanoseconds(-more));
                var sum = calendar.Between(a, b).Require() + calendar.Between(b, c).Require();
                Assert.Equal(calendar.Between(a, c).Require(), sum);
                Assert.Equal(-calendar.Between(a, b).Require(), calendar.Between(b, a).Require());
            },
            iter: 600
        );

    [Fact]
    public void Union_intersection_and_difference_hold_at_every_instant() =>
        Gen.Select(RandomCalendars.All, RandomCalendars.All, Gen.Long[-20, 20].Array[20])
            .Sample(
                (one, other, hours) =>
                {
                    var (a, b) = (WorkingCalendar.Compile(one.Calendar), WorkingCalendar.Compile(other.Calendar));
                    var union = WorkingCalendar.Union("u", a, b);
                    var both = WorkingCalendar.Intersect("i", a, b);
                    var rest = WorkingCalendar.Minus("m", a, b);
                    foreach (var at in hours.Select(hour => one.Centre + Duration.FromMinutes(hour * 217)))
                    {
                        var (inA, inB) = (a.IsOpen(at), b.IsOpen(at));
                        Assert.Equal(inA || inB, union.IsOpen(at));
                        Assert.Equal(inA && inB, both.IsOpen(at));
                        Assert.Equal(inA && !inB, rest.IsOpen(at));
                    }

                    var (from, to) = (one.Centre - Duration.FromDays(30), one.Centre + Duration.FromDays(300));
                    Duration Worked(WorkingCalendar calendar) => calendar.Between(from, to).Require();
                    Assert.Equal(Worked(a) + Worked(b), Worked(union) + Worked(both));
                    Assert.Equal(Worked(a), Worked(rest) + Worked(both));
                },
                iter: 300
            );

    [Fact]
    public void Stretches_tile_the_time_and_their_open_parts_add_up() =>
        Gen.Select(RandomCalendars.All, Gen.Long[0, 40 * NodaConstants.NanosecondsPerDay])
            .Sample(
                (sample, length) =>
                {
                    var calendar = WorkingCalendar.Compile(sample.Calendar);
                    Tiles(calendar, sample.Centre, sample.Centre.PlusNanoseconds(length));
                    Tiles(
                        WorkingCalendar.Minus("m", Desk.Always, calendar),
                        sample.Centre,
                        sample.Centre.PlusNanoseconds(length)
                    );
                },
                iter: 300
            );

    private static void Tiles(WorkingCalendar calendar, Instant from, Instant to)
    {
        var stretches = calendar.Stretches(from, to).ToList();
        var at = from;
        foreach (var stretch in stretches)
        {
            Assert.Equal(at, stretch.From);
            Assert.True(stretch.To > stretch.From);
            Assert.Equal(stretch.Kind == StretchKind.Open, calendar.IsOpen(stretch.From));
            Assert.Equal(stretch.Kind == StretchKind.Open, calendar.IsOpen(stretch.To.PlusNanoseconds(-1)));
            at = stretch.To;
        }

        Assert.Equal(to, at);
        Assert.All(
            stretches.Zip(stretches.Skip(1)),
            pair => Assert.NotEqual((pair.First.Kind, pair.First.Label), (pair.Second.Kind, pair.Second.Label))
        );
        var open = stretches.Where(stretch => stretch.Kind == StretchKind.Open).Select(stretch => stretch.Length);
        Assert.Equal(
            calendar.Between(from, to).Require(),
            open.Aggregate(Duration.Zero, (sum, length) => sum + length)
        );
    }
}

using NodaTime;
using Rung.Server.Limits;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Limits;

/// <summary>So many at once, and so many more each minute, for each by themselves. S68.</summary>
public sealed class RateCounterTests
{
    // Three at once and one each 10 s.
    private static readonly Rate Slow = new(3, 6);
    private readonly MovableTime _time = new(RunningDesk.At("2026-05-04T09:00:00Z"));

    // Of three at once two take 20 s: two more are 10 s too early.
    [Fact]
    public void What_counts_as_several_takes_the_turns_of_several()
    {
        var counter = new RateCounter(_time);
        Assert.Null(counter.Count(("door", "a"), Slow, 2));
        Assert.Equal(Duration.FromSeconds(10), counter.Count(("door", "a"), Slow, 2));
        Assert.Null(counter.Count(("door", "a"), Slow));
        _time.Now += Duration.FromSeconds(20);
        Assert.Null(counter.Count(("door", "a"), Slow, 2));
        // More than all at once is never let in.
        Assert.NotNull(counter.Count(("door", "b"), Slow, 4));
    }

    // As four of three at once: 40 s, of which 30 may be ahead.
    [Fact]
    public void What_counts_as_more_than_any_time_is_long_enough_for_is_one_too_many()
    {
        var counter = new RateCounter(_time);
        Assert.Equal(Duration.FromSeconds(10), counter.Count(("door", "a"), Slow, long.MaxValue));
        counter.Add(("door", "a"), Slow, long.MaxValue);
        Assert.Equal(Duration.FromSeconds(10), counter.Count(("door", "a"), Slow));
    }

    [Fact]
    public void So_many_are_let_in_at_once_and_another_when_its_turn_has_come()
    {
        var counter = new RateCounter(_time);
        for (var once = 0; once < 3; once++)
        {
            Assert.Null(counter.Count(("door", "a"), Slow));
        }
        Assert.Equal(Duration.FromSeconds(10), counter.Count(("door", "a"), Slow));
        Assert.Null(counter.Count(("door", "b"), Slow));
        Assert.Null(counter.Count(("other", "a"), Slow));

        _time.Now += Duration.FromSeconds(4);
        Assert.Equal(Duration.FromSeconds(6), counter.Count(("door", "a"), Slow));
        _time.Now += Duration.FromSeconds(6);
        Assert.Null(counter.Count(("door", "a"), Slow));
        Assert.Equal(Duration.FromSeconds(10), counter.Count(("door", "a"), Slow));

        // After half a minute of nothing all three are there again.
        _time.Now += Duration.FromSeconds(30);
        for (var once = 0; once < 3; once++)
        {
            Assert.Null(counter.Count(("door", "a"), Slow));
        }
        Assert.NotNull(counter.Count(("door", "a"), Slow));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_nobody_wait_for_longer()
    {
        var counter = new RateCounter(_time);
        for (var once = 0; once < 3; once++)
        {
            counter.Count(("door", "a"), Slow);
        }
        _time.Now -= Duration.FromHours(1);
        Assert.Null(counter.Count(("door", "a"), Slow));
    }

    [Fact]
    public void Those_whose_turn_has_come_are_forgotten_and_those_who_wait_are_not()
    {
        var counter = new RateCounter(_time);
        for (var place = 0; place < 3000; place++)
        {
            Assert.Null(counter.Count(("door", $"{place}"), Slow));
        }
        for (var once = 0; once < 2; once++)
        {
            Assert.Null(counter.Count(("door", "2999"), Slow));
        }
        Assert.NotNull(counter.Count(("door", "2999"), Slow));
    }
}

using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>What can be said of cost without a stopwatch; the bench has the figures.</summary>
public class CostTests
{
    [Fact]
    public void Asking_allocates_nothing()
    {
        var (from, to, amount) = (At("2026-12-24 15:31 GMT"), At("2027-01-04 09:30 GMT"), Minutes(1800));
        Ask(from, to, amount);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(from, to, amount);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Many_threads_may_ask_while_the_range_grows()
    {
        var calendar = WorkingCalendar.Compile(Weekdays("desk", Zone("UTC"), "08:00-18:00"));
        var start = At("2026-06-01 08:00Z");
        // 3000 minutes a week: Monday 08:00 to Friday 18:00, so many weeks on or back.
        var asked = Enumerable
            .Range(-90, 181)
            .SelectMany(year => Enumerable.Repeat(year * 52, 8))
            .Select(weeks =>
                Task.Run(() =>
                    calendar.Between(start, start + Duration.FromDays(7 * weeks)).Require() == Minutes(3000L * weeks)
                )
            );
        Assert.DoesNotContain(false, await Task.WhenAll(asked));
    }

    private static void Ask(Instant from, Instant to, Duration amount)
    {
        for (var i = 0; i < 100; i++)
        {
            Schools.Add(from, amount).Require();
            Schools.Add(to, -amount).Require();
            Schools.Between(from, to).Require();
            Schools.Between(to, from).Require();
            Schools.NextOpening(from).Require();
            Schools.NextClosing(from).Require();
            _ = Schools.IsOpen(from);
        }
    }
}

using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>The figures of the acceptance stories D1 to D6 (requirements section 5), clock by clock.</summary>
public class StoryFigureTests
{
    [Fact]
    public void D1_over_Christmas_with_a_hold()
    {
        var start = At("2026-12-24 15:31 GMT");
        Due(start, 1800, "2026-12-31 15:31 GMT");
        Worked(start, "2026-12-30 11:00 GMT", 929);
        Worked(At("2026-12-30 11:00 GMT"), "2027-01-04 09:30 GMT", 1110);
        Due(At("2027-01-04 09:30 GMT"), 871, "2027-01-05 14:01 GMT");
        Worked(At("2027-01-05 13:50 GMT"), "2027-01-05 14:01 GMT", 11);
    }

    [Fact]
    public void D2_mail_before_a_bank_holiday()
    {
        Assert.Equal(At("2027-05-04 08:00 BST"), Schools.NextOpening(At("2027-04-30 18:20 BST")).Require());
        Due(At("2027-05-04 08:00 BST"), 600, "2027-05-04 18:00 BST");
        Due(At("2027-05-04 08:25 BST"), 2400, "2027-05-10 08:25 BST");
        Due(At("2027-05-04 08:25 BST"), 600, "2027-05-05 08:25 BST");
        Due(At("2027-05-04 08:25 BST"), 30, "2027-05-04 08:55 BST");
        Worked(At("2027-05-04 08:25 BST"), "2027-05-04 08:47 BST", 22);
    }

    [Fact]
    public void D3_elapsed_across_the_end_of_summer_time()
    {
        var start = At("2026-10-23 16:40 BST");
        var fourHours = new Allowance.Elapsed(Duration.FromHours(4));
        Assert.Equal(At("2026-10-23 20:40 BST"), fourHours.DueFrom(start, Schools).Require());
        var paused = Always.Between(At("2026-10-23 19:10 BST"), At("2026-10-26 08:00 GMT")).Require();
        Assert.Equal(Minutes(3710), paused);
        Assert.Equal(At("2026-10-26 09:30 GMT"), Always.Add(start, Duration.FromHours(4) + paused).Require());
        Assert.Equal(At("2026-10-26 08:00 GMT"), Schools.NextOpening(At("2026-10-23 19:10 BST")).Require());
    }

    [Fact]
    public void D4_silence_over_Easter()
    {
        var resolved = At("2027-03-24 14:00 GMT");
        Worked(At("2027-03-23 09:00 GMT"), "2027-03-24 14:00 GMT", 900);
        Due(resolved, 600, "2027-03-25 14:00 GMT");
        Due(resolved, 1200, "2027-03-30 14:00 BST");
        Due(resolved, 2400, "2027-04-01 14:00 BST");
        Due(resolved, 3000, "2027-04-02 14:00 BST");
        Due(At("2027-04-02 14:20 BST"), 1800, "2027-04-07 14:20 BST");
        Due(At("2027-04-02 13:59 BST"), 900, "2027-04-06 08:59 BST");
    }

    [Fact]
    public void D5_four_hours_over_the_night_that_lacks_one()
    {
        var start = At("2027-03-27 22:30 GMT");
        Assert.Equal(At("2027-03-28 03:30 BST"), Always.Add(start, Duration.FromHours(4)).Require());
        Assert.Equal(Minutes(170), Always.Between(start, At("2027-03-28 02:20 BST")).Require());
        Assert.Equal(Minutes(440), Always.Between(start, At("2027-03-28 06:50 BST")).Require());
    }

    [Fact]
    public void D6_a_complaint_over_Christmas() => Due(At("2027-12-22 16:00 GMT"), 1800, "2027-12-29 16:00 GMT");

    private static void Due(Instant start, int minutes, string due) =>
        Assert.Equal(new Reckoning<Instant>(At(due)), Schools.Add(start, Minutes(minutes)));

    private static void Worked(Instant from, string to, int minutes) =>
        Assert.Equal(new Reckoning<Duration>(Minutes(minutes)), Schools.Between(from, At(to)));
}

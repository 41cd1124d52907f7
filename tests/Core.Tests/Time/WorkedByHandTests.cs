using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Requirements section 1 and A-03: every figure there, and its neighbours, worked out by hand.</summary>
public class WorkedByHandTests
{
    // 2026-06-01 is a Monday without a holiday in its week.
    [Theory]
    [InlineData("2026-06-01 08:00 BST", 600, "2026-06-01 18:00 BST")] // exact fill ends at close, not at the next opening
    [InlineData("2026-06-01 17:59 BST", 600, "2026-06-02 17:59 BST")]
    [InlineData("2026-06-05 17:59 BST", 1, "2026-06-05 18:00 BST")]
    [InlineData("2026-06-05 17:59 BST", 2, "2026-06-08 08:01 BST")]
    [InlineData("2026-06-01 18:00 BST", 600, "2026-06-02 18:00 BST")] // a start at close counts from the next opening
    [InlineData("2026-06-01 18:00 BST", 1, "2026-06-02 08:01 BST")]
    [InlineData("2026-06-01 07:59 BST", 1, "2026-06-01 08:01 BST")]
    [InlineData("2026-06-06 12:00 BST", 1, "2026-06-08 08:01 BST")]
    [InlineData("2026-06-01 08:00 BST", 601, "2026-06-02 08:01 BST")]
    [InlineData("2026-06-01 08:00 BST", 3000, "2026-06-05 18:00 BST")]
    [InlineData("2026-06-01 08:00 BST", 3001, "2026-06-08 08:01 BST")]
    [InlineData("2026-06-01 12:00 BST", 0, "2026-06-01 12:00 BST")]
    [InlineData("2026-06-06 12:00 BST", 0, "2026-06-06 12:00 BST")] // nothing added: the start itself, open or not
    [InlineData("2026-06-01 17:50 BST", 30, "2026-06-02 08:20 BST")]
    public void Adds_to_the_earliest_instant(string start, int minutes, string end) =>
        Assert.Equal(new Reckoning<Instant>(At(end)), Schools.Add(At(start), Minutes(minutes)));

    [Theory]
    [InlineData("2026-06-01 18:00 BST", 600, "2026-06-01 08:00 BST")]
    [InlineData("2026-06-02 08:00 BST", 600, "2026-06-01 08:00 BST")] // latest instant, so the opening
    [InlineData("2026-06-02 18:00 BST", 600, "2026-06-02 08:00 BST")] // not Monday's close
    [InlineData("2026-06-08 08:01 BST", 1, "2026-06-08 08:00 BST")]
    [InlineData("2026-06-08 08:01 BST", 2, "2026-06-05 17:59 BST")]
    [InlineData("2026-06-06 12:00 BST", 1, "2026-06-05 17:59 BST")]
    public void Subtracts_to_the_latest_instant(string start, int minutes, string begin) =>
        Assert.Equal(new Reckoning<Instant>(At(begin)), Schools.Add(At(start), -Minutes(minutes)));

    [Theory]
    [InlineData("2026-06-01 08:00 BST", "2026-06-01 18:00 BST", 600)]
    [InlineData("2026-06-01 18:00 BST", "2026-06-02 08:00 BST", 0)]
    [InlineData("2026-06-01 17:59 BST", "2026-06-02 08:01 BST", 2)]
    [InlineData("2026-06-06 00:00 BST", "2026-06-08 00:00 BST", 0)]
    [InlineData("2026-06-02 08:01 BST", "2026-06-01 17:59 BST", -2)] // reversed ends are negative
    [InlineData("2026-01-01 00:00 GMT", "2027-01-01 00:00 GMT", 151_800)] // 261 weekdays, 8 of them holidays
    public void Measures(string from, string to, int minutes) =>
        Assert.Equal(Minutes(minutes), Schools.Between(At(from), At(to)).Require());

    [Theory]
    [InlineData("2026-06-01 07:59:59.999999999 BST", false)]
    [InlineData("2026-06-01 08:00 BST", true)]
    [InlineData("2026-06-01 17:59:59.999999999 BST", true)]
    [InlineData("2026-06-01 18:00 BST", false)]
    [InlineData("2026-05-25 12:00 BST", false)] // holiday
    public void Hours_are_half_open(string at, bool open) => Assert.Equal(open, Schools.IsOpen(At(at)));

    [Theory]
    [InlineData("2026-06-01 12:00 BST", "2026-06-01 12:00 BST", "2026-06-01 18:00 BST")]
    [InlineData("2026-06-01 18:00 BST", "2026-06-02 08:00 BST", "2026-06-02 18:00 BST")]
    [InlineData("2026-12-24 18:00 GMT", "2026-12-29 08:00 GMT", "2026-12-29 18:00 GMT")]
    public void Finds_opening_and_closing(string at, string opening, string closing)
    {
        Assert.Equal(At(opening), Schools.NextOpening(At(at)).Require());
        Assert.Equal(At(closing), Schools.NextClosing(At(at)).Require());
    }

    [Fact]
    public void Keeps_nanoseconds()
    {
        var end = Schools.Add(At("2026-06-05 17:59:59.999999999 BST"), Duration.FromNanoseconds(2)).Require();
        Assert.Equal(At("2026-06-08 08:00:00.000000001 BST"), end);
    }
}

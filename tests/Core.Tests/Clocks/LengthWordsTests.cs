using NodaTime;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>What is left is rounded down, what was used up; worked out by hand.</summary>
public class LengthWordsTests
{
    private static readonly Duration Day = Duration.FromHours(10);

    [Theory]
    [InlineData(0, "0 min", "0 min")]
    [InlineData(1, "under a minute", "1 min")]
    [InlineData(60, "1 min", "1 min")]
    [InlineData(661, "11 min", "12 min")]
    [InlineData(3599, "59 min", "1 h")]
    [InlineData(3600, "1 h", "1 h")]
    [InlineData(13_867, "3 h 51 min", "3 h 52 min")] // 3:51:07
    [InlineData(222_630, "61 h 50 min", "61 h 51 min")] // 61:50:30
    public void Hours_and_minutes(int seconds, string left, string used)
    {
        var length = Duration.FromSeconds(seconds);
        Assert.Equal((left, used), (LengthWords.Left(length), LengthWords.Used(length)));
    }

    /// <summary>Beside days whole hours are shown, so these are what is rounded.</summary>
    [Theory]
    [InlineData(35_999, "9 h 59 min", "1 working day")]
    [InlineData(36_000, "1 working day", "1 working day")]
    [InlineData(36_001, "1 working day", "1 working day 1 h")]
    [InlineData(68_460, "1 working day 9 h", "2 working days")] // 19:01
    [InlineData(75_600, "2 working days 1 h", "2 working days 1 h")]
    public void Working_days_of_ten_hours(int seconds, string left, string used)
    {
        var length = Duration.FromSeconds(seconds);
        Assert.Equal((left, used), (LengthWords.Left(length, Day), LengthWords.Used(length, Day)));
    }

    [Fact]
    public void A_day_that_is_no_working_day_has_24_hours()
    {
        Assert.Equal("23 h 59 min", LengthWords.Left(Duration.FromSeconds(86_399), null));
        Assert.Equal("1 day", LengthWords.Left(Duration.FromSeconds(86_400), null));
        Assert.Equal("1 day 1 h", LengthWords.Used(Duration.FromSeconds(86_401), null));
    }
}

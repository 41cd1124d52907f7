using NodaTime;
using NodaTime.Text;
using Rung.Core.Retention;
using Xunit;

namespace Rung.Core.Tests.Retention;

/// <summary>Times of retention, each worked out by hand on a calendar.</summary>
public sealed class KeptForTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    // The last day on which it is kept.
    [Theory]
    [InlineData("2026-03-10", "6 years", "2032-03-10")]
    [InlineData("2024-02-29", "1 year", "2025-02-28")]
    [InlineData("2024-02-29", "4 years", "2028-02-29")]
    [InlineData("2023-02-28", "1 year", "2024-02-28")]
    [InlineData("2026-01-31", "1 month", "2026-02-28")]
    [InlineData("2028-01-31", "1 month", "2028-02-29")]
    [InlineData("2026-05-31", "1 month", "2026-06-30")]
    [InlineData("2026-11-30", "3 months", "2027-02-28")]
    [InlineData("2026-12-24", "90 days", "2027-03-24")]
    [InlineData("2026-12-24", "1 week", "2026-12-31")]
    [InlineData("2026-12-24", "12 months", "2027-12-24")]
    [InlineData("1900-01-01", "100 years", "2000-01-01")]
    public void It_is_kept_to_the_end_of_the_day_of_the_same_number(string day, string time, string last) =>
        Assert.Equal(Day(last), Time(time).LastDay(Day(day)));

    [Theory]
    // Whatever the hour, by the desk's day: 23:30 UTC is the day after in summer time.
    [InlineData("2026-03-10T00:00:00Z", "1 month", "2026-04-10T23:00:00Z")]
    [InlineData("2026-03-10T23:59:59Z", "1 month", "2026-04-10T23:00:00Z")]
    [InlineData("2026-07-10T23:30:00Z", "1 month", "2026-08-11T23:00:00Z")]
    // Into winter time, and a year from a leap day.
    [InlineData("2026-09-30T12:00:00Z", "1 month", "2026-10-31T00:00:00Z")]
    [InlineData("2024-02-29T12:00:00Z", "1 year", "2025-03-01T00:00:00Z")]
    // The day that has 23 hours, and the day that has 25.
    [InlineData("2026-03-28T12:00:00Z", "1 day", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "1 day", "2026-10-26T00:00:00Z")]
    public void It_ends_at_midnight_of_the_desk(string happened, string time, string end) =>
        Assert.Equal(At(end), Time(time).EndsAt(At(happened), London));

    // In Lebanon a day in spring begins at one o'clock, since midnight is left out: 28 March 2027, 00:00 is 01:00, 22:00 UTC before.
    [Fact]
    public void Where_midnight_is_left_out_it_ends_when_the_day_begins() =>
        Assert.Equal(
            At("2027-03-27T22:00:00Z"),
            Time("1 day").EndsAt(At("2027-03-26T12:00:00Z"), DateTimeZoneProviders.Tzdb["Asia/Beirut"])
        );

    [Theory]
    [InlineData("2026-02-28T12:00:00Z", "1 month", "2026-01-28T00:00:00Z")]
    [InlineData("2026-03-01T12:00:00Z", "1 month", "2026-02-01T00:00:00Z")]
    [InlineData("2025-02-28T12:00:00Z", "1 year", "2024-02-28T00:00:00Z")]
    [InlineData("2025-03-01T12:00:00Z", "1 year", "2024-03-01T00:00:00Z")]
    [InlineData("2026-07-15T12:00:00Z", "2 days", "2026-07-12T23:00:00Z")]
    public void What_is_kept_now_reaches_back_to_the_start_of_a_day(string now, string time, string from) =>
        Assert.Equal(At(from), Time(time).KeptFrom(At(now), London));

    [Theory]
    [InlineData("1 day")]
    [InlineData("3 weeks")]
    [InlineData("1 month")]
    [InlineData("5 months")]
    [InlineData("1 year")]
    [InlineData("4 years")]
    public void Both_ways_of_asking_agree_on_every_day_of_five_years(string time)
    {
        var kept = Time(time);
        var now = At("2024-01-01T09:00:00Z");
        for (var day = 0; day < 5 * 366; day++, now += Duration.FromDays(1))
        {
            var from = kept.KeptFrom(now, London);
            Assert.True(kept.EndsAt(from, London) > now, $"{now}: what is of {from} is over");
            var before = from - Duration.FromSeconds(1);
            Assert.True(kept.EndsAt(before, London) <= now, $"{now}: what is of {before} is kept");
        }
    }

    [Theory]
    [InlineData("1 month", "1 month")]
    [InlineData("1 months", "1 month")]
    [InlineData("6 year", "6 years")]
    [InlineData("1200 months", "1200 months")]
    [InlineData("36500 days", "36500 days")]
    public void It_is_read_and_said_in_words(string written, string said) =>
        Assert.Equal(said, KeptFor.Parse(written)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("month")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("+1 days")]
    [InlineData("1  month")]
    [InlineData("1 Month")]
    [InlineData("1 month 2 days")]
    [InlineData("1201 months")]
    [InlineData("101 years")]
    [InlineData("99999999999 days")]
    [InlineData("١ month")]
    public void Anything_else_is_none(string written) => Assert.Null(KeptFor.Parse(written));

    private static KeptFor Time(string text) => KeptFor.Parse(text)!;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}

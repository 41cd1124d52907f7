using System.Globalization;
using NodaTime;

namespace Rung.Core.Retention;

/// <summary>How long something is kept: whole days, weeks, months or years of the calendar.</summary>
/// <param name="Count">At least 1, and at most 100 years altogether.</param>
public sealed record KeptFor(int Count, CalendarUnit Unit)
{
    private const int MostYears = 100;

    /// <summary>
    /// The last day on which something of <paramref name="day"/> is kept: that of the same number, and where its month has none, the
    /// last of that month. What is of 29 February and kept for a year is kept until 28 February, and to its end.
    /// </summary>
    public LocalDate LastDay(LocalDate day) =>
        Unit switch
        {
            CalendarUnit.Day => day.PlusDays(Count),
            CalendarUnit.Week => day.PlusWeeks(Count),
            CalendarUnit.Month => day.PlusMonths(Count),
            CalendarUnit.Year => day.PlusYears(Count),
            _ => throw new InvalidOperationException($"No time is kept in {Unit}s."),
        };

    /// <summary>When that last day is over: the first instant at which it is no longer kept.</summary>
    /// <param name="zone">The desk's; days are its days, however long they are.</param>
    public Instant EndsAt(Instant happened, DateTimeZone zone) =>
        zone.AtStartOfDay(LastDay(happened.InZone(zone).Date).PlusDays(1)).ToInstant();

    /// <summary>The earliest instant of which everything is still kept at <paramref name="now"/>: the start of a day in the desk's zone.</summary>
    public Instant KeptFrom(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        // Days of several months may be kept until the same one: what is sought is the first of them.
        var first = Before(today);
        while (LastDay(first) >= today)
        {
            first = first.PlusDays(-1);
        }
        return zone.AtStartOfDay(first.PlusDays(1)).ToInstant();
    }

    /// <summary>"6 years", "1 month".</summary>
    public override string ToString() =>
        Count == 1 ? $"1 {Name}" : string.Create(CultureInfo.InvariantCulture, $"{Count} {Name}s");

    /// <summary>Reads what <see cref="ToString"/> writes, one or several.</summary>
    /// <returns>Null: it is not written so, or is none, or longer than 100 years.</returns>
    public static KeptFor? Parse(string text) =>
        text.Split(' ') is [var digits, var word]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && UnitOf(word) is { } unit
        && count > 0
        && count <= Most(unit)
            ? new KeptFor(count, unit)
            : null;

    private string Name => Unit.ToString().ToLowerInvariant();

    private LocalDate Before(LocalDate today) =>
        Unit switch
        {
            CalendarUnit.Day => today.PlusDays(-Count),
            CalendarUnit.Week => today.PlusWeeks(-Count),
            CalendarUnit.Month => today.PlusMonths(-Count),
            _ => today.PlusYears(-Count),
        };

    private static CalendarUnit? UnitOf(string word) =>
        word switch
        {
            "day" or "days" => CalendarUnit.Day,
            "week" or "weeks" => CalendarUnit.Week,
            "month" or "months" => CalendarUnit.Month,
            "year" or "years" => CalendarUnit.Year,
            _ => null,
        };

    private static int Most(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Day => MostYears * 365,
            CalendarUnit.Week => MostYears * 52,
            CalendarUnit.Month => MostYears * 12,
            _ => MostYears,
        };
}

/// <summary>What a time of retention is counted in.</summary>
public enum CalendarUnit
{
    /// <summary>Days of the desk's zone, of 23, 24 or 25 hours.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>To the day of the same number.</summary>
    Month,

    /// <summary>To the day of the same month and number.</summary>
    Year,
}

using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Retention;

namespace Rung.Core.Guides.Checking;

/// <summary>A number with its unit, as a text can promise it or the data can state it.</summary>
internal readonly record struct Amount(AmountUnit Unit, decimal Number);

internal enum AmountUnit
{
    Minute,
    Day,
    Week,
    Month,
    WorkingDay,
    Attempt,
}

/// <summary>Finds the amounts that the guide's data state, in every way a text may put them.</summary>
internal sealed class StatedAmounts(Duration workingDay)
{
    private const decimal MinutesADay = 1440;
    private const int WorkingDaysAWeek = 5;

    private static readonly string[] Kept = [.. Enum.GetValues<RetentionCategory>().Select(CamelName.Of)];

    private readonly decimal _dayMinutes = (decimal)workingDay.TotalMinutes;

    /// <summary>What the value of this key states; empty when it is no amount.</summary>
    public IEnumerable<Amount> Of(string key, YamlNode value)
    {
        if (value is not YamlScalar scalar)
        {
            return [];
        }
        var isWhole = int.TryParse(scalar.Text, out var number);
        return key switch
        {
            "workingDays" or "sameTimeOnDay" or "endOfDay" when isWhole => WorkingDays(number),
            "days" or "statutoryDays" when isWhole => Days(number),
            "weeks" when isWhole =>
            [
                new(AmountUnit.Week, number),
                .. Days(number * 7),
                new(AmountUnit.WorkingDay, number * WorkingDaysAWeek),
            ],
            "months" when isWhole => [new(AmountUnit.Month, number)],
            "count" when isWhole => [new(AmountUnit.Attempt, number)],
            _ when Kept.Contains(key) && KeptFor.Parse(scalar.Text) is { } time => Period(time),
            _ when LengthText.TryParse(scalar.Text, out var length) => Length((decimal)length.TotalMinutes),
            _ => [],
        };
    }

    private IEnumerable<Amount> WorkingDays(int days)
    {
        yield return new(AmountUnit.WorkingDay, days);
        yield return new(AmountUnit.Minute, days * _dayMinutes);
        if (days % WorkingDaysAWeek == 0)
        {
            yield return new(AmountUnit.Week, days / WorkingDaysAWeek);
        }
    }

    private static IEnumerable<Amount> Days(int days)
    {
        yield return new(AmountUnit.Day, days);
        yield return new(AmountUnit.Minute, days * MinutesADay);
        if (days % 7 == 0)
        {
            yield return new(AmountUnit.Week, days / 7);
        }
    }

    private static IEnumerable<Amount> Period(KeptFor time) =>
        time.Unit switch
        {
            CalendarUnit.Day => Days(time.Count),
            CalendarUnit.Week => [new(AmountUnit.Week, time.Count), .. Days(time.Count * 7)],
            CalendarUnit.Month => [new(AmountUnit.Month, time.Count)],
            CalendarUnit.Year => [new(AmountUnit.Month, time.Count * 12)],
            _ => throw new ArgumentOutOfRangeException(nameof(time)),
        };

    private IEnumerable<Amount> Length(decimal minutes)
    {
        yield return new(AmountUnit.Minute, minutes);
        if (minutes % MinutesADay == 0)
        {
            yield return new(AmountUnit.Day, minutes / MinutesADay);
            yield return new(AmountUnit.Week, minutes / MinutesADay / 7);
        }
        if (_dayMinutes > 0 && minutes % _dayMinutes == 0)
        {
            yield return new(AmountUnit.WorkingDay, minutes / _dayMinutes);
        }
    }
}

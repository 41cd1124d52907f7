using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Dates as numbers of days since 1970-01-01.</summary>
internal static class Days
{
    private static readonly LocalDate Origin = new(1970, 1, 1);

    /// <summary>First and last date that any supported instant has in any zone, with a day to spare.</summary>
    public const int First = -25_569;

    public const int Last = 84_373;

    /// <summary>The years of those dates.</summary>
    public const int FirstYear = 1899;

    public const int LastYear = 2201;

    public static int Of(LocalDate date) => Period.DaysBetween(Origin, date);

    public static LocalDate Date(int day) => Origin.PlusDays(day);

    /// <summary>Monday is 0: 1970-01-01 was a Thursday.</summary>
    public static int OfWeek(int day) => (((day + 3) % 7) + 7) % 7;
}

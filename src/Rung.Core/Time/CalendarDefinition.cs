using NodaTime;

namespace Rung.Core.Time;

/// <summary>
/// When somebody works, as a guide states it: hours of the week on the wall clock of one zone, public holidays, and
/// dates with their own hours. <see cref="WorkingCalendar.Compile"/> turns it into something that can be asked.
/// </summary>
public sealed record CalendarDefinition
{
    /// <summary>Stable key within its guide.</summary>
    public required string Id { get; init; }

    /// <summary>The zone whose wall clock all hours and dates are on.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Hours of each day of the week; a day that is missing or has no span is not a working day. Default: none.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>> Week { get; init; } =
        new Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>>();

    /// <summary>Holiday sets; a date in any of them is closed. Default: none.</summary>
    public IReadOnlyList<HolidaySet> Holidays { get; init; } = [];

    /// <summary>Dates with their own hours, stronger than week and holidays; the later wins. Default: none.</summary>
    public IReadOnlyList<DatedHours> Dates { get; init; } = [];

    /// <summary>Length of "one working day" of working time; null takes the commonest open length of a day of the week.</summary>
    public Duration? NominalDay { get; init; }

    /// <summary>A calendar that never closes. One working day on it is 24 hours (`docs/time.md`).</summary>
    public static CalendarDefinition AlwaysOpen(string id, DateTimeZone zone) =>
        new()
        {
            Id = id,
            Zone = zone,
            Week = Enum.GetValues<IsoDayOfWeek>()
                .Where(day => day != IsoDayOfWeek.None)
                .ToDictionary(day => day, _ => (IReadOnlyList<DailySpan>)[DailySpan.WholeDay]),
        };
}

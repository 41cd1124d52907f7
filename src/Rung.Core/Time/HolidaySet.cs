using NodaTime;

namespace Rung.Core.Time;

/// <summary>
/// The public holidays of one region, for whole years. A date in <see cref="Days"/> is closed on every calendar that
/// uses the set, unless the calendar gives that date its own hours (ESS: hours exclude public holidays, `docs/time.md`).
/// </summary>
/// <param name="Region">Stable key of the region, for example <c>england-wales</c>.</param>
/// <param name="Source">Who published the dates, in words.</param>
/// <param name="Days">Date to the holiday's name.</param>
/// <param name="FirstYear">First year that is complete, inclusive.</param>
/// <param name="LastYear">Last year that is complete, inclusive. Years outside are computed as if without holidays and noted.</param>
public sealed record HolidaySet(
    string Region,
    string Source,
    IReadOnlyDictionary<LocalDate, string> Days,
    int FirstYear,
    int LastYear
)
{
    /// <summary>What the file calls itself (<c>X-WR-CALNAME</c>), such as "Public holidays in Jersey"; null: nothing.</summary>
    public string? Name { get; init; }
}

using NodaTime;
using NodaTime.Text;

namespace Rung.Core.Time.HolidayFiles;

/// <summary>Days that are read as written but that somebody should look at.</summary>
internal sealed class HolidaySurprises(DeclaredYears years, IReadOnlyList<HolidayEvent> events)
{
    // Three holidays in a row over a weekend still find their substitute within this many days.
    private const int SubstituteWithin = 5;

    public IEnumerable<HolidayFileFinding> Find() => events.SelectMany(Of).Concat(Duplicates());

    private static HolidayFileFinding Warn(HolidayEvent holiday, string code, string message) =>
        new(holiday.Line, HolidayFindingKind.Warning, code, message);

    private static string Show(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private IEnumerable<HolidayFileFinding> Of(HolidayEvent holiday)
    {
        if (holiday.Name.Length == 0)
        {
            yield return Warn(holiday, "holiday-no-name", $"{Show(holiday.Dates[0])} has no name; add a SUMMARY.");
        }

        if (holiday.Length > 1)
        {
            yield return Warn(
                holiday,
                "holiday-several-days",
                $"'{holiday.Name}' lasts {holiday.Length} days and closes each of them; check that DTEND is the day after the last one."
            );
        }

        foreach (var date in holiday.Dates)
        {
            if (Weekend(holiday, date) is { } weekend)
            {
                yield return weekend;
            }

            if (years.AreDeclared && (date.Year < years.First || date.Year > years.Last))
            {
                yield return Warn(
                    holiday,
                    "holiday-outside-years",
                    $"{Show(date)} lies outside the years {years.First} to {years.Last} that the file says it covers; correct one of them."
                );
            }
        }
    }

    private HolidayFileFinding? Weekend(HolidayEvent holiday, LocalDate date)
    {
        if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) || HasSubstitute(holiday, date))
        {
            return null;
        }

        return holiday.NeverMoved
            ? new HolidayFileFinding(
                holiday.Line,
                HolidayFindingKind.Note,
                "holiday-never-moved",
                $"'{holiday.Name}' falls on {date.DayOfWeek} {Show(date)} and is not moved to another day."
            )
            : Warn(
                holiday,
                "holiday-weekend",
                $"'{holiday.Name}' falls on {date.DayOfWeek} {Show(date)} and no substitute day follows; add it, or X-RUNG-MOVES:NEVER if there is none."
            );
    }

    private bool HasSubstitute(HolidayEvent holiday, LocalDate date) =>
        holiday.Name.Length > 0
        && events.Any(other =>
            other.IsSubstitute
            && other.Name.StartsWith(holiday.Name, StringComparison.OrdinalIgnoreCase)
            && other.Dates.Any(day => day > date && day <= date.PlusDays(SubstituteWithin))
        );

    private IEnumerable<HolidayFileFinding> Duplicates() =>
        events
            .SelectMany(holiday => holiday.Dates.Select(date => (Date: date, Holiday: holiday)))
            .GroupBy(day => day.Date)
            .SelectMany(day => day.Skip(1).Select(again => (First: day.First().Holiday, Again: again)))
            .Select(pair =>
                Warn(
                    pair.Again.Holiday,
                    "holiday-duplicate",
                    $"{Show(pair.Again.Date)} is there already as '{pair.First.Name}' (line {pair.First.Line}); that name is kept."
                )
            );
}

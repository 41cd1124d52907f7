using Rung.Core.Time.HolidayFiles;

namespace Rung.Core.Time;

/// <summary>
/// Reads the public holidays of a region from an iCalendar file (RFC 5545), as governments publish them: one whole-day
/// event for each. The head may say who published it (<c>X-RUNG-SOURCE</c>, else <c>X-WR-CALNAME</c>) and for which
/// whole years it holds (<c>X-RUNG-COVERS:2025/2028</c>, else from the first to the last year with a day). An event that
/// gives no substitute day when it falls on a weekend says <c>X-RUNG-MOVES:NEVER</c>. Cancelled events are left out.
/// </summary>
public static class HolidayFile
{
    /// <summary>
    /// Reads a file's text. Every problem is reported at once with its line; an error leaves no holidays. Surprising days
    /// (twice, on a weekend without a substitute, several days long, without a name, outside the years) are warnings.
    /// </summary>
    /// <param name="region">Stable key of the region that the days are kept under.</param>
    /// <param name="icsText">The whole file; any line ends, folded lines joined.</param>
    public static HolidayFileResult Read(string region, string icsText)
    {
        var text = new IcsText(icsText);
        var findings = text.Findings.ToList();
        var years = DeclaredYears.Read(text.Header("X-RUNG-COVERS"), findings);
        var reader = new HolidayEventReader(years, findings);
        var events = text.Events.Select(reader.Read).OfType<HolidayEvent>().ToList();
        Check(events, findings);
        if (findings.Exists(finding => finding.Kind == HolidayFindingKind.Error))
        {
            return Result(null, findings);
        }

        findings.AddRange(new HolidaySurprises(years, events).Find());
        var source = text.Header("X-RUNG-SOURCE") ?? text.Header("X-WR-CALNAME");
        var days = Set(region, source?.Value ?? "no source named", years, events);
        return Result(days with { Name = text.Header("X-WR-CALNAME")?.Value }, findings);
    }

    private static void Check(List<HolidayEvent> events, List<HolidayFileFinding> findings)
    {
        foreach (var holiday in events.Where(it => it.Dates.Any(date => date.Year is < 1900 or > 2200)))
        {
            findings.Add(
                Error(holiday.Line, "holiday-range", "Calendars hold the years 1900 to 2200; correct the date.")
            );
        }

        if (events.Count == 0 && findings.Count == 0)
        {
            findings.Add(
                Error(1, "holiday-none", "The file has no events, so no holidays; check that it is the right one.")
            );
        }
    }

    private static HolidaySet Set(string region, string source, DeclaredYears years, List<HolidayEvent> events)
    {
        var days = events
            .SelectMany(holiday =>
                holiday.Dates.Select(date => (Date: date, Name: holiday.Name.Length > 0 ? holiday.Name : "Holiday"))
            )
            .DistinctBy(day => day.Date)
            .ToDictionary(day => day.Date, day => day.Name);
        return years.AreDeclared
            ? new HolidaySet(region, source, days, years.First, years.Last)
            : new HolidaySet(region, source, days, days.Keys.Min(date => date.Year), days.Keys.Max(date => date.Year));
    }

    private static HolidayFileFinding Error(int line, string code, string message) =>
        new(line, HolidayFindingKind.Error, code, message);

    private static HolidayFileResult Result(HolidaySet? holidays, List<HolidayFileFinding> findings) =>
        new(holidays, [.. findings.OrderBy(finding => finding.Line)]);
}

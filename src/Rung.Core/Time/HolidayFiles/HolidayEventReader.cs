using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace Rung.Core.Time.HolidayFiles;

/// <summary>Reads one event with Ical.Net; a refusal is a finding at the event's line.</summary>
internal sealed class HolidayEventReader(DeclaredYears years, List<HolidayFileFinding> findings)
{
    private const string NeverMoved = "X-RUNG-MOVES";
    private const int LongestDays = 31;
    private const int MostOccurrences = 1_000;

    /// <summary>The event, or null when it cannot be read or was cancelled.</summary>
    public HolidayEvent? Read(IcsEvent text)
    {
        var parsed = Parse(text);
        if (parsed is null || string.Equals(parsed.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (parsed.Start is not { HasTime: false } start || Length(parsed, start) is not { } length)
        {
            return Fail(
                text,
                "holiday-date",
                "A holiday needs whole days: write DTSTART;VALUE=DATE:yyyymmdd, and DTEND;VALUE=DATE: the day after the last one."
            );
        }

        var dates = parsed.RecurrenceRule is null ? [Date(start)] : Occurrences(parsed);
        return dates.Count == 0
            ? Fail(
                text,
                "holiday-recurring",
                "An event may repeat yearly in a file that says for which years it holds (X-RUNG-COVERS:2025/2028), and must fall into them; else write every date out."
            )
            : Build(text, parsed, length, dates);
    }

    private static HolidayEvent Build(IcsEvent text, CalendarEvent parsed, int length, List<LocalDate> starts)
    {
        var dates = starts.SelectMany(start => Enumerable.Range(0, length).Select(start.PlusDays)).ToList();
        var neverMoved = parsed.Properties[NeverMoved]?.Value as string;
        return new HolidayEvent(
            text.Line,
            parsed.Summary?.Trim() ?? "",
            dates,
            length,
            string.Equals(neverMoved, "NEVER", StringComparison.OrdinalIgnoreCase)
        );
    }

    // Without an end this would go on for ever, so the years have to be known.
    private List<LocalDate> Occurrences(CalendarEvent parsed) =>
        !years.AreDeclared || parsed.RecurrenceRule?.Frequency != FrequencyType.Yearly
            ? []
            :
            [
                .. parsed
                    .GetOccurrences(new CalDateTime(years.First, 1, 1))
                    .Take(MostOccurrences)
                    .Select(occurrence => Date(occurrence.Period.StartTime))
                    .TakeWhile(date => date.Year <= years.Last),
            ];

    // Ical.Net throws many kinds of exceptions for broken text.
#pragma warning disable CA1031
    private CalendarEvent? Parse(IcsEvent text)
    {
        try
        {
            return Calendar
                .Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text.Text}\r\nEND:VCALENDAR\r\n")
                ?.Events.FirstOrDefault();
        }
        catch (Exception problem)
        {
            Fail(text, "holiday-event", $"This event cannot be read: {problem.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }
#pragma warning restore CA1031

    private static int? Length(CalendarEvent parsed, CalDateTime start)
    {
        var days = parsed.End is { HasTime: false } end ? end.Date.DayNumber - start.Date.DayNumber : 1;
        return days is >= 1 and <= LongestDays ? days : null;
    }

    private static LocalDate Date(CalDateTime date) => new(date.Year, date.Month, date.Day);

    private HolidayEvent? Fail(IcsEvent text, string code, string message)
    {
        findings.Add(new HolidayFileFinding(text.Line, HolidayFindingKind.Error, code, message));
        return null;
    }
}

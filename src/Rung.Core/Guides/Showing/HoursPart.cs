using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides.Showing;

/// <summary>Support hours, service hours, every calendar, and work outside the hours. ESS-13, ESS-14, ESS-47 to ESS-49.</summary>
internal static class HoursPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        yield return new Placed(guide.Desk.Cite, new Block.Definitions([.. Desk(guide)]));
        yield return new Placed(
            guide.Desk.Cite,
            new Block.Table("Calendars", ["Calendar", "Zone", "Open", "One working day"], [.. Rows(guide)])
        );
        if (guide.CalendarSources.Values.SelectMany(Dates).ToArray() is { Length: > 0 } dates)
        {
            yield return new Placed(
                guide.Desk.Cite,
                new Block.Table("Dates with their own hours", ["Calendar", "Date", "Open", "Why"], dates)
            );
        }
        foreach (var placed in OutOfHours(guide))
        {
            yield return placed;
        }
    }

    private static IEnumerable<Definition> Desk(Guide guide)
    {
        var titles = new TitleWords(guide);
        yield return new Definition("Desk", guide.Desk.Name);
        yield return new Definition("Answers during", titles.Calendar(guide.Desk.Calendar));
        if (guide.Desk.ServiceHours is { } service)
        {
            yield return new Definition("Services run during", titles.Calendar(service));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Guide guide) =>
        guide.CalendarSources.Values.Select(
            IReadOnlyList<string> (calendar) =>
                [
                    calendar.Name,
                    guide.Calendars.GetValueOrDefault(calendar.Id)?.Zone.Id ?? "",
                    Open(guide, calendar),
                    WorkingDay(guide, calendar),
                ]
        );

    private static string Open(Guide guide, CalendarSource calendar)
    {
        if (calendar.Definition is not { } definition)
        {
            return Phrase.Sentence(Combined(guide, calendar.Algebra ?? ""));
        }
        var holidays = definition.Holidays.Select(Named).ToArray();
        return HoursWords.Week(definition.Week) + (holidays.Length == 0 ? "" : $"; not on {Phrase.And(holidays)}");
    }

    private static string Named(HolidaySet set) =>
        set.Name is { Length: > 0 } name
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : $"the public holidays of {set.Region}";

    private static string Combined(Guide guide, string algebra)
    {
        var titles = new TitleWords(guide);
        var words = algebra.Split([' ', ',', '[', ']', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["union", .. var parts] => $"{Phrase.Or(parts.Select(titles.Calendar))}",
            ["intersect", .. var parts] => $"where {Phrase.And(parts.Select(titles.Calendar))} are both open",
            ["minus", var from, .. var parts] =>
                $"{titles.Calendar(from)} without {Phrase.And(parts.Select(titles.Calendar))}",
            _ => algebra,
        };
    }

    private static string WorkingDay(Guide guide, CalendarSource calendar) =>
        calendar.WorkingDay switch
        {
            null => "not stated",
            WorkingDayReading.SameTimeNthDay => "until the same time on the next working day",
            WorkingDayReading.EndOfNthDay => "until the end of the next working day",
            _ => guide.Calendars.TryGetValue(calendar.Id, out var compiled)
                ? $"{Phrase.Length(compiled.NominalDay)} of working time"
                : "its working time",
        };

    private static IEnumerable<IReadOnlyList<string>> Dates(CalendarSource calendar) =>
        (calendar.Definition?.Dates ?? []).Select(
            IReadOnlyList<string> (date) => [calendar.Name, Range(date), Hours(date), date.Label]
        );

    private static string Range(DatedHours date) =>
        (date.From == date.To ? Day(date, date.From) : $"{Day(date, date.From)} to {Day(date, date.To)}")
        + (date.Recurs == Recurrence.EveryYear ? ", every year" : "");

    private static string Day(DatedHours date, LocalDate day) =>
        date.Recurs == Recurrence.EveryYear ? Phrase.DayOfYear(day) : Phrase.Date(day);

    private static string Hours(DatedHours date) =>
        date.Week is { } week ? HoursWords.Week(week)
        : date.Spans.Count == 0 ? "closed"
        : HoursWords.Spans(date.Spans);

    private static IEnumerable<Placed> OutOfHours(Guide guide)
    {
        if (guide.OutOfHours is { } work)
        {
            yield return new Placed(
                work.Cite,
                new Block.Definitions([
                    new("Worked on outside the hours", new WhenWords(guide).Of(work.ContinuesWhen, "Every case")),
                    new(
                        "We settle how to reach each other",
                        $"{Phrase.Length(work.PromptBefore)} before the desk closes"
                    ),
                ])
            );
        }
    }
}

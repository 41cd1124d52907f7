using System.Text.Json;
using NodaTime;
using Rung.Core.Time;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>Reads the calendar of a line: zone, and either <c>always</c> or week, holidays and dates.</summary>
internal sealed class CalendarReader(FirstFinding findings)
{
    // A week comes 15,000 times in the years that calendars answer for, and each time takes memory.
    private const int MostSpansAWeek = 1_000;

    private static readonly string[] Known = ["zone", "week", "holidays", "dates", "always"];
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The definition; worth nothing when there are findings.</summary>
    public CalendarDefinition? Read(JsonElement calendar)
    {
        if (calendar.ValueKind != JsonValueKind.Object)
        {
            return findings.Add<CalendarDefinition?>(
                "bad-calendar",
                "calendar: must be an object with zone and week.",
                null
            );
        }

        CalendarField.OnlyKnown(calendar, "calendar: ", Known, findings);
        var zone = Zone(calendar);
        return IsAlways(calendar)
            ? CalendarDefinition.AlwaysOpen("line", zone)
            : new CalendarDefinition
            {
                Id = "line",
                Zone = zone,
                Week = Week(calendar),
                Holidays = Holidays(calendar),
                Dates = Dates(calendar),
            };
    }

    private DateTimeZone Zone(JsonElement calendar)
    {
        var id = CalendarField.Text(calendar, "zone", findings);
        var zone = id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        return zone
            ?? findings.Add(
                "bad-zone",
                $"calendar.zone: '{id}' is no zone of the IANA database; write for example Europe/London.",
                DateTimeZone.Utc
            );
    }

    private bool IsAlways(JsonElement calendar)
    {
        if (!calendar.TryGetProperty("always", out var always))
        {
            if (!calendar.TryGetProperty("week", out _) && !calendar.TryGetProperty("dates", out _))
            {
                findings.Add("missing-field", "calendar: 'week' is missing; add the hours, or \"always\": true.");
            }

            return false;
        }

        if (always.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            findings.Add("bad-type", "calendar.always: must be true or false.");
        }

        var isAlways = always.ValueKind == JsonValueKind.True;
        if (
            isAlways
            && calendar.EnumerateObject().Any(field => !field.NameEquals("always") && !field.NameEquals("zone"))
        )
        {
            findings.Add(
                "bad-calendar",
                "calendar: always open and hours of its own exclude each other; leave one out."
            );
        }

        return isAlways;
    }

    private Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>> Week(JsonElement calendar)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>>();
        foreach (var day in Members(calendar, "week"))
        {
            var index = Array.IndexOf(Days, day.Name);
            if (index < 0)
            {
                findings.Add("unknown-field", $"calendar.week: {CalendarField.Unknown(day.Name, Days)}");
            }

            week[(IsoDayOfWeek)(index + 1)] = Spans(day.Value, $"calendar.week.{day.Name}");
        }

        CheckNumber(week.Values.Sum(spans => spans.Count));
        return week;
    }

    private void CheckNumber(int spans)
    {
        if (spans > MostSpansAWeek)
        {
            findings.Add("bad-calendar", $"calendar.week: has {spans} spans; write at most {MostSpansAWeek}.");
        }
    }

    private IReadOnlyList<HolidaySet> Holidays(JsonElement calendar)
    {
        if (!calendar.TryGetProperty("holidays", out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return findings.Add<IReadOnlyList<HolidaySet>>(
                "bad-type",
                "calendar.holidays: must be a list of dates.",
                []
            );
        }

        var days = new Dictionary<LocalDate, string>();
        foreach (var date in list.EnumerateArray())
        {
            var text = date.ValueKind == JsonValueKind.String ? date.GetString() : date.GetRawText();
            days[CalendarField.Date(text, $"calendar.holidays[{days.Count}]", findings)] = "holiday";
        }

        return [new HolidaySet("line", "the line itself", days, 1900, 2200)];
    }

    private List<DatedHours> Dates(JsonElement calendar) =>
        [
            .. Members(calendar, "dates")
                .Select(date =>
                    (Date: CalendarField.Date(date.Name, "calendar.dates", findings), date.Name, date.Value)
                )
                .Select(it => new DatedHours(it.Date, it.Date, Spans(it.Value, $"calendar.dates.{it.Name}"), it.Name)),
        ];

    private IEnumerable<JsonProperty> Members(JsonElement calendar, string name)
    {
        if (!calendar.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : findings.Add<IEnumerable<JsonProperty>>("bad-type", $"calendar.{name}: must be an object.", []);
    }

    private IReadOnlyList<DailySpan> Spans(JsonElement list, string path) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((span, index) => Span(span, $"{path}[{index}]"))]
            : findings.Add<IReadOnlyList<DailySpan>>(
                "bad-type",
                $"{path}: must be a list of spans, [] for closed.",
                []
            );

    private DailySpan Span(JsonElement span, string path)
    {
        var isPair =
            span.ValueKind == JsonValueKind.Array
            && span.GetArrayLength() == 2
            && span.EnumerateArray().All(end => end.ValueKind == JsonValueKind.String);
        return isPair && DailySpan.TryParse(span[0].GetString()!, span[1].GetString()!, out var result)
            ? result
            : findings.Add(
                "bad-span",
                $"{path}: {span.GetRawText()} is no span; write two different times such as [\"08:00\",\"18:00\"], the second up to 24:00.",
                DailySpan.WholeDay
            );
    }
}

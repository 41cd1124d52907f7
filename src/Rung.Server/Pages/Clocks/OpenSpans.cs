using NodaTime;
using Rung.Core.Time;

namespace Rung.Server.Pages.Clocks;

/// <summary>The spans in which a clock counts, for the browser to count down by itself.</summary>
internal static class OpenSpans
{
    private const int Most = 40;
    private static readonly Duration Beyond = Duration.FromDays(5);

    /// <param name="calendar">Null: every second counts.</param>
    /// <param name="due">Where it runs out; what lies a little beyond counts what is over.</param>
    public static string Ahead(WorkingCalendar? calendar, Instant now, Instant due)
    {
        var end = (due > now ? due : now) + Beyond;
        return calendar is null || calendar.IsAlwaysOpen
            ? Span(now, end + Duration.FromDays(365))
            : string.Join(
                ' ',
                calendar
                    .Stretches(now, end)
                    .Where(stretch => stretch.Kind == StretchKind.Open)
                    .Take(Most)
                    .Select(stretch => Span(stretch.From, stretch.To))
            );
    }

    private static string Span(Instant from, Instant to) =>
        $"{from.ToUnixTimeMilliseconds()}-{to.ToUnixTimeMilliseconds()}";
}

using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Targets that can never be met on their calendar: tried out with starts over the coming weeks, since what a calendar
/// leaves of an allowance is easier computed than argued.
/// </summary>
internal static class NeverMet
{
    private const int DaysTried = 21;

    public static GuideCheck Check { get; } = new(["targets.times.calendar", "targets.clock", "desk.calendar"], Run);

    private static void Run(CheckContext context)
    {
        foreach (var use in context.Guide.Targets.SelectMany(AllowanceUse.OfTarget))
        {
            if (
                context.IsRead(use)
                && context.Guide.Calendars.TryGetValue(use.Calendar, out var calendar)
                && Why(use, calendar, context.AsOf) is { } why
            )
            {
                context.Report(ProblemCode.NeverMet, use.At, why, "allow more time, or count it in another calendar");
            }
        }
    }

    private static string? Why(AllowanceUse use, WorkingCalendar calendar, LocalDate asOf)
    {
        if (use.Allow is Allowance.None or Allowance.Immediate or Allowance.AgreedDate)
        {
            return null;
        }
        var reckoned = Starts(calendar, asOf)
            .Select(start => (Start: start, Due: use.Allow.DueFrom(start, calendar)))
            .ToArray();
        if (Array.TrueForAll(reckoned, one => !one.Due.Ok))
        {
            return $"this can never be met on the calendar `{use.Calendar}`: {reckoned[0].Due.Problem.Sentence()}";
        }
        var late = Array.FindIndex(reckoned, one => one.Due.Ok && one.Due.Value <= one.Start);
        return late < 0
            ? null
            : $"this can never be met by a case that starts on {Say(reckoned[late].Start, calendar)}: it is due at once";
    }

    // Every five hours, so that each time of day has its turn.
    private static IEnumerable<Instant> Starts(WorkingCalendar calendar, LocalDate asOf)
    {
        var first = calendar.Zone.AtStartOfDay(asOf).ToInstant();
        return Enumerable.Range(0, DaysTried * 24 / 5).Select(step => first + Duration.FromHours(step * 5));
    }

    private static string Say(Instant start, WorkingCalendar calendar) =>
        $"`{calendar.Id}`, {start.InZone(calendar.Zone).LocalDateTime.ToString("ddd d MMM uuuu HH:mm", null)}";
}

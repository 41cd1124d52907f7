using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>Contact attempts that the case would be closed before. ESS-52, A-09.</summary>
internal static class AttemptsFit
{
    private const int DaysTried = 28;

    public static GuideCheck Check { get; } = new(["closing.calendar", "closing.attempts", "desk.calendar"], Run);

    private static void Run(CheckContext context)
    {
        var closing = context.Guide.Closing;
        if (
            !context.Guide.Calendars.TryGetValue(closing.Calendar, out var calendar)
            || !context.CountsIn(closing.Calendar)
            || !context.CountsIn(closing.Attempts.Window)
        )
        {
            return;
        }
        var window = context.Guide.Calendars.GetValueOrDefault(closing.Attempts.Window ?? "");
        var first = calendar.Zone.AtStartOfDay(context.AsOf).ToInstant();
        for (var step = 0; step < DaysTried; step++)
        {
            var resolved = first + Duration.FromDays(step) + Duration.FromHours(10);
            if (Late(closing.Attempts, resolved, calendar, window) is { } late)
            {
                context.Report(
                    ProblemCode.AttemptsDoNotFit,
                    (closing.Attempts, "closeAfter"),
                    $"attempt {late} would come when the case is closed already, or at that moment",
                    "close later, make fewer attempts or space them closer"
                );
                return;
            }
        }
    }

    /// <summary>The number of the first attempt that is not before the closing.</summary>
    private static int? Late(AttemptRule rule, Instant resolved, WorkingCalendar calendar, WorkingCalendar? window)
    {
        var closes = rule.CloseAfter.DueFrom(resolved, calendar);
        var at = new Reckoning<Instant>(resolved);
        for (var number = 1; number <= rule.Count && at.Ok && closes.Ok; number++)
        {
            at = rule.Next(number, at.Value, calendar, window);
            if (at.Ok && at.Value >= closes.Value)
            {
                return number;
            }
        }
        return null;
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>The attempts that the guide asks for since the last resolution, and those that were made. ESS-52, A-09.</summary>
public static class AttemptPlan
{
    /// <summary>In order; ends early where one cannot be reckoned. Of a case that is not resolved there is none.</summary>
    public static IEnumerable<PlannedAttempt> Of(Guide guide, CaseState state)
    {
        if (state.Resolution is not { } resolution)
        {
            yield break;
        }
        var closing = guide.Closing;
        var (rule, calendar) = (closing.Attempts, guide.Calendars[closing.Calendar]);
        var window = rule.Window is { } id ? guide.Calendars[id] : null;
        var before = resolution.At;
        for (var number = 1; number <= rule.Count; number++)
        {
            if (rule.Next(number, before, calendar, window) is not { Ok: true, Value: var due })
            {
                yield break;
            }
            var made = state.Attempts.ElementAtOrDefault(number - 1);
            yield return new PlannedAttempt(number, before, due)
            {
                Made = made,
                Counts = From(before, due, calendar.Zone),
            };
            before = made is null ? due : Instant.Max(due, made.At);
        }
    }

    // What is done on the day of the attempt and after the one before takes its place; the days between them stay.
    private static Instant From(Instant before, Instant due, DateTimeZone zone) =>
        Instant.Max(before, due.InZone(zone).Date.AtStartOfDayInZone(zone).ToInstant());
}

/// <summary>One of them.</summary>
/// <param name="Before">When the one before it was due and made; for the first, the resolution.</param>
public sealed record PlannedAttempt(int Number, Instant Before, Instant Due)
{
    /// <summary>Null: it is still to be made.</summary>
    public AttemptMade? Made { get; init; }

    /// <summary>From when on somebody's contact takes its place: inclusive, the start of a day in the closing calendar's zone.</summary>
    public required Instant Counts { get; init; }
}

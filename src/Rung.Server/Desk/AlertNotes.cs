using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Desk.Heartbeats;
using Rung.Storage.Alerts;

namespace Rung.Server.Desk;

/// <summary>When a case gains a note about an alert that is on it, and what the note says.</summary>
internal static class AlertNotes
{
    /// <summary>An alert that flaps gains a note about each state in so long, and no more.</summary>
    private static readonly Duration Quiet = Duration.FromMinutes(10);

    /// <summary>
    /// The first that comes after the case was logged is noted, and then what comes once it was quiet for a while. What is
    /// raised again is noted at once where the case says that it was cleared, or was resolved since: nobody may rest on that.
    /// </summary>
    public static bool IsDue(AlertArrival arrival, CaseSnapshot found)
    {
        if (arrival.Seen is not { NotedAt: { } noted } seen || seen.Case.Id != found.Id)
        {
            return true;
        }
        return arrival.IsCleared
            ? !seen.NotedCleared && arrival.At - noted >= Quiet
            : seen.NotedCleared || arrival.At - noted >= Quiet || IsResolvedSince(found, noted);
    }

    /// <param name="zone">The desk's, for times of the day.</param>
    public static string Text(AlertArrival arrival, CaseSnapshot found, DateTimeZone zone)
    {
        var before = arrival.Seen is { } seen && seen.Case.Id == found.Id ? seen.Raised : 0;
        return arrival.Heartbeat is { } turn
                ? $"{HeartbeatWords.Turned(turn, zone)} That happened {Times(arrival.IsCleared ? before : before + 1)} on this case."
            : arrival.IsCleared
                ? $"Monitoring says that alert {arrival.Key.Key} is over. It was raised {Times(before)} on this case."
            : $"Alert {arrival.Key.Key} was raised again, {Times(before + 1)} by now on this case.";
    }

    private static string Times(long count) =>
        count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} times");

    private static bool IsResolvedSince(CaseSnapshot found, Instant noted) =>
        found.State is { IsResolved: true, Resolution: { } resolved } && resolved.At > noted;
}

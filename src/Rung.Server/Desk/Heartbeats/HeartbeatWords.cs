using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Pages.Words;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>Heartbeats in words, as cases and pages say them.</summary>
internal static class HeartbeatWords
{
    private const int LongestSubject = 200;

    /// <summary>"15 minutes", "hour", "36 hours", "2 days": what stands after "every".</summary>
    public static string Every(Duration every)
    {
        var minutes = (long)every.TotalMinutes;
        return minutes % (24 * 60) == 0 ? Count(minutes / (24 * 60), "day")
            : minutes % 60 == 0 ? Count(minutes / 60, "hour")
            : Count(minutes, "minute");
    }

    /// <summary>Subject of the case that its silence is.</summary>
    /// <param name="place">The site where it is; null: none is named.</param>
    public static string Subject(Heartbeat heartbeat, string? place) =>
        Cut(
            $"Nothing is heard of {heartbeat.Name}, expected every {Every(heartbeat.Every)}{(place is null ? "" : $", {place}")}"
        );

    public static string SuspendedBy(Actor who) => $"Suspended by {who.Name}.";

    /// <summary>"It is to be heard of every 15 minutes, and was last on Thu 24 Dec 2026, 15:34 GMT."</summary>
    public static string Expected(Heartbeat heartbeat, DateTimeZone zone) =>
        $"It is to be heard of every {Every(heartbeat.Every)}, and "
        + (heartbeat.HeardAt is { } at ? $"was last on {MomentWords.InFull(at, zone)}." : "never was.");

    /// <summary>What a note says of its turn.</summary>
    public static string Turned(HeartbeatTurn turn, DateTimeZone zone)
    {
        var before = turn.Before;
        return turn.Heard is var (at, _)
            ? $"{before.Name} is heard of again, on {MomentWords.InFull(at, zone)}. It was silent since {MomentWords.InFull(before.SilentSince!.Value, zone)}."
            : $"{before.Name} is silent again. {Expected(before, zone)}";
    }

    private static string Cut(string subject) =>
        subject.Length <= LongestSubject ? subject : $"{subject[..(LongestSubject - 1)]}…";

    private static string Count(long number, string unit) =>
        number == 1 ? unit : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {unit}s");
}

using NodaTime;

namespace Rung.Server.Pages.Clocks;

/// <summary>The states a clock shows, each with its own word, shape and colour.</summary>
public enum ClockFace
{
    /// <summary>No due time yet: priority or target is missing.</summary>
    NoClock,
    OnTrack,
    DueSoon,
    Overdue,
    Paused,
    Met,
    Missed,
}

/// <summary>The hero of every row and page: how much is left, what clock time that is, and why.</summary>
/// <param name="Headline">Time left in words: "1 working day 9 h left".</param>
/// <param name="Detail">Due time and what bends it: "due Wed 30 Dec 15:31 · 25 and 28 Dec do not count".</param>
public sealed record ClockView(ClockFace Face, string Headline, string Detail)
{
    /// <summary>What the browser needs to count down by itself; null while the clock stands.</summary>
    public ClockTicks? Ticks { get; init; }

    /// <summary>The moment that <see cref="Detail"/> tells in the desk's zone; null: it tells none, or several.</summary>
    public Instant? At { get; init; }

    /// <summary>Where the ledger is; null: shown on this page.</summary>
    public string? Href { get; init; }

    internal string Css => Words[(int)Face];

    private static readonly string[] Words = ["no-clock", "on-track", "due-soon", "overdue", "paused", "met", "missed"];
}

/// <summary>A running clock for the browser, all in milliseconds, which is how exactly the page knows the desk's time.</summary>
/// <param name="Left">Time left when the page was made, in the clock's own time; negative: over.</param>
/// <param name="Soon">It is due soon from this much left.</param>
/// <param name="Day">Length of "one working day"; 0: the clock counts days of 24 hours.</param>
/// <param name="Open">Spans of Unix time in which the clock counts, from now on: <c>from-to from-to</c>.</param>
public sealed record ClockTicks(long Left, long Soon, long Day, string Open)
{
    /// <param name="day">Null: the clock counts days of 24 hours.</param>
    public static ClockTicks Of(Duration left, Duration soon, Duration? day, string open) =>
        new(Up(left), Up(soon), Up(day ?? Duration.Zero), open);

    // Up, since the page's own now is cut down: what is counted until the desk closes then leaves just what is left there.
    private static long Up(Duration length)
    {
        var cut = (long)Math.Floor(length.TotalMilliseconds);
        return Duration.FromMilliseconds(cut) < length ? cut + 1 : cut;
    }
}

using NodaTime;

namespace Rung.Core.Time;

/// <summary>What a stretch of time is on a calendar, and why it is closed.</summary>
public enum StretchKind
{
    /// <summary>Open: working time passes.</summary>
    Open,

    /// <summary>Closed on a working day: before, between or after its hours.</summary>
    OutsideHours,

    /// <summary>A date on which the week has no hours, for example a Saturday.</summary>
    NonWorkingDay,

    /// <summary>A public holiday; the label is its name.</summary>
    Holiday,

    /// <summary>Closed by hours given for this date; the label says why.</summary>
    DatedHours,
}

/// <summary>A piece of time on a calendar, for ledgers: <c>[From, To)</c>, never empty.</summary>
/// <param name="From">First instant, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="Kind">Open, or why closed.</param>
/// <param name="Label">Name of the holiday or of the dated hours; null for the other kinds.</param>
public sealed record Stretch(Instant From, Instant To, StretchKind Kind, string? Label)
{
    /// <summary>Elapsed length.</summary>
    public Duration Length => To - From;
}

using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>
/// Why a clock is due when it is: segments without gap or overlap from the start to the due instant, in which
/// <see cref="Counted"/> and <see cref="ToCome"/> add up to the allowance exactly. After that, what is overdue, up to
/// now or the stop. A clock that stopped in time ends at its stop, a paused one at now.
/// </summary>
/// <param name="Reading">The reading it explains.</param>
public sealed record Ledger(ClockReading Reading, IReadOnlyList<LedgerSegment> Segments)
{
    /// <summary>Used within the allowance so far, in the clock's unit.</summary>
    public Duration Counted => Sum(SegmentKind.Counted, segment => segment.Amount);

    /// <summary>Left of the allowance, in the clock's unit; never negative.</summary>
    public Duration ToCome => Sum(SegmentKind.ToCome, segment => segment.Amount);

    /// <summary>Used over and above the allowance, in the clock's unit.</summary>
    public Duration Overdue => Sum(SegmentKind.Overdue, segment => segment.Amount);

    /// <summary>
    /// It was settled under other holidays, zone rules or another version of the guide: what stands in <see cref="Reading"/> is what was reckoned
    /// then, and the segments are what would be reckoned now.
    /// </summary>
    public bool IsOutdated => Reading.IsStopped && Reading.Used != Counted + Overdue;

    /// <summary>
    /// What pauses kept from being counted, in the clock's unit: out of the calendar's hours a pause withholds nothing.
    /// </summary>
    public Duration Withheld => Sum(SegmentKind.Paused, segment => segment.Withheld);

    private Duration Sum(SegmentKind kind, Func<LedgerSegment, Duration> amount) =>
        Segments
            .Where(segment => segment.Kind == kind)
            .Aggregate(Duration.Zero, (total, segment) => total + amount(segment));
}

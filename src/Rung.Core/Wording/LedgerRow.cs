using NodaTime;
using Rung.Core.Clocks;

namespace Rung.Core.Wording;

/// <summary>A segment of a ledger in words.</summary>
/// <param name="From">"Thu 24 Dec 15:31", in the desk's zone.</param>
/// <param name="To">"18:00" on the same day, else as <paramref name="From"/>.</param>
/// <param name="What">"counted", "to come", "over", "paused", "not counted".</param>
/// <param name="Amount">"2 h 29 min"; empty for what is not counted.</param>
/// <param name="Why">"open hours", "Christmas Day".</param>
public sealed record LedgerRow(string From, string To, string What, string Amount, string Why)
{
    internal static LedgerRow Of(LedgerSegment segment, string amount, DateTimeZone zone)
    {
        var (from, to) = Span(segment, zone);
        return new LedgerRow(from, to, Word(segment.Kind), amount, segment.Why);
    }

    /// <summary>What is done with a stretch of this kind.</summary>
    internal static string Word(SegmentKind kind) =>
        kind switch
        {
            SegmentKind.Counted => "counted",
            SegmentKind.ToCome => "to come",
            SegmentKind.Overdue => "over",
            SegmentKind.Paused => "paused",
            SegmentKind.Closed or SegmentKind.Resolved or SegmentKind.NotStarted => "not counted",
            _ => throw new NotSupportedException($"No words for {kind}."),
        };

    // Where the clocks change in between, both sides name their zone.
    private static (string From, string To) Span(LedgerSegment segment, DateTimeZone zone)
    {
        var (from, to) = (segment.From.InZone(zone), segment.To.InZone(zone));
        return from.Offset != to.Offset ? (Say.AtWithZone(segment.From, zone), Say.AtWithZone(segment.To, zone))
            : from.Date == to.Date ? (Say.At(segment.From, zone), Say.TimeOfDay(segment.To, zone))
            : (Say.At(segment.From, zone), Say.At(segment.To, zone));
    }
}

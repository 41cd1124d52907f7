using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Wording;

namespace Rung.Core.History.Replaying;

/// <summary>What one guide's ledger of a life says, as far as the log goes.</summary>
/// <param name="Ledger">Null: no clock ran.</param>
internal sealed record SideLedger(VerdictDifference.Side Side, Ledger? Ledger)
{
    public string Name => Side.Name;

    public ClockReading Reading => Ledger!.Reading;

    /// <summary>What was allowed, used and left out, and how it came out.</summary>
    public string Text =>
        Ledger is null
            ? Side.Judged.Why ?? "no clock"
            : $"{LengthWords.Left(Reading.Total)} allowed, {LengthWords.Used(Reading.Used)} used{LeftOut()}, {Verdict()}";

    /// <summary>Elapsed time that this one counts and the other leaves out, for being of a kind.</summary>
    public Duration CountsWhile(SideLedger other, SegmentKind kind)
    {
        var total = Duration.Zero;
        foreach (var mine in Known(SegmentKind.Counted).Concat(Known(SegmentKind.Overdue)))
        {
            foreach (var (from, to) in other.Known(kind))
            {
                var common = Instant.Min(mine.To, to) - Instant.Max(mine.From, from);
                total += common > Duration.Zero ? common : Duration.Zero;
            }
        }
        return total;
    }

    // What is still to come when the log ends is no part of what it tells.
    private IEnumerable<(Instant From, Instant To)> Known(SegmentKind kind) =>
        Ledger!
            .Segments.Where(segment => segment.Kind == kind && segment.From < Side.End)
            .Select(segment => (segment.From, Instant.Min(segment.To, Side.End)));

    private string LeftOut()
    {
        var closed = Known(SegmentKind.Closed).Aggregate(Duration.Zero, (sum, one) => sum + (one.To - one.From));
        string[] parts =
        [
            .. closed > Duration.Zero ? [$"{LengthWords.Left(closed)} closed"] : Array.Empty<string>(),
            .. Ledger!.Withheld > Duration.Zero
                ? [$"{LengthWords.Left(Ledger.Withheld)} on hold"]
                : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "" : $" ({string.Join(" and ", parts)} left out)";
    }

    private string Verdict() =>
        Side.Judged.Outcome switch
        {
            Outcome.Met => $"met with {LengthWords.Left(Reading.Left)} left",
            Outcome.Late => $"late by {LengthWords.Used(-Reading.Left)}",
            Outcome.NeverDone => "overdue at the end of the log",
            Outcome.Running => "still running at the end of the log",
            _ => Side.Judged.Why ?? "not judged",
        };
}

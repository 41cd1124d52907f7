using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.History.Replaying;

/// <summary>Why one life came out differently under two guides, from their two ledgers.</summary>
public static class Difference
{
    /// <summary>A sentence for each guide and one that says where they part.</summary>
    public static string Why(Side one, Side other)
    {
        var (first, second) = (one.Account(), other.Account());
        return $"{one.Name}: {first.Text}. {other.Name}: {second.Text}. {Parting(one, first, other, second)}";
    }

    private static string Parting(Side one, Account first, Side other, Account second)
    {
        var reasons = new List<string>();
        if (first.Reading is null || second.Reading is null)
        {
            return "Only one of them has a clock for it.";
        }
        var (counts, goesOn) = first.Closed > second.Closed ? (one, other) : (other, one);
        var closed = Apart(first.Closed, second.Closed);
        if (closed > Duration.Zero)
        {
            reasons.Add($"{goesOn.Name} counts {LengthWords.Left(closed)} in which {counts.Name} is closed");
        }
        if (first.Paused == Duration.Zero != (second.Paused == Duration.Zero))
        {
            var (pauses, runs, length) =
                first.Paused > Duration.Zero ? (one, other, first.Paused) : (other, one, second.Paused);
            reasons.Add($"{runs.Name} counts {LengthWords.Left(length)} for which {pauses.Name} is on hold");
        }
        if (first.Reading.Total != second.Reading.Total)
        {
            var more = first.Reading.Total > second.Reading.Total ? one : other;
            reasons.Add(
                $"{more.Name} allows {LengthWords.Left(Apart(first.Reading.Total, second.Reading.Total))} more"
            );
        }
        if (first.Reading.Start != second.Reading.Start)
        {
            var later = first.Reading.Start > second.Reading.Start ? one : other;
            reasons.Add(
                $"{later.Name} begins {LengthWords.Left(Later(first.Reading.Start, second.Reading.Start))} later"
            );
        }
        return reasons.Count == 0
            ? "They part in how a day is counted."
            : $"They part because {string.Join(", and ", reasons)}.";
    }

    private static Duration Apart(Duration one, Duration other) => one > other ? one - other : other - one;

    private static Duration Later(Instant one, Instant other) => one > other ? one - other : other - one;

    /// <summary>One guide's side.</summary>
    /// <param name="Name">What the guide is called.</param>
    public sealed record Side(string Name, Guide Guide, Judged Judged, Instant End)
    {
        internal Account Account()
        {
            var ledger = Judged.Clock is { } clock
                ? LedgerWriter
                    .Write(Guide, Judged.Folded.State, End)
                    .FirstOrDefault(one => one.Reading.Target.Id == clock.Target.Id)
                : null;
            return ledger is null
                ? new Account(null, Judged.Why ?? "no clock", Duration.Zero, Duration.Zero)
                : Of(ledger);
        }

        private Account Of(Ledger ledger)
        {
            var closed = Sum(ledger, SegmentKind.Closed);
            var reading = ledger.Reading;
            var text =
                $"{LengthWords.Left(reading.Total)} allowed, {LengthWords.Used(reading.Used)} used{LeftOut(closed, ledger.Withheld)}, {Verdict(reading)}";
            return new Account(reading, text, closed, ledger.Withheld);
        }

        private static string LeftOut(Duration closed, Duration paused)
        {
            string[] parts =
            [
                .. closed > Duration.Zero ? [$"{LengthWords.Left(closed)} closed"] : Array.Empty<string>(),
                .. paused > Duration.Zero ? [$"{LengthWords.Left(paused)} on hold"] : Array.Empty<string>(),
            ];
            return parts.Length == 0 ? "" : $" ({string.Join(" and ", parts)} left out)";
        }

        private string Verdict(ClockReading reading) =>
            Judged.Outcome switch
            {
                Outcome.Met => $"met with {LengthWords.Left(reading.Left)} left",
                Outcome.Late => $"late by {LengthWords.Used(-reading.Left)}",
                Outcome.NeverDone => "overdue at the end of the log",
                Outcome.Running => "still running at the end of the log",
                _ => Judged.Why ?? "not judged",
            };

        private static Duration Sum(Ledger ledger, SegmentKind kind) =>
            ledger
                .Segments.Where(segment => segment.Kind == kind)
                .Aggregate(Duration.Zero, (sum, one) => sum + (one.To - one.From));
    }

    internal sealed record Account(ClockReading? Reading, string Text, Duration Closed, Duration Paused);
}

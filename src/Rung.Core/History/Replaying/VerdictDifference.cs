using NodaTime;
using NodaTime.Text;
using Rung.Core.Clocks;
using Rung.Core.Wording;

namespace Rung.Core.History.Replaying;

/// <summary>
/// Why one life came out differently under two guides, from their two ledgers: start, stop, allowance, pauses, what was
/// resolved and hours, in turn. Only what was found there is said, and what speaks for the other side as such.
/// </summary>
public static class VerdictDifference
{
    private static readonly OffsetDateTimePattern At = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mmo<Z+HH:mm>"
    );

    /// <summary>A sentence for each guide and one that says where they part.</summary>
    public static string Why(Side one, Side other)
    {
        var (first, second) = (one.Told(), other.Told());
        return $"{one.Name}: {first.Text}. {other.Name}: {second.Text}. {Parting(first, second)}";
    }

    private static string Parting(SideLedger first, SideLedger second)
    {
        if (first.Ledger is null || second.Ledger is null)
        {
            return "Only one of them has a clock for it.";
        }
        if (first.Side.Judged.Why is not null || second.Side.Judged.Why is not null)
        {
            return "Only one of them can be judged.";
        }
        Reason[] reasons =
        [
            .. Start(first, second),
            .. Stop(first, second),
            .. Allowance(first, second),
            .. Counts(first, second, SegmentKind.Paused, "is on hold"),
            .. Counts(first, second, SegmentKind.Resolved, "takes it as resolved"),
            .. Counts(first, second, SegmentKind.Closed, "is closed"),
        ];
        return reasons.Length == 0 ? Unknown(first, second) : Weighed(reasons, Better(first, second));
    }

    private static string Weighed(Reason[] reasons, SideLedger? better)
    {
        var because = Joined(reasons.Where(one => better is null || one.Favours == better));
        var although = Joined(reasons.Where(one => better is not null && one.Favours != better));
        return (because.Length, although.Length) switch
        {
            (_, 0) => $"They part because {because}.",
            (0, _) =>
                $"They part although {although}; what outweighs it is not in start, stop, allowance, pauses and hours.",
            _ => $"They part because {because}, although {although}.",
        };
    }

    private static string Joined(IEnumerable<Reason> reasons) => string.Join(", and ", reasons.Select(one => one.Text));

    /// <returns>Null: neither came out better.</returns>
    private static SideLedger? Better(SideLedger one, SideLedger other) =>
        Rank(one).CompareTo(Rank(other)) switch
        {
            > 0 => one,
            < 0 => other,
            _ => null,
        };

    private static int Rank(SideLedger ledger) =>
        ledger.Side.Judged.Outcome switch
        {
            Outcome.Met => 3,
            Outcome.Running => 2,
            Outcome.Late => 1,
            _ => 0,
        };

    private static IEnumerable<Reason> Start(SideLedger one, SideLedger other)
    {
        var (first, second) = (one.Reading.Start, other.Reading.Start);
        if (first != second)
        {
            var late = first > second ? one : other;
            yield return new($"{late.Name} begins {LengthWords.Left(Apart(first, second))} later", late);
        }
    }

    private static IEnumerable<Reason> Stop(SideLedger one, SideLedger other)
    {
        var (first, second) = (one.Reading.StoppedAt, other.Reading.StoppedAt);
        if (first is { } early && second is { } late && early != late)
        {
            var (longer, shorter) = early > late ? (one, other) : (other, one);
            yield return new($"{longer.Name} stops {LengthWords.Left(Apart(early, late))} later", shorter);
        }
        else if (first is null != second is null)
        {
            var (stops, goesOn) = first is null ? (other, one) : (one, other);
            var at = At.Format(stops.Reading.StoppedAt!.Value.WithOffset(Offset.Zero));
            yield return new($"{stops.Name} stops at {at} and {goesOn.Name} does not", stops);
        }
    }

    private static IEnumerable<Reason> Allowance(SideLedger one, SideLedger other)
    {
        var (first, second) = (one.Reading.Total, other.Reading.Total);
        if (first != second)
        {
            var (more, less) = first > second ? (one, other) : (other, one);
            var (high, low) = (more.Side.Judged.Priority, less.Side.Judged.Priority);
            var priorities = high == low ? "" : $", for {high} against {low}";
            yield return new($"{more.Name} allows {LengthWords.Left(Apart(first, second))} more{priorities}", more);
        }
    }

    private static IEnumerable<Reason> Counts(SideLedger one, SideLedger other, SegmentKind kind, string doesNot) =>
        Counted(one, other, kind, doesNot).Concat(Counted(other, one, kind, doesNot));

    private static IEnumerable<Reason> Counted(
        SideLedger counts,
        SideLedger leavesOut,
        SegmentKind kind,
        string doesNot
    )
    {
        var length = counts.CountsWhile(leavesOut, kind);
        if (length > Duration.Zero)
        {
            yield return new(
                $"{counts.Name} counts {LengthWords.Left(length)} in which {leavesOut.Name} {doesNot}",
                leavesOut
            );
        }
    }

    private static string Unknown(SideLedger one, SideLedger other) =>
        one.Reading.Due is { } first && other.Reading.Due is { } second && first != second
            ? $"They start, stop and count alike; {(first > second ? one : other).Name} is due {LengthWords.Left(Apart(first, second))} later."
            : "Their ledgers are alike in start, stop, allowance, pauses and hours; why they part is not known.";

    private static Duration Apart(Duration one, Duration other) => one > other ? one - other : other - one;

    private static Duration Apart(Instant one, Instant other) => one > other ? one - other : other - one;

    /// <param name="Favours">The side that it lets come out better.</param>
    private sealed record Reason(string Text, SideLedger Favours);

    /// <summary>One guide's side.</summary>
    /// <param name="Name">What the guide is called, differently from the other.</param>
    public sealed record Side(string Name, Guides.Guide Guide, Judged Judged, Instant End)
    {
        internal SideLedger Told()
        {
            var ledger = Judged.Clock is { } clock
                ? LedgerWriter
                    .Write(Guide, Judged.Folded.State, End)
                    .FirstOrDefault(one => one.Reading.Target.Id == clock.Target.Id)
                : null;
            return new SideLedger(this, ledger);
        }
    }
}

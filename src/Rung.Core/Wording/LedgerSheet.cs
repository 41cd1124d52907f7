using NodaTime;
using Rung.Core.Clocks;

namespace Rung.Core.Wording;

/// <summary>
/// A ledger in whole minutes that add up; command line, API and pages show the same. No segment is rounded by itself: the
/// time used so far is rounded up and what a pause withheld so far is rounded down (semantics 42), and a row shows by how
/// much that grew. So the rows add up to the sums, and what was counted and what is to come to the allowance.
/// </summary>
/// <param name="Rows">Every segment, in order.</param>
/// <param name="Sums">"counted", "to come", "of", "over" and "paused" with their amounts; those that are zero are left out,
/// but for what was counted and the allowance.</param>
public sealed record LedgerSheet(IReadOnlyList<LedgerRow> Rows, IReadOnlyList<LedgerSum> Sums)
{
    /// <param name="ledger">The exact one.</param>
    /// <param name="zone">The desk's.</param>
    public static LedgerSheet Of(Ledger ledger, DateTimeZone zone)
    {
        var amounts = Amounts(ledger.Segments);
        return new LedgerSheet(
            [
                .. ledger.Segments.Zip(
                    amounts,
                    (segment, minutes) => LedgerRow.Of(segment, Words(segment, minutes), zone)
                ),
            ],
            [.. SumsOf(ledger, amounts)]
        );
    }

    private static List<long> Amounts(IReadOnlyList<LedgerSegment> segments)
    {
        var (used, withheld) = (Duration.Zero, Duration.Zero);
        var minutes = new List<long>(segments.Count);
        foreach (var segment in segments)
        {
            var before = LengthWords.Up(used) + LengthWords.Down(withheld);
            (used, withheld) = (used + segment.Amount, withheld + segment.Withheld);
            minutes.Add(LengthWords.Up(used) + LengthWords.Down(withheld) - before);
        }
        return minutes;
    }

    private static string Words(LedgerSegment segment, long minutes) =>
        segment.Kind is SegmentKind.Closed or SegmentKind.Resolved or SegmentKind.NotStarted
            ? ""
            : LengthWords.Of(minutes, segment.Amount + segment.Withheld);

    private static IEnumerable<LedgerSum> SumsOf(Ledger ledger, List<long> amounts)
    {
        long Shown(SegmentKind kind) =>
            ledger.Segments.Zip(amounts).Where(pair => pair.First.Kind == kind).Sum(pair => pair.Second);
        LedgerSum Sum(SegmentKind kind, Duration exact) =>
            new(LedgerRow.Word(kind), LengthWords.Of(Shown(kind), exact));

        yield return Sum(SegmentKind.Counted, ledger.Counted);
        if (ledger.ToCome > Duration.Zero)
        {
            yield return Sum(SegmentKind.ToCome, ledger.ToCome);
        }
        yield return new("of", LengthWords.Used(ledger.Reading.Total));
        if (ledger.Overdue > Duration.Zero)
        {
            yield return Sum(SegmentKind.Overdue, ledger.Overdue);
        }
        if (ledger.Withheld > Duration.Zero)
        {
            yield return Sum(SegmentKind.Paused, ledger.Withheld);
        }
    }
}

/// <summary>One of a ledger's sums.</summary>
/// <param name="Name">"counted", "of".</param>
/// <param name="Amount">"15 h 29 min".</param>
public sealed record LedgerSum(string Name, string Amount);

using System.Globalization;
using Rung.Core.Cases;
using Rung.Core.Clocks;

namespace Rung.Bench.Fold;

/// <summary>How fast a case is folded: its state and all its clocks, from events, guide and time.</summary>
internal static class FoldBench
{
    // Short batches: on a busy machine the median is then that of undisturbed ones.
    private const int Folds = 20;
    private const double PromisedMicros = 10;

    public static Task Run(Report report, Sizes sizes)
    {
        Report.Chapter("Folding a case of 50 events with 5 clocks, without ledger: median µs, one thread, warmed");
        var busy = BusyCase.Make();
        var clocks = ClockReader.Read(busy.Guide, CaseState.Of(busy.History), busy.Now).Count;
        if (busy.History.Count != BusyCase.Events || clocks != BusyCase.Clocks)
        {
            throw new InvalidOperationException($"It has {busy.History.Count} events and {clocks} clocks.");
        }
        var whole = Sample.Of("whole", Folds, () => Repeat(() => Fold(busy)), sizes.Warm);
        var state = Sample.Of("state", Folds, () => Repeat(() => CaseState.Of(busy.History).Version()), sizes.Warm);
        report.Add(
            new Figure("fold", whole.Median / 1e3, "µs")
            {
                AtMost = PromisedMicros,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"least {whole.Least / 1e3:F1}, most {whole.Most / 1e3:F1}; {state.Median / 1e3:F1} µs of it the state, the rest the clocks; {whole.BytesPerOperation / 1024:F1} KiB allocated"
                ),
            }
        );
        return Task.CompletedTask;
    }

    private static long Fold(BusyCase busy)
    {
        var state = CaseState.Of(busy.History);
        return ClockReader.Read(busy.Guide, state, busy.Now).Count;
    }

    private static int Version(this CaseState state) => state.Attempts.Count;

    private static long Repeat(Func<long> fold)
    {
        var sum = 0L;
        for (var i = 0; i < Folds; i++)
        {
            sum += fold();
        }
        return sum;
    }
}

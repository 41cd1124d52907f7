using System.Diagnostics;

namespace Rung.Bench;

/// <summary>Nanoseconds per operation over many samples, and what one operation allocated.</summary>
public sealed record Sample(string Name, double Least, double Median, double Most, double BytesPerOperation)
{
    private const int Rounds = 60;

    /// <summary>
    /// Runs <paramref name="batch"/>, which performs <paramref name="operations"/> and returns something that depends on
    /// all of them, until it is warm, then often enough for a median.
    /// </summary>
    /// <param name="warm">Seconds for which it is run before it is measured.</param>
    public static Sample Of(string name, int operations, Func<long> batch, int warm)
    {
        Warm(batch, warm);
        var nanos = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Sink = batch();
            nanos[i] = (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / operations;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(nanos);
        return new Sample(name, nanos[0], nanos[Rounds / 2], nanos[^1], (double)bytes / Rounds / operations);
    }

    private static long Sink { get; set; }

    // Tiered compilation needs some calls and then a moment, longer on a busy machine, before the optimised code is in place.
    private static void Warm(Func<long> batch, int seconds)
    {
        for (var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < until; )
        {
            Sink = batch();
        }
    }
}

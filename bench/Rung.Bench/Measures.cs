using System.Diagnostics;

namespace Rung.Bench;

/// <summary>Durations of many like things.</summary>
public sealed class Measures
{
    private readonly List<double> _millis = [];

    public int Count => _millis.Count;

    public double Most => At(1);

    public void Add(double millis) => _millis.Add(millis);

    /// <summary>Runs it and keeps how long it took.</summary>
    public async Task Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>The value that this part of them does not exceed.</summary>
    public double At(double part)
    {
        var sorted = _millis.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}

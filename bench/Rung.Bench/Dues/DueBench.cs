using System.Globalization;
using NodaTime;
using Rung.Storage;

namespace Rung.Bench.Dues;

/// <summary>How late what falls due is handled, while many more dues are pending; never early.</summary>
internal static class DueBench
{
    private const double PromisedLateness = 2_000;
    private const string Handled =
        "SELECT at, recorded_at FROM events WHERE type = 'target-missed' AND at >= @from ORDER BY at";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            $"The due loop: {sizes.Dues:N0} pending dues, {sizes.Falling:N0} of them fall due within one second"
        );
        using var folder = new TemporaryFolder();
        await using (var desk = await BenchDesk.Open(folder.Path, PendingDues.Begins))
        {
            var pending = await PendingDues.Make(desk, sizes);
            Report.Say($"{pending:N0} dues are pending");
        }
        await using var running = await BenchDesk.Open(folder.Path, PendingDues.FallFrom - Duration.FromSeconds(3));
        await running.Start();
        var handled = await Wait(running.Database, Handled, sizes.Falling);
        Add(report, [.. handled.Select(one => one.Recorded - one.Due)]);
    }

    internal static async Task<IReadOnlyList<Entered>> Wait(RungDatabase database, string sql, int expected)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var started = TimeProvider.System.GetTimestamp();
        while (await ticks.WaitForNextTickAsync())
        {
            var entered = await database.Read(session =>
                session.List(
                    sql,
                    row => new Entered(Micros.ToInstant(row.Number(0)), Micros.ToInstant(row.Number(1))),
                    ("from", Micros.Of(PendingDues.FallFrom))
                )
            );
            if (entered.Count >= expected)
            {
                return entered;
            }
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"Only {entered.Count} of {expected} dues were handled.");
            }
        }
        return [];
    }

    /// <summary>When something was due, and when it was entered.</summary>
    internal sealed record Entered(Instant Due, Instant Recorded);

    private static void Add(Report report, List<Duration> late)
    {
        var times = new Measures();
        late.ForEach(one => times.Add(one.TotalMilliseconds));
        report.Add(
            new Figure("lateness, p99", times.At(0.99), "ms")
            {
                AtMost = PromisedLateness,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"p50 {times.At(0.5):F0}, most {times.Most:F0}: the loop looks every 200 ms, then cases are folded again and committed some at a time"
                ),
            }
        );
        report.Add(
            new Figure("handled early", late.Count(one => one < Duration.Zero), "")
            {
                AtMost = 0,
                Between =
                    $"{late.Count:N0} handled; the earliest {late.Min().TotalMilliseconds:F1} ms after it was due",
            }
        );
    }
}

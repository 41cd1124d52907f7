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
        Add(report, await Wait(running.Database, sizes.Falling));
    }

    private static async Task<List<Duration>> Wait(RungDatabase database, int expected)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var started = TimeProvider.System.GetTimestamp();
        while (await ticks.WaitForNextTickAsync())
        {
            var late = await database.Read(session =>
                session.List(
                    Handled,
                    row => Micros.ToInstant(row.Number(1)) - Micros.ToInstant(row.Number(0)),
                    ("from", Micros.Of(PendingDues.FallFrom))
                )
            );
            if (late.Count >= expected)
            {
                return late;
            }
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"Only {late.Count} of {expected} dues were handled.");
            }
        }
        return [];
    }

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

using System.Globalization;
using NodaTime;
using Rung.Storage;

namespace Rung.Bench.Dues;

/// <summary>How late what falls due is handled, while many more dues are pending; never early.</summary>
internal static class DueBench
{
    private const double PromisedLateness = 2_000;
    private const string Handled = """
        SELECT at, recorded_at, reference FROM events JOIN cases ON cases.id = case_id
        WHERE type = 'target-missed' AND at >= @from ORDER BY at
        """;
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
        var commits = new CommitTimes(running);
        await running.Start();
        var handled = await Wait(running.Database, Handled, sizes.Falling, commits);
        Add(report, [.. handled.Select(one => one with { Committed = At(commits, one)!.Value })]);
    }

    /// <param name="commits">What is to have heard of all their commits too; null: nothing.</param>
    internal static async Task<IReadOnlyList<Entered>> Wait(
        RungDatabase database,
        string sql,
        int expected,
        CommitTimes? commits = null
    )
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var started = TimeProvider.System.GetTimestamp();
        while (await ticks.WaitForNextTickAsync())
        {
            var entered = await database.Read(session =>
                session.List(
                    sql,
                    row => new Entered(Micros.ToInstant(row.Number(0)), Micros.ToInstant(row.Number(1)), row.Text(2)),
                    ("from", Micros.Of(PendingDues.FallFrom))
                )
            );
            if (entered.Count >= expected && (commits is null || entered.All(one => At(commits, one) is not null)))
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

    private static Instant? At(CommitTimes commits, Entered one) => commits.After(one.Reference, one.Recorded);

    /// <summary>When something was due, and when it was decided.</summary>
    internal sealed record Entered(Instant Due, Instant Recorded, string Reference)
    {
        /// <summary>When that was on disk.</summary>
        public Instant Committed { get; init; }
    }

    private static void Add(Report report, List<Entered> handled)
    {
        var times = new Measures();
        handled.ForEach(one => times.Add((one.Committed - one.Due).TotalMilliseconds));
        var decided = handled.ConvertAll(one => one.Recorded - one.Due);
        report.Add(
            new Figure("lateness, p99", times.At(0.99), "ms")
            {
                AtMost = PromisedLateness,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"p50 {times.At(0.5):F0}, most {times.Most:F0}: from the due to the commit; the loop looks every 200 ms, then cases are folded again and up to 50 committed together"
                ),
            }
        );
        report.Add(
            new Figure("handled early", decided.Count(one => one < Duration.Zero), "")
            {
                AtMost = 0,
                Between =
                    $"{decided.Count:N0} handled; the earliest decided {decided.Min().TotalMilliseconds:F1} ms after it was due",
            }
        );
    }
}

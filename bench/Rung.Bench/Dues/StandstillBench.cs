using System.Globalization;
using NodaTime;
using Rung.Storage;

namespace Rung.Bench.Dues;

/// <summary>A server that was down for an hour while the targets of many cases ran out: how soon all that is entered.</summary>
internal static class StandstillBench
{
    private const double PromisedSeconds = 30;
    private const string Handled =
        "SELECT at, recorded_at, '' FROM events WHERE type = 'target-missed' AND at >= @from ORDER BY recorded_at";
    private const string Mails = "SELECT COUNT(*) FROM outbox";

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            $"After a standstill of an hour: {sizes.Overdue:N0} open cases, each with a target that ran out"
        );
        using var folder = new TemporaryFolder();
        await using (var desk = await BenchDesk.Open(folder.Path, PendingDues.Begins))
        {
            await PendingDues.Make(desk, sizes with { Dues = 1, Falling = sizes.Overdue });
        }
        var back = PendingDues.FallFrom + Duration.FromHours(1);
        await using var running = await BenchDesk.Open(folder.Path, back);
        var before = await Count(running.Database);
        await running.Start();
        var entered = await DueBench.Wait(running.Database, Handled, sizes.Overdue);
        var seconds = entered.Max(one => one.Recorded - back).TotalSeconds;
        var mails = await Count(running.Database) - before;
        report.Add(
            new Figure("all entered after", seconds, "s")
            {
                AtMost = PromisedSeconds,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"since the start of the process, {entered.Count / seconds:F0} cases a second; each bears its due time and when it was entered"
                ),
            }
        );
        report.Add(
            new Figure("mails to customers", mails, "")
            {
                AtMost = 0,
                Between = "a target that ran out is told to the desk",
            }
        );
    }

    private static Task<long> Count(RungDatabase database) =>
        database.Read(async session =>
            await session.First(Mails, row => new Counted(row.Number(0))) is { } all ? all.Number : 0
        );

    private sealed record Counted(long Number);
}

using System.Diagnostics;
using Rung.Mail.Tests.Reading;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Bench.Mail;

/// <summary>What a mail of 50 MB costs that is made to be heavy: how much more memory the process takes, and for how long. S41</summary>
internal static class HostileMailBench
{
    private const double PromisedMemory = 200;
    private const double PromisedSeconds = 5;

    public static async Task Run(Report report)
    {
        foreach (var name in Giants.Names)
        {
            var (memory, seconds) = await Measure(Giants.Message(name));
            report.Add(
                new Figure($"50 MB, {name}: memory", memory, "MB")
                {
                    AtMost = PromisedMemory,
                    Between = "the message once in the runtime and once in SQLite, and what is read of it",
                }
            );
            report.Add(
                new Figure($"50 MB, {name}: handled after", seconds, "s")
                {
                    AtMost = PromisedSeconds,
                    Between = "from the start of the pipe's program, which reads it as well",
                }
            );
        }
    }

    private static async Task<(double Memory, double Seconds)> Measure(byte[] message)
    {
        using var folder = new TemporaryFolder();
        using var desk = await ServedProcess.Start(folder.Path);
        await using var database = SqliteDatabase.Open(BenchDesk.FileIn(folder.Path));
        for (var number = 1; number <= MailSample.Warm; number++)
        {
            await MailSample.Deliver(folder.Path, $"Warm {number}");
            await Handled(database, number);
        }
        var before = desk.Resident();
        desk.ForgetPeak();
        var started = Stopwatch.GetTimestamp();
        await MailSample.Deliver(folder.Path, message);
        await Handled(database, MailSample.Warm + 1);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return ((desk.Peak() - before) / 1e6, seconds);
    }

    private static async Task Handled(RungDatabase database, int count)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (
            await database.Read(session =>
                session.Number("SELECT COUNT(*) FROM inbound WHERE state IN ('Unlogged', 'LeftAlone', 'SetAside')")
            ) < count
        )
        {
            await ticks.WaitForNextTickAsync();
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Rung.Bench.Clock;

/// <summary>How long `rung clock compute` takes for so many lines, the start of the process included.</summary>
public static class ClockLinesBench
{
    private const double PromisedSeconds = 2;

    private const string Calendar =
        """{"zone":"Europe/London","week":{"mon":[["08:00","18:00"]],"tue":[["08:00","18:00"]],"wed":[["08:00","18:00"]],"thu":[["08:00","18:00"]],"fri":[["08:00","18:00"]]},"holidays":["2026-12-25","2026-12-28"]}""";

    private static readonly string[] Operations = ["add", "between", "next-open", "is-open"];

    /// <summary>Measures and prints.</summary>
    public static Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            $"rung clock compute: {Many(sizes)} lines that share a calendar, the start of the process included"
        );
        var program = RungProgram.File;
        var input = Encoding.UTF8.GetBytes(Questions(sizes.Lines));
        _ = Time(program, [], 0);
        var starts = Enumerable.Range(0, sizes.Rounds).Select(_ => Time(program, [], 0)).Order().ToArray();
        var seconds = Enumerable
            .Range(0, sizes.Rounds)
            .Select(_ => Time(program, input, sizes.Lines))
            .Order()
            .ToArray();
        report.Add(
            new Figure($"{Many(sizes)} lines", seconds[seconds.Length / 2], "s")
            {
                AtMost = PromisedSeconds,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"least {seconds[0]:F2}, most {seconds[^1]:F2}; without lines, which is the runtime's start, {starts[starts.Length / 2]:F2} s; the rest is JSON"
                ),
            }
        );
        return Task.CompletedTask;
    }

    private static string Many(Sizes sizes) => sizes.Lines.ToString("N0", CultureInfo.InvariantCulture);

    private static string Questions(int lines)
    {
        var random = new Random(7);
        string At() =>
            InstantPattern.ExtendedIso.Format(
                Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromSeconds(random.Next(3 * 365 * 86_400))
            );
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{"id":"{{i}}","calendar":{{Calendar}},"op":"{{Operations[i % 4]}}","start":"{{At()}}","end":"{{At()}}","amount":"PT{{random.Next(200)}}H{{random.Next(60)}}M"}"""
            );
            text.Append('\n');
        }

        return text.ToString();
    }

    private static double Time(string program, byte[] input, int lines)
    {
        var start = new ProcessStartInfo("dotnet", [program, "clock", "compute"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var answers = Task.Run(process.StandardOutput.ReadToEnd);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var count = answers.GetAwaiter().GetResult().Count(letter => letter == '\n');
        process.WaitForExit();
        return count == lines ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{count} answers");
    }
}

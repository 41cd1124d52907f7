using System.Diagnostics;
using System.Globalization;
using Rung.Server.Desk;
using Rung.Server.Workers;

namespace Rung.Bench.Lists;

/// <summary>How long the large desk takes to start, as a process of its own: until it is ready, and until its queue is there.</summary>
internal static class LargeStart
{
    public const string Verb = "serve";

    private const double Promised = 3;
    private const int MostRounds = 5;

    /// <summary>The process that is measured: serves the folder at the large desk's date until nobody holds its input.</summary>
    public static async Task Serve(string folder)
    {
        await using var desk = await BenchDesk.Open(folder, LargeDesk.Now);
        await desk.Start();
        Console.WriteLine(desk.Address);
        await Console.In.ReadToEndAsync();
    }

    public static async Task Run(Report report, string folder, Sizes sizes)
    {
        await Upgrade(folder);
        var (ready, queue) = (new Measures(), new Measures());
        for (var round = 0; round < Math.Min(sizes.Rounds, MostRounds); round++)
        {
            var (one, other) = await Begin(folder);
            ready.Add(one.TotalSeconds);
            queue.Add(other.TotalSeconds);
        }
        report.Add(
            new Figure("start of this desk to ready", ready.At(0.5), "s")
            {
                AtMost = Promised,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"most {ready.Most:F2}; the first page of its queue came {queue.At(0.5):F2} s after the start; the file was in the system's memory; no case is read for a start, so that it is the runtime, the guides and the page's code"
                ),
            }
        );
    }

    // What a start after an upgrade writes anew, while the desk is at work, belongs to none of the others.
    private static async Task Upgrade(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        await using var desk = await BenchDesk.Open(folder, LargeDesk.Now);
        await desk.Start();
        while (await desk.Database.Settings.Find(OpenCasesAnew.Setting) is not { } known || !IsPresent(known))
        {
            await Task.Delay(20);
        }
        Report.Say(
            $"first start: all that is kept is written after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"
        );
    }

    private static bool IsPresent(string known) => known.Contains(KeptBesideEvents.Names, StringComparison.Ordinal);

    private static async Task<(TimeSpan Ready, TimeSpan Queue)> Begin(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        string[] arguments = [typeof(LargeStart).Assembly.Location, Verb, folder];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        var address = await process.StandardOutput.ReadLineAsync();
        using var client = new HttpClient { BaseAddress = new Uri(address!) };
        client.DefaultRequestHeaders.Add("Rung-Actor", "Engineer 7");
        await client.GetStringAsync("/healthz/ready");
        var ready = Stopwatch.GetElapsedTime(started);
        await client.GetStringAsync($"/{BenchDesk.Id}/queue");
        var queue = Stopwatch.GetElapsedTime(started);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (ready, queue);
    }
}

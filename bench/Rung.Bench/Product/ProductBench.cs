using System.Globalization;

namespace Rung.Bench.Product;

/// <summary>The product as a user starts it: how long until the first page, and how much memory after it was used.</summary>
internal static class ProductBench
{
    private const double PromisedStart = 3;
    private const double PromisedMemory = 200;
    private const int Uses = 40;

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter("The demo as a process of its own: from its start to the first page, and its memory after use");
        var starts = new Measures();
        var (used, most) = (0.0, 0.0);
        for (var round = 0; round < Math.Min(sizes.Rounds, 5); round++)
        {
            await using var demo = RunningDemo.Begin();
            starts.Add((await demo.FirstPage()).TotalSeconds);
            if (round == 0)
            {
                await demo.Use(Uses);
                (used, most) = demo.MemoryMiB();
            }
        }
        report.Add(
            new Figure("start to first page", starts.At(0.5), "s")
            {
                AtMost = PromisedStart,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"most {starts.Most:F2}: runtime, two guides with calendars, three months of cases in a new database, the page's code compiled"
                ),
            }
        );
        report.Add(
            new Figure("memory after use", used, "MiB")
            {
                AtMost = PromisedMemory,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"resident; {most:F0} at most on the way; {Uses} rounds through queue, cases, ledgers, search, guide and a new case"
                ),
            }
        );
    }
}

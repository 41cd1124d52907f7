using System.Globalization;
using System.Text.Json.Nodes;

namespace Rung.Bench.Lists;

/// <summary>How long lists take on a desk with many cases, over HTTP, first time of each question included.</summary>
internal static class ListsBench
{
    private const double PromisedPage = 50;
    private const double PromisedText = 300;

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            $"Lists with {sizes.Open:N0} open and {sizes.Closed:N0} closed cases, over HTTP: p95 of {sizes.Asked} different requests each"
        );
        using var temporary = new TemporaryFolder();
        var folder = sizes.Keep is { } keep ? Directory.CreateDirectory(keep).FullName : temporary.Of("large");
        await LargeDesk.Make(folder, sizes);
        await LargeStart.Run(report, folder, sizes);
        await using var desk = await BenchDesk.Open(folder, LargeDesk.Now);
        await desk.Start();
        using var client = new HttpClient { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Add("Rung-Actor", "Engineer 7");
        foreach (var question in Questions.All(new CaseMaker(desk.Guide, sizes), sizes))
        {
            report.Add(await Ask(client, question, sizes));
        }
    }

    /// <summary>The 95th percentile of many such requests.</summary>
    internal static async Task<Figure> Ask(HttpClient client, Question question, Sizes sizes)
    {
        var (times, random, found) = (new Measures(), new Random(7), 0);
        string? next = null;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < sizes.Asked; i++)
        {
            var path = next ?? question.Path(random);
            await times.Time(async () =>
            {
                using var answer = await client.GetAsync(path);
                var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                found += Rows(text);
                next = question.IsWalked ? Next(answer) : null;
            });
        }
        var used = (Environment.CpuUsage.TotalTime - before) / sizes.Asked;
        return new Figure(question.Name, times.At(0.95), "ms")
        {
            AtMost = question.IsText ? PromisedText : PromisedPage,
            Between = string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {times.At(0.5):F1}, most {times.Most:F1}; {used.TotalMilliseconds:F1} ms of processor time each, the asking included; {(double)found / sizes.Asked:F1} rows an answer"
            ),
        };
    }

    private static int Rows(string text) =>
        text.StartsWith('{')
            ? JsonNode.Parse(text)!.AsObject().Select(field => field.Value).OfType<JsonArray>().Sum(rows => rows.Count)
            : text.Split("<tr").Length - 1;

    // The address in the header Link, between its angle brackets.
    private static string? Next(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) ? links.First()[1..links.First().IndexOf('>')] : null;
}

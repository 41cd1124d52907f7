using System.Text;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Scenarios;
using Rung.Core.Scenarios.Reading;
using Rung.Core.Scenarios.Running;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>Reads and runs scenarios as <c>rung guide test</c> does.</summary>
internal static class ScenarioFiles
{
    private static readonly Dictionary<string, Guide> Guides = [];

    public static string Shipped { get; } = Path.Combine(GuideFiles.Root, "guides", "scenarios");

    public static string Examples { get; } = Path.Combine(GuideFiles.Root, "docs", "examples", "scenarios");

    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Shipped, $"{name}.yaml"));

    public static ScenarioResult Run(string path) => Run(path, File.ReadAllText(path));

    /// <summary>Runs a text as if it stood in the file of that path.</summary>
    public static ScenarioResult Run(string path, string text)
    {
        var reading = Read(path, text);
        Assert.True(reading.Scenario is not null, $"{path}\n{string.Join('\n', Problems(reading))}");
        return ScenarioRunner.Run(GuideOf(path, text), reading.Scenario);
    }

    public static ScenarioReading Read(string path, string text) =>
        ScenarioReader.Read(path, Encoding.UTF8.GetBytes(text), GuideOf(path, text));

    public static IEnumerable<string> Problems(ScenarioReading reading) =>
        reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code.Text()}");

    public static string Told(ScenarioResult result) =>
        result.Failure is not { } failure
            ? ""
            : $"{result.Scenario.Path}:{failure.Line} step {failure.Number}: {failure.Doing}\n"
                + string.Concat(
                    failure.Mismatches.Select(wrong =>
                        $"  {wrong.Line} {wrong.What}: expected {wrong.Expected}, was {wrong.Actual}\n"
                    )
                )
                + failure.Explanation;

    private static Guide GuideOf(string path, string text)
    {
        var named = ScenarioReader.Guide(Encoding.UTF8.GetBytes(text)).Guide!;
        var guide = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, named));
        lock (Guides)
        {
            return Guides.TryGetValue(guide, out var known) ? known : Guides[guide] = GuideFiles.Read(guide).Guide!;
        }
    }
}

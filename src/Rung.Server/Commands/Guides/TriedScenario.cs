using Rung.Core.Guides.Reading;
using Rung.Core.Scenarios.Reading;
using Rung.Core.Scenarios.Running;

namespace Rung.Server.Commands.Guides;

/// <summary>A scenario that was to be tried, and what came of it.</summary>
/// <param name="Missing">Why it could not be tried on this machine; null: it could.</param>
/// <param name="Unreadable">File and problems that stand in its way: its own or its guide's; null: none do.</param>
internal sealed record TriedScenario(
    string File,
    string? Missing,
    (string File, IReadOnlyList<GuideProblem> Problems)? Unreadable,
    ScenarioResult? Result
)
{
    public ScenarioOutcome Outcome => Result?.Outcome ?? ScenarioOutcome.Failed;

    /// <param name="guides">Reads a guide; the same one is asked for again and again.</param>
    public static TriedScenario Of(string file, Func<string, GuideReading> guides)
    {
        try
        {
            var bytes = GuideFile.Bytes(file);
            return ScenarioFiles.GuideOf(file) is { } guide
                ? Of(file, bytes, guides(guide))
                : Stopped(file, file, ScenarioReader.Guide(bytes).Problems);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new TriedScenario(file, wrong.Message, null, null);
        }
    }

    private static TriedScenario Of(string file, byte[] bytes, GuideReading guide)
    {
        if (guide.Guide is not { } about)
        {
            return Stopped(file, guide.Path, [.. guide.Problems.Where(problem => problem.Severity == Severity.Error)]);
        }
        var reading = ScenarioReader.Read(file, bytes, about);
        return reading.Scenario is { } scenario
            ? new TriedScenario(file, null, null, ScenarioRunner.Run(about, scenario))
            : Stopped(file, file, reading.Problems);
    }

    private static TriedScenario Stopped(string file, string at, IReadOnlyList<GuideProblem> problems) =>
        new(file, null, (at, problems), null);
}

using Rung.Core.Guides.Reading;
using Rung.Core.Scenarios.Running;

namespace Rung.Server.Commands.Guides;

/// <summary>Says how scenarios ended: a line for each, and for one that failed everything that helps to see why.</summary>
internal sealed class TestReport(Paint paint)
{
    public void Print(TriedScenario tried)
    {
        var word = tried.Outcome switch
        {
            ScenarioOutcome.Passed => "passed ",
            ScenarioOutcome.Waiting => paint.Of(Severity.Warning, "waiting"),
            _ => paint.Of(Severity.Error, "failed "),
        };
        paint.Writer.WriteLine($"{word}  {tried.File}{Title(tried)}");
        if (tried.Missing is not null)
        {
            paint.Writer.WriteLine($"  not read: {tried.Missing}");
        }
        foreach (var problem in tried.Unreadable?.Problems ?? [])
        {
            paint.Writer.WriteLine(
                $"  {tried.Unreadable!.Value.File}:{problem.Line}:{problem.Column}  {problem.Code.Text()}  {problem.What} — {problem.Mend}"
            );
        }
        Print(tried.File, tried.Result);
    }

    public void Sum(IReadOnlyList<TriedScenario> all)
    {
        int Count(ScenarioOutcome outcome) => all.Count(one => one.Outcome == outcome);
        paint.Writer.WriteLine(
            $"{Count(ScenarioOutcome.Passed)} passed, {Count(ScenarioOutcome.Failed)} failed, {Count(ScenarioOutcome.Waiting)} waiting"
        );
    }

    private static string Title(TriedScenario tried) =>
        tried.Result is not { } result ? ""
        : result.Waits.Count == 0 ? $"  {result.Scenario.Title}"
        : $"  {result.Scenario.Title} (waits for: {string.Join("; ", result.Waits)})";

    private void Print(string file, ScenarioResult? result)
    {
        if (result?.Failure is not { } failure)
        {
            return;
        }
        paint.Writer.WriteLine(
            $"  {file}:{failure.Line}  step {failure.Number} of {result.Scenario.StepCount}: {failure.Doing}"
        );
        foreach (var wrong in failure.Mismatches)
        {
            paint.Writer.WriteLine($"  line {wrong.Line}, {wrong.What}");
            paint.Writer.WriteLine($"    expected  {Indented(wrong.Expected)}");
            paint.Writer.WriteLine($"    actual    {paint.Of(Severity.Error, Indented(wrong.Actual))}");
        }
        foreach (var line in failure.Explanation.TrimEnd('\n').Split('\n'))
        {
            paint.Writer.WriteLine(paint.Faint($"  | {line}"));
        }
    }

    private static string Indented(string text) => text.Replace("\n", "\n              ", StringComparison.Ordinal);
}

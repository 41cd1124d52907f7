namespace Rung.Core.Scenarios.Running;

/// <summary>How a scenario ended.</summary>
/// <param name="Failure">The first step that did not hold; null: none.</param>
/// <param name="Waits">What it waits for, once each; empty: nothing.</param>
public sealed record ScenarioResult(Scenario Scenario, ScenarioFailure? Failure, IReadOnlyList<string> Waits)
{
    /// <summary>A step that fails counts before what is waited for.</summary>
    public ScenarioOutcome Outcome =>
        Failure is not null ? ScenarioOutcome.Failed
        : Waits.Count > 0 ? ScenarioOutcome.Waiting
        : ScenarioOutcome.Passed;
}

/// <summary>How a scenario came out.</summary>
public enum ScenarioOutcome
{
    /// <summary>Every step held.</summary>
    Passed,

    /// <summary>A step did not hold; the rest was not tried.</summary>
    Failed,

    /// <summary>What could be tried held; the rest waits for what is not built yet. Never counted as passed.</summary>
    Waiting,
}

/// <summary>A step that did not hold.</summary>
/// <param name="Number">1 for the first step.</param>
/// <param name="Line">Line of the file on which the step begins.</param>
/// <param name="Doing">When, who and what, in words.</param>
/// <param name="Explanation">What happened instead: the clock's ledger, and the timeline since the step before. Several lines.</param>
public sealed record ScenarioFailure(
    int Number,
    int Line,
    string Doing,
    IReadOnlyList<Mismatch> Mismatches,
    string Explanation
);

/// <summary>What was expected and what was so.</summary>
/// <param name="What">Key of the expectation, e.g. <c>clock.due</c>.</param>
public sealed record Mismatch(int Line, string What, string Expected, string Actual);

using NodaTime;
using Rung.Core.Customers;

namespace Rung.Core.Scenarios;

/// <summary>
/// A guide tried out in simulated time: what is done when, and what must hold then. Read by
/// <see cref="Reading.ScenarioReader"/>, checked against its guide, run by <see cref="Running.ScenarioRunner"/>.
/// Language: <c>docs/scenarios.md</c>.
/// </summary>
public sealed record Scenario
{
    /// <summary>The file's name as the caller gave it.</summary>
    public required string Path { get; init; }

    /// <summary>What it shows, as a test run names it.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the acceptance story it tells, where it tells one: <c>D1</c>.</summary>
    public string? Story { get; init; }

    /// <summary>What has to be built before it can run; null: nothing.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>When the simulated time begins; no step lies before it.</summary>
    public required Instant Start { get; init; }

    /// <summary>Who is on file at the desk.</summary>
    internal IReadOnlyList<Customer> Customers { get; init; } = [];
    internal IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>What is done and what must hold, each a step.</summary>
    public int StepCount => Steps.Count;
}

using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios;

/// <summary>What came of reading a file: a scenario, or everything that stands in its way.</summary>
/// <param name="Scenario">Null when a problem is an error.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ScenarioReading(string Path, Scenario? Scenario, IReadOnlyList<GuideProblem> Problems);

/// <summary>Which guide a scenario is about.</summary>
/// <param name="Guide">Path as written, relative to the scenario's folder; null when the file does not say.</param>
/// <param name="Problems">Why it does not say; empty although there is no path: the file is a guide itself.</param>
public sealed record ScenarioGuide(string? Guide, IReadOnlyList<GuideProblem> Problems);

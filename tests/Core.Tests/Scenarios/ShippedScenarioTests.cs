using Rung.Core.Scenarios.Running;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>Every scenario that comes with a guide holds, and none waits.</summary>
public class ShippedScenarioTests
{
    public static TheoryData<string> Files =>
        [.. ScenarioFiles.In(ScenarioFiles.Shipped).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Holds(string name)
    {
        var result = ScenarioFiles.Run(Path.Combine(ScenarioFiles.Shipped, $"{name}.yaml"));

        Assert.True(result.Failure is null, ScenarioFiles.Told(result));
        Assert.Equal(ScenarioOutcome.Passed, result.Outcome);
    }

    // Requirements section 5, stories D1 to D6.
    [Theory]
    [InlineData("D1")]
    [InlineData("D2")]
    [InlineData("D3")]
    [InlineData("D4")]
    [InlineData("D5")]
    [InlineData("D6")]
    public void Every_story_is_told(string story)
    {
        var told = ScenarioFiles
            .In(ScenarioFiles.Shipped)
            .Select(ScenarioFiles.Run)
            .Where(result => result.Scenario.Story == story)
            .ToList();

        Assert.NotEmpty(told);
        Assert.All(told, result => Assert.Equal(ScenarioOutcome.Passed, result.Outcome));
    }

    [Fact]
    public void Every_shipped_guide_has_scenarios_of_its_own()
    {
        var named = ScenarioFiles.In(ScenarioFiles.Shipped).Select(File.ReadAllText).ToList();

        Assert.All(
            Showing.GuideFiles.Shipped.Select(Path.GetFileName),
            guide => Assert.Contains(named, text => text.Contains($"guide: ../{guide}\n", StringComparison.Ordinal))
        );
    }
}

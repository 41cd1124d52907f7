using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;
using Rung.Core.Scenarios.Running;
using Rung.Core.Tests.Scenarios;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Styles;

/// <summary>
/// Guides as different as real ones are, each purely data: a carrier, a university, a hosting firm, an internet exchange,
/// a software vendor. What they need is what the language has to have.
/// </summary>
public sealed class StylesTests
{
    private static readonly string Folder = Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Styles");

    public static TheoryData<string> Styles =>
        [.. ScenarioFiles.In(Folder).Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_guide_has_no_problem(string style) =>
        Assert.Empty(GuideFiles.Complaints(Path.Combine(Folder, $"{style}.yaml")));

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_guide_keeps_what_it_says(string style)
    {
        var result = ScenarioFiles.Run(Path.Combine(Folder, "scenarios", $"{style}.yaml"));

        Assert.True(result.Outcome == ScenarioOutcome.Passed, ScenarioFiles.Told(result));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_guide_can_be_read_by_a_person(string style)
    {
        var guide = GuideFiles.Read(Path.Combine(Folder, $"{style}.yaml")).Guide!;

        var text = PlainGuide.Write(GuideShower.Show(guide, []), 80);

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(guide.Document.Title, text, StringComparison.Ordinal);
        Assert.All(
            Enum.GetNames<CaseMoment>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]).Where(IsNoWord),
            moment => Assert.DoesNotContain(moment, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Columns_in_which_nothing_is_said_are_left_out()
    {
        var guide = GuideFiles.Read(Path.Combine(Folder, "carrier.yaml")).Guide!;

        var ladder = GuideShower.Show(guide, []).Part("ladder").SelectMany(section => section.Blocks);

        Assert.Equal(["Level", "Post", "Does"], ladder.OfType<Block.Table>().First().Columns);
    }

    [Fact]
    public void On_a_desk_that_never_closes_hours_are_hours()
    {
        var guide = GuideFiles.Read(Path.Combine(Folder, "carrier.yaml")).Guide!;

        var text = PlainGuide.Write(GuideShower.Show(guide, []), 120);

        Assert.Contains("every hour, by telephone", text, StringComparison.Ordinal);
        Assert.Contains("1 hour after we begin to wait for somebody else", text, StringComparison.Ordinal);
    }

    private static bool IsNoWord(string name) => name.Any(char.IsUpper);
}

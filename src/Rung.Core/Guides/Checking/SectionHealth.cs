using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>Which sections of a file were read without errors. What a check says about another would only be an echo.</summary>
internal sealed class SectionHealth
{
    private readonly YamlMap _root;
    private readonly HashSet<string> _unsound;

    public SectionHealth(IReadOnlyList<GuideProblem> problems, YamlMap root)
    {
        _root = root;
        _unsound = [.. GuideSections.Required.Where(key => root.Entry(key) is null)];
        _unsound.UnionWith(problems.Where(problem => problem.Severity == Severity.Error).Select(SectionOf));
    }

    public bool AreSound(string section) => !_unsound.Contains(section);

    /// <summary>False for a finding of a check inside a section with errors, unless it is a mere notice.</summary>
    public bool IsWorthSaying(GuideProblem problem) =>
        problem.Severity == Severity.Notice || AreSound(SectionOf(problem));

    private string SectionOf(GuideProblem problem) =>
        _root.Entries.LastOrDefault(entry => entry.Place.Line <= problem.Line)?.Key ?? "";
}

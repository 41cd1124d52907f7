using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Server.Desk.Versions;

/// <summary>What a reader of one version of a guide would find different in another, section by section. ESS-02, ESS-96.</summary>
internal static class GuideDifference
{
    private const int Around = 1;

    /// <summary>The sections that differ, in the order of the later version; those that it no longer has come last.</summary>
    public static IReadOnlyList<DifferentSection> Of(Guide before, Guide after)
    {
        var (old, present) = (Sections(before), Sections(after));
        return
        [
            .. present
                .Keys.Concat(old.Keys.Except(present.Keys, StringComparer.Ordinal))
                .Select(id => Section(old.GetValueOrDefault(id), present.GetValueOrDefault(id)))
                .Where(section => section.Lines.Any(line => line.Change != LineChange.Same)),
        ];
    }

    // By the id that rules cite; the title is a line as well, so that another title is a difference.
    private static Dictionary<string, Section> Sections(Guide guide) =>
        GuideShower
            .Show(guide, [])
            .Sections.GroupBy(section => section.Id, StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key,
                same => same.First() with { Blocks = [.. same.SelectMany(section => section.Blocks)] },
                StringComparer.Ordinal
            );

    private static DifferentSection Section(Section? before, Section? after)
    {
        var shown = (after ?? before)!;
        var diff = InlineDiffBuilder.Diff(Text(before), Text(after), ignoreWhiteSpace: false);
        return new DifferentSection(
            shown.Id,
            shown.Title,
            [.. WordDifference.Paired(Near([.. diff.Lines.Select(Line)]))]
        )
        {
            IsNew = before is null,
            IsGone = after is null,
        };
    }

    private static string Text(Section? section) =>
        section is null ? "" : string.Join('\n', BlockLines.Of(section).Select(line => line.ReplaceLineEndings(" ")));

    private static DifferentLine Line(DiffPiece piece) =>
        new(
            piece.Type switch
            {
                ChangeType.Inserted => LineChange.Added,
                ChangeType.Deleted => LineChange.Removed,
                _ => LineChange.Same,
            },
            piece.Text ?? ""
        );

    // What differs, with a line before and after it, so that one sees where it stands.
    private static List<DifferentLine> Near(List<DifferentLine> lines) =>
        [.. lines.Where((line, index) => line.Text.Length > 0 && IsNear(lines, index))];

    private static bool IsNear(List<DifferentLine> lines, int index) =>
        lines
            .Skip(index - Around)
            .Take((2 * Around) + 1 + Math.Min(index - Around, 0))
            .Any(line => line.Change != LineChange.Same);
}

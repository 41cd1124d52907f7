using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Rung.Server.Desk.Versions;

/// <summary>Puts a line beside the one that it replaces, and marks the words of each that are not in the other.</summary>
internal static class WordDifference
{
    private const string Cells = " · ";

    /// <summary>The lines in an order in which what was removed is followed by what stands in its place.</summary>
    public static IEnumerable<DifferentLine> Paired(IReadOnlyList<DifferentLine> lines)
    {
        for (var index = 0; index < lines.Count; )
        {
            if (lines[index].Change == LineChange.Same)
            {
                yield return lines[index++];
                continue;
            }
            var run = lines.Skip(index).TakeWhile(line => line.Change != LineChange.Same).ToList();
            foreach (var line in PairedRun(run))
            {
                yield return line;
            }
            index += run.Count;
        }
    }

    private static IEnumerable<DifferentLine> PairedRun(List<DifferentLine> run)
    {
        var added = run.Where(line => line.Change == LineChange.Added).ToList();
        var isOneForOne = (run.Count, added.Count) == (2, 1);
        foreach (var gone in run.Where(line => line.Change == LineChange.Removed))
        {
            var place = added.FindIndex(line => isOneForOne || Head(line) == Head(gone));
            if (place < 0)
            {
                yield return gone;
                continue;
            }
            var (before, after) = Marked(gone, added[place]);
            added.RemoveAt(place);
            yield return before;
            yield return after;
        }
        foreach (var line in added)
        {
            yield return line;
        }
    }

    // The first cell of a row, which names it.
    private static string Head(DifferentLine line) => line.Text.Split(Cells, 2)[0];

    private static (DifferentLine Before, DifferentLine After) Marked(DifferentLine before, DifferentLine after)
    {
        var words = Differ.Instance.CreateDiffs(
            before.Text,
            after.Text,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            WordChunker.Instance
        );
        var (gone, added) = (new HashSet<int>(), new HashSet<int>());
        foreach (var block in words.DiffBlocks)
        {
            gone.UnionWith(Enumerable.Range(block.DeleteStartA, block.DeleteCountA));
            added.UnionWith(Enumerable.Range(block.InsertStartB, block.InsertCountB));
        }
        return (
            before with
            {
                Parts = Parts(words.PiecesOld, gone),
            },
            after with
            {
                Parts = Parts(words.PiecesNew, added),
            }
        );
    }

    // Neighbours of one kind are one part.
    private static List<LinePart> Parts(IReadOnlyList<string> pieces, HashSet<int> different)
    {
        var parts = new List<LinePart>();
        for (var index = 0; index < pieces.Count; index++)
        {
            var kind = different.Contains(index) ? PartChange.Different : PartChange.Same;
            if (parts is [.., var last] && last.Change == kind)
            {
                parts[^1] = last with { Text = last.Text + pieces[index] };
            }
            else
            {
                parts.Add(new LinePart(kind, pieces[index]));
            }
        }
        return parts;
    }
}

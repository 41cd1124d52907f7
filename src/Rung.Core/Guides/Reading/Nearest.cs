namespace Rung.Core.Guides.Reading;

/// <summary>The known name that somebody who mistyped one probably meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 60;

    /// <summary>The known name with the fewest edits, or null when none is near.</summary>
    public static string? To(string typed, IEnumerable<string> known)
    {
        if (typed.Length > LongestCompared)
        {
            return null;
        }
        var best = known
            .Select(name => (Name: name, Edits: Edits(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Edits <= Math.Max(1, Math.Max(typed.Length, candidate.Name.Length) / 3))
            .OrderBy(candidate => candidate.Edits)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other.</summary>
    internal static int Edits(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > LongestCompared / 3)
        {
            return int.MaxValue;
        }
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Cheapest(table, (from, i), (to, j));
            }
        }
        return table[from.Length, to.Length];
    }

    private static int Cheapest(int[,] table, (string Text, int At) from, (string Text, int At) to)
    {
        var (i, j) = (from.At, to.At);
        var same = from.Text[i - 1] == to.Text[j - 1];
        var cheapest = Math.Min(table[i - 1, j - 1] + (same ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from.Text[i - 1] == to.Text[j - 2] && from.Text[i - 2] == to.Text[j - 1];
        return swapped ? Math.Min(cheapest, table[i - 2, j - 2] + 1) : cheapest;
    }
}

namespace Rung.Server.Commands;

/// <summary>The name that somebody who mistyped probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest edits from <paramref name="typed"/>; none when more than half of it differs.</summary>
    public static string? To(string typed, IEnumerable<string> names)
    {
        var candidates = names.Select(name => (Name: name, Edits: Edits(typed, name)));
        var best = candidates.OrderBy(candidate => candidate.Edits).FirstOrDefault();
        return best.Name is not null && best.Edits <= Math.Max(1, typed.Length / 2) ? best.Name : null;
    }

    // Levenshtein distance, one row at a time, where swapping two neighbours costs two.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.Length];
    }
}

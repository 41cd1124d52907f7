namespace Rung.Core.Guides;

/// <summary>Looks for words in texts that people wrote.</summary>
internal static class SaidWords
{
    /// <summary>Whether one of the words or phrases stands in one of the texts: whole, in capitals or not, spaces alike.</summary>
    public static bool Has(IReadOnlyList<string> texts, IReadOnlyList<string> words)
    {
        var spaced = texts.Select(Spaced).ToArray();
        return words
            .Select(Spaced)
            .Any(word => Array.Exists(spaced, text => text.Contains(word, StringComparison.Ordinal)));
    }

    // Lower case, every run of other characters than letters and digits one space, a space at either end.
    private static string Spaced(string text)
    {
        var spaced = new char[(text.Length * 2) + 2];
        var length = 0;
        spaced[length++] = ' ';
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                spaced[length++] = char.ToLowerInvariant(letter);
            }
            else if (spaced[length - 1] != ' ')
            {
                spaced[length++] = ' ';
            }
        }
        if (spaced[length - 1] != ' ')
        {
            spaced[length++] = ' ';
        }
        return new string(spaced, 0, length);
    }
}

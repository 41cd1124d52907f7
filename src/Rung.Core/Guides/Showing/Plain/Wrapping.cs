namespace Rung.Core.Guides.Showing.Plain;

/// <summary>Breaks text into lines of a width, counted in characters; words longer than that are cut. A no-break space keeps words together.</summary>
internal static class Wrapping
{
    /// <param name="width">At least 1.</param>
    public static IEnumerable<string> Wrap(string text, int width) =>
        text.Split('\n').SelectMany(line => Line(line.TrimEnd(), width));

    private static IEnumerable<string> Line(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Cut(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }

    // An address is cut behind one of its own joints where it has any.
    private static IEnumerable<string> Cut(string word, int width)
    {
        while (word.Length > width)
        {
            var joint = word.AsSpan(0, width).LastIndexOfAny("@/.-_");
            var end = joint > width / 3 ? joint + 1 : width;
            yield return word[..end];
            word = word[end..];
        }
        yield return word;
    }
}

namespace Rung.Core.Guides.Showing;

/// <summary>
/// The text of a paragraph as blocks: an empty line ends a block, lines that begin with <c>- </c> are points, and other
/// line ends are spaces.
/// </summary>
internal static class ParagraphText
{
    public static IEnumerable<Block> Blocks(string text)
    {
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 0)
            {
                yield return lines[0].StartsWith("- ", StringComparison.Ordinal)
                    ? new Block.Points(Points(lines))
                    : new Block.Paragraph(string.Join(' ', lines));
            }
        }
    }

    private static List<string> Points(IEnumerable<string> lines)
    {
        var points = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                points.Add(line[2..].Trim());
            }
            else
            {
                points[^1] += " " + line;
            }
        }
        return points;
    }
}

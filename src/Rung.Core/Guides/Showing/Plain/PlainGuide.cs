using System.Text;

namespace Rung.Core.Guides.Showing.Plain;

/// <summary>A guide as plain text for a terminal or a file: no colour, no control characters, lines end in a line feed.</summary>
public static class PlainGuide
{
    /// <summary>The narrowest text that is made; a narrower terminal gets this.</summary>
    public const int Narrowest = 40;

    private const int Indent = 4;

    /// <summary>The whole guide, its title first.</summary>
    /// <param name="width">Characters in a line; no line is longer.</param>
    public static string Write(ShownGuide guide, int width)
    {
        width = Math.Max(width, Narrowest);
        var text = new StringBuilder();
        Heading(text, guide.Title, '=', width);
        Add(text, guide.Subtitle is null ? [] : Wrapping.Wrap(guide.Subtitle, width));
        Add(text, Wrapping.Wrap(guide.Provider, width));
        return text + "\n" + Write(guide.Sections, width);
    }

    /// <summary>Some sections of a guide.</summary>
    /// <inheritdoc cref="Write(ShownGuide, int)"/>
    public static string Write(IEnumerable<Section> sections, int width)
    {
        width = Math.Max(width, Narrowest);
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.Append(text.Length == 0 ? "" : "\n");
            Heading(text, section.Title, section.Level == 1 ? '=' : '-', width);
            foreach (var block in section.Blocks)
            {
                text.Append('\n');
                Add(text, Lines(block, width));
            }
        }
        return text.ToString();
    }

    private static void Heading(StringBuilder text, string title, char line, int width)
    {
        var lines = Wrapping.Wrap(title, width).ToArray();
        Add(text, [.. lines, new string(line, lines.Max(one => one.Length))]);
    }

    private static IEnumerable<string> Lines(Block block, int width) =>
        block switch
        {
            Block.Heading heading => Wrapping.Wrap(heading.Text, width),
            Block.Paragraph paragraph => Wrapping.Wrap(paragraph.Text, width),
            Block.Points points => points.Items.SelectMany(point => Hanging("- ", point, 2, width)),
            Block.Table table => [.. Caption(table, width), .. PlainTable.Lines(table, width)],
            Block.Definitions definitions => definitions.Items.SelectMany(item => Item(item, width)),
            _ => throw new InvalidOperationException($"A new kind of block: {block}"),
        };

    private static IEnumerable<string> Caption(Block.Table table, int width) =>
        table.Caption is { } caption ? [.. Wrapping.Wrap(caption, width), ""] : [];

    // What has lines of its own stands below its term, the rest beside it.
    private static IEnumerable<string> Item(Definition item, int width) =>
        item.Text.Contains('\n', StringComparison.Ordinal)
            ? [.. Wrapping.Wrap($"{item.Term}:", width), .. Indented(item.Text, width)]
            : Hanging("", $"{item.Term}: {item.Text}", Indent, width);

    private static IEnumerable<string> Indented(string text, int width) =>
        Wrapping.Wrap(text, width - Indent).Select(line => line.Length == 0 ? "" : new string(' ', Indent) + line);

    private static IEnumerable<string> Hanging(string mark, string text, int indent, int width) =>
        Wrapping
            .Wrap(text, width - indent)
            .Select((line, index) => (index == 0 ? mark : new string(' ', indent)) + line);

    private static void Add(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line.Replace(Phrase.NoBreak, ' ').TrimEnd()).Append('\n');
        }
    }
}

using Rung.Core.Guides.Showing;

namespace Rung.Server.Desk.Versions;

/// <summary>A section of a guide as lines that can be compared: nothing in a line depends on its neighbours.</summary>
internal static class BlockLines
{
    public static IEnumerable<string> Of(Section section) => section.Blocks.SelectMany(Of).Prepend(section.Title);

    private static IEnumerable<string> Of(Block block) =>
        block switch
        {
            Block.Heading heading => [heading.Text],
            Block.Paragraph paragraph => [paragraph.Text],
            Block.Points points => points.Items,
            Block.Definitions definitions => definitions.Items.Select(item => $"{item.Term}: {item.Text}"),
            Block.Table table => table.Rows.Select(row => Row(table, row)),
            _ => throw new NotSupportedException($"No lines for {block.GetType().Name}."),
        };

    // With the name of each column that says something, since the columns themselves may differ.
    private static string Row(Block.Table table, IReadOnlyList<string> row)
    {
        var cells = table
            .Columns.Skip(1)
            .Zip(row.Skip(1), (column, cell) => (Column: column, Cell: cell))
            .Where(one => one.Cell.Length > 0)
            .Select(one => $"{one.Column}: {one.Cell}");
        return string.Join(" · ", cells.Prepend(row[0]));
    }
}

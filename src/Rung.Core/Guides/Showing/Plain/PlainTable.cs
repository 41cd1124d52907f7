namespace Rung.Core.Guides.Showing.Plain;

/// <summary>A table as lines of text that are never wider than they may be; too many columns become a list of rows.</summary>
internal static class PlainTable
{
    private const int Gap = 2;
    private const int LongestWordKept = 18;

    public static IEnumerable<string> Lines(Block.Table table, int width)
    {
        var room = width - (Gap * (table.Columns.Count - 1));
        return Widths(table, room) is { } widths ? Grid(table, widths) : Rows(table, width);
    }

    private static IEnumerable<string> Grid(Block.Table table, int[] widths)
    {
        foreach (var line in Row(table.Columns, widths))
        {
            yield return line;
        }
        yield return string.Join("  ", widths.Select(width => new string('-', width)));
        var apart = table.Rows.Any(row => Row(row, widths).Skip(1).Any());
        for (var index = 0; index < table.Rows.Count; index++)
        {
            if (apart && index > 0)
            {
                yield return "";
            }
            foreach (var line in Row(table.Rows[index], widths))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        var columns = cells.Select((cell, index) => Wrapping.Wrap(cell, widths[index]).ToArray()).ToArray();
        for (var line = 0; line < columns.Max(column => column.Length); line++)
        {
            var parts = columns.Select(
                (column, index) =>
                    column.ElementAtOrDefault(line)?.PadRight(widths[index]) ?? new string(' ', widths[index])
            );
            yield return string.Join("  ", parts).TrimEnd();
        }
    }

    private static IEnumerable<string> Rows(Block.Table table, int width)
    {
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                var text = table.Columns[column].Length == 0 ? row[column] : $"{table.Columns[column]}: {row[column]}";
                foreach (var line in Wrapping.Wrap(text, width - (column == 0 ? 0 : Gap)))
                {
                    yield return column == 0 ? line : $"  {line}";
                }
            }
        }
    }

    // Null: not even the words fit side by side.
    private static int[]? Widths(Block.Table table, int room)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).ToArray();
        var wanted = columns
            .Select(column => Cells(table, column).SelectMany(cell => cell.Split('\n')).Max(line => line.Length))
            .ToArray();
        if (wanted.Sum() <= room)
        {
            return [.. wanted.Select(width => Math.Max(width, 1))];
        }
        var widths = columns
            .Select(column =>
                Cells(table, column)
                    .SelectMany(cell => cell.Split(' ', '\n'))
                    .Max(word => Math.Clamp(word.Length, 1, LongestWordKept))
            )
            .ToArray();
        if (widths.Sum() > room)
        {
            return null;
        }
        for (var left = room - widths.Sum(); left > 0; left--)
        {
            widths[columns.MaxBy(column => (double)wanted[column] / widths[column])]++;
        }
        return widths;
    }

    private static IEnumerable<string> Cells(Block.Table table, int column) =>
        table.Rows.Select(row => row[column]).Append(table.Columns[column]);
}

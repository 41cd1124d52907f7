namespace Rung.Core.Guides.Showing;

/// <summary>
/// A piece of a guide as a person reads it, free of any medium: a terminal and a page show the same blocks. A closed
/// family. Texts are plain, without markup; a line feed in one is a line break.
/// </summary>
public abstract record Block
{
    private Block() { }

    /// <summary>A heading within a section, one step below the section's own.</summary>
    public sealed record Heading(string Text) : Block;

    /// <summary>Running text.</summary>
    public sealed record Paragraph(string Text) : Block;

    /// <summary>Points in no particular order, or in the order given; at least one.</summary>
    public sealed record Points(IReadOnlyList<string> Items) : Block;

    /// <summary>A table; every row has as many cells as there are columns. The first column names its row.</summary>
    /// <param name="Caption">What the table shows; null where the section's heading says so.</param>
    public sealed record Table(
        string? Caption,
        IReadOnlyList<string> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows
    ) : Block
    {
        /// <summary>The same without columns, other than the first, in which no row says anything.</summary>
        public Table WithoutEmptyColumns()
        {
            var kept = Enumerable
                .Range(0, Columns.Count)
                .Where(column => column == 0 || Rows.Any(row => row[column].Length > 0))
                .ToArray();
            return kept.Length == Columns.Count
                ? this
                : new Table(
                    Caption,
                    [.. kept.Select(column => Columns[column])],
                    [.. Rows.Select(IReadOnlyList<string> (row) => [.. kept.Select(column => row[column])])]
                );
        }
    }

    /// <summary>Terms, each with what is said about it; at least one.</summary>
    public sealed record Definitions(IReadOnlyList<Definition> Items) : Block;
}

/// <summary>A term and what is said about it.</summary>
public sealed record Definition(string Term, string Text);

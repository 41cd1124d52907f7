using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rung.Storage.Queue;

/// <summary>
/// Where a page of a queue ended: the last row's place in the order, so that rows that come or go meanwhile neither
/// repeat nor hide the others. Its text is for URLs; callers need not understand it.
/// </summary>
public sealed record QueueCursor
{
    private const char Between = '~';

    private QueueCursor(QueueSort sort, IReadOnlyList<SqlValue> places)
    {
        Sort = sort;
        Places = places;
    }

    public QueueSort Sort { get; }

    /// <summary>One value for each column of the order.</summary>
    internal IReadOnlyList<SqlValue> Places { get; }

    /// <summary>The place of a row in an order.</summary>
    public static QueueCursor Of(QueueRow row, QueueSort sort) =>
        new(sort, [.. QueueColumns.Of(sort).Names.Select(name => QueueOrder.Place(row, name))]);

    public static bool TryParse(string? text, [NotNullWhen(true)] out QueueCursor? cursor)
    {
        cursor = null;
        var parts = (text ?? "").Split(Between);
        if (!Enum.TryParse<QueueSort>(parts[0], out var sort) || !Enum.IsDefined(sort))
        {
            return false;
        }
        var columns = QueueColumns.Of(sort).Names;
        if (parts.Length != columns.Count + 1)
        {
            return false;
        }
        var places = columns.Select((column, index) => Parse(column, parts[index + 1])).OfType<SqlValue>().ToList();
        cursor = places.Count == columns.Count ? new QueueCursor(sort, places) : null;
        return cursor is not null;
    }

    public override string ToString() => string.Join(Between, [Sort.ToString(), .. Places.Select(Format)]);

    private static string Format(SqlValue place) =>
        place.Number?.ToString(CultureInfo.InvariantCulture)
        ?? Uri.EscapeDataString(place.Text!).Replace("~", "%7E", StringComparison.Ordinal);

    private static SqlValue? Parse(string column, string text)
    {
        var name = QueueOrder.After(column);
        return column == "customer_id" ? ParseText(name, Uri.UnescapeDataString(text))
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? (name, number)
            : null;
    }

    private static SqlValue? ParseText(string name, string text) => StorableText.Is(text) ? (name, text) : null;
}

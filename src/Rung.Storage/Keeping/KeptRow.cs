using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Rung.Storage.Queue;

namespace Rung.Storage.Keeping;

/// <summary>
/// A row of the queue taken apart: each column by its name, and each value that is shown as <c>shown.NAME</c>, so that
/// two rows can be held against each other.
/// </summary>
public sealed class KeptRow
{
    private const string Shown = "shown";

    private KeptRow(QueueRow? row, IReadOnlyDictionary<string, string?> columns) => (Row, Columns) = (row, columns);

    /// <summary>Null: what is shown of the case cannot be read.</summary>
    public QueueRow? Row { get; }

    /// <summary>Moments in UTC, lengths as hours, minutes and seconds; a value that is not there is not in it, or null.</summary>
    public IReadOnlyDictionary<string, string?> Columns { get; }

    /// <summary>As the row would be stored.</summary>
    public static KeptRow Of(QueueRow row)
    {
        var columns = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var value in QueueRecord.Values(row, QueueRecord.Json(row)))
        {
            if (value.Name is not (Shown or "case_id"))
            {
                columns[value.Name] = Text(value.Name, value.Number) ?? value.Text;
            }
        }
        Take(columns, Shown, JsonNode.Parse(QueueRecord.Json(row)));
        return new KeptRow(row, columns);
    }

    /// <summary>A row of <see cref="KeptSql.Rows"/>.</summary>
    internal static KeptRow Read(SqlRow stored)
    {
        var columns = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var column = 0; column < KeptSql.Numbers.Length; column++)
        {
            columns[KeptSql.Numbers[column]] = Text(KeptSql.Numbers[column], stored.NumberOrNull(column + 1));
        }
        for (var column = 0; column < KeptSql.Texts.Length; column++)
        {
            columns[KeptSql.Texts[column]] = stored.TextOrNull(column + 1 + KeptSql.Numbers.Length);
        }
        var json = stored.Text(1 + KeptSql.Numbers.Length + KeptSql.Texts.Length);
        try
        {
            var row = QueueRecord.Parse(json);
            Take(columns, Shown, JsonNode.Parse(QueueRecord.Json(row)));
            return new KeptRow(row, columns);
        }
        catch (Exception e)
            when (e is JsonException or UnparsableValueException or NullReferenceException or ArgumentException)
        {
            columns[Shown] = json;
            return new KeptRow(null, columns);
        }
    }

    private static void Take(Dictionary<string, string?> columns, string name, JsonNode? value)
    {
        if (value is JsonObject parts)
        {
            foreach (var (part, inside) in parts)
            {
                Take(columns, $"{name}.{part}", inside);
            }
        }
        else
        {
            columns[name] =
                value?.GetValueKind() == JsonValueKind.Number ? Text(name, value.GetValue<long>()) : value?.ToString();
        }
    }

    private static string? Text(string name, long? number) =>
        number is not { } known ? null
        : IsMoment(name) && known != long.MaxValue ? InstantPattern.ExtendedIso.Format(Micros.ToInstant(known))
        : name is "shown.clock.left" or "shown.clock.allowance"
            ? DurationPattern.JsonRoundtrip.Format(Micros.ToDuration(known))
        : known == long.MaxValue ? null
        : known.ToString(CultureInfo.InvariantCulture);

    private static bool IsMoment(string name) =>
        name is "due_order" or "logged_at"
        || name.EndsWith("At", StringComparison.Ordinal)
        || name.EndsWith("Since", StringComparison.Ordinal);
}

using System.Globalization;
using NodaTime.Text;
using Rung.Core.Promises;
using Rung.Storage.Promises;

namespace Rung.Storage.Keeping;

/// <summary>A row of the promise book taken apart, so that two can be held against each other.</summary>
/// <param name="Key">With its case the promise's name for ever.</param>
/// <param name="Columns">Each column by its name; moments in UTC, <c>never</c> where it never becomes moot.</param>
public sealed record KeptPromise(string Key, IReadOnlyDictionary<string, string?> Columns)
{
    /// <summary>As the promise would be stored.</summary>
    /// <param name="entry">With a due.</param>
    public static KeptPromise Of(PromiseEntry entry, string desk) => Of(PromiseRecord.Of(entry), desk);

    internal static KeptPromise Of(PromiseRecord record, string desk) =>
        new(
            record.Key,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["desk"] = desk,
                ["due_at"] = Text(record.DueAt),
                ["moot_at"] = record.MootAt == PromiseRecord.Never ? "never" : Text(record.MootAt),
                ["kind"] = record.Kind,
                ["owner"] = record.Owner,
                ["channel"] = record.Channel,
                ["shown"] = record.Json,
            }
        );

    // Whatever stands there is shown, a moment that is none as well.
    private static string Text(long micros)
    {
        try
        {
            return InstantPattern.ExtendedIso.Format(Micros.ToInstant(micros));
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return micros.ToString(CultureInfo.InvariantCulture);
        }
    }
}

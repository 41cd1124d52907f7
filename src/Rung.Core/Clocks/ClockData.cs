using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>
/// What due times rest on besides the guide's own text: the holidays and the rules of the zones. Two guides whose text
/// and version of this are equal compute the same (semantics 27, 28).
/// </summary>
public static class ClockData
{
    /// <summary>A stable text such as <c>holidays 3f9a1c07b2d4, TZDB: 2025b (mapping: …)</c>.</summary>
    public static string Version(Guide guide)
    {
        var days = new StringBuilder();
        foreach (var set in Sets(guide))
        {
            days.Append(CultureInfo.InvariantCulture, $"{set.Region} {set.FirstYear}-{set.LastYear}:");
            foreach (var day in set.Days.Keys.Order())
            {
                days.Append(CultureInfo.InvariantCulture, $" {day:uuuu-MM-dd}");
            }
            days.Append('\n');
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(days.ToString())));
        return $"holidays {hash[..12]}, {DateTimeZoneProviders.Tzdb.VersionId}";
    }

    private static IEnumerable<Time.HolidaySet> Sets(Guide guide) =>
        guide
            .CalendarSources.Values.SelectMany(source => source.Definition?.Holidays ?? [])
            .DistinctBy(set => set.Region)
            .OrderBy(set => set.Region, StringComparer.Ordinal);
}

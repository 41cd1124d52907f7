using NodaTime;
using NodaTime.Text;

namespace Rung.Core.Tests.Cases;

/// <summary>Instants as the requirements write them.</summary>
internal static class At
{
    private static readonly DateTimeZone LondonZone = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture(
        "yyyy-MM-dd HH:mm"
    );

    /// <summary>Wall time in London that exists exactly once.</summary>
    public static Instant London(string wall) => Local(wall, LondonZone);

    public static Instant Local(string wall, DateTimeZone zone) => zone.AtStrictly(Wall.Parse(wall).Value).ToInstant();

    public static Instant Utc(string text) => InstantPattern.General.Parse(text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Duration Minutes(long minutes) => Duration.FromMinutes(minutes);
}

using NodaTime;
using NodaTime.Text;
using Rung.Core.Wording;

namespace Rung.Server.Pages.Portal;

/// <summary>Moments as a customer reads them, in the desk's zone.</summary>
internal static class PortalMoments
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("h:mmtt");

    /// <summary>"Thursday 31 December 2026, 3:31pm".</summary>
    public static string InFull(Instant at, DateTimeZone zone) => $"{Date(at, zone)}, {Time(at, zone)}";

    /// <summary>"Thursday 31 December 2026".</summary>
    public static string Date(Instant at, DateTimeZone zone) => Say.Day(at.InZone(zone).Date);

    /// <summary>"3:31pm".</summary>
    public static string Time(Instant at, DateTimeZone zone) =>
        Clock.Format(at.InZone(zone).TimeOfDay).ToLowerInvariant();
}

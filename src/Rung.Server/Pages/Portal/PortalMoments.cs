using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Wording;

namespace Rung.Server.Pages.Portal;

/// <summary>Moments as a customer reads them, in the desk's zone.</summary>
internal static partial class PortalMoments
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("h:mmtt");

    /// <summary>"Thursday 31 December 2026, 3:31pm".</summary>
    public static string InFull(Instant at, DateTimeZone zone) => $"{Date(at, zone)}, {Time(at, zone)}";

    /// <summary>"Thursday 31 December 2026".</summary>
    public static string Date(Instant at, DateTimeZone zone) => Say.Day(at.InZone(zone).Date);

    /// <summary>A sentence of ours with its times of day as customers read them: "desk open until 6:00pm".</summary>
    public static string Said(string sentence) =>
        OnDesk()
            .Replace(
                sentence,
                match => Clock.Format(new LocalTime(Number(match, "hour"), Number(match, "minute"))).ToLowerInvariant()
            );

    private static int Number(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w:.-])(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?![\w:])", RegexOptions.ExplicitCapture)]
    private static partial Regex OnDesk();

    /// <summary>"3:31pm".</summary>
    public static string Time(Instant at, DateTimeZone zone) =>
        Clock.Format(at.InZone(zone).TimeOfDay).ToLowerInvariant();
}

using NodaTime;
using NodaTime.Text;
using Rung.Core.Wording;

namespace Rung.Core.Scenarios.Running;

/// <summary>Moments and lengths as both sides of an expectation show them: exact to what is written, never rounded.</summary>
internal static class Shown
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu HH:mm"
    );
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM uuuu HH:mm:ss.FFFFFF"
    );

    /// <summary>"Thu 31 Dec 2026 15:31 GMT", or "none".</summary>
    public static string At(Instant? at, DateTimeZone zone)
    {
        if (at is not { } instant)
        {
            return "none";
        }
        var local = instant.InZone(zone).LocalDateTime;
        var pattern = local.TickOfSecond == 0 && local.Second == 0 ? Minute : Second;
        return $"{pattern.Format(local)} {Say.ZoneName(instant, zone)}";
    }

    /// <summary>"929 min", with seconds where there are any.</summary>
    public static string Length(Duration length)
    {
        var minutes = (long)length.TotalMinutes;
        var rest = length - Duration.FromMinutes(minutes);
        return rest == Duration.Zero ? $"{minutes} min" : $"{minutes} min {rest.TotalSeconds:0.######} s";
    }
}

using NodaTime;
using NodaTime.Text;
using Rung.Core.Time;

namespace Rung.Server.Demo.Playing;

/// <summary>
/// The stories' words for time, terms with spaces between: <c>2d 3h 20m</c> is working time, <c>~4h</c> elapsed time,
/// <c>@16:40</c> a time on the wall clock, <c>30%</c> a share of what the case is allowed.
/// </summary>
internal static class StoryTime
{
    private static readonly LocalTimePattern Wall = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Instant WholeMinute(Instant at) =>
        Instant.FromUnixTimeSeconds((long)Math.Floor(at.ToUnixTimeSeconds() / 60.0) * 60);

    /// <summary>Back from a moment; a wall time is meant on the date reached so far.</summary>
    public static Instant Before(Instant from, string terms, WorkingCalendar calendar)
    {
        var at = from;
        foreach (var term in terms.Split(' '))
        {
            at = term[0] switch
            {
                '@' => OnDate(at, Wall.Parse(term[1..]).Value, calendar.Zone),
                '~' => at - Length(term[1..], Duration.FromDays(1)),
                _ => calendar.Add(at, -Length(term, calendar.NominalDay)).Value,
            };
        }
        return WholeMinute(at);
    }

    /// <summary>On from a moment; a wall time is the next one.</summary>
    public static Instant After(Instant from, string terms, Allowed allowed)
    {
        var at = from;
        foreach (var term in terms.Split(' '))
        {
            at = term switch
            {
                ['@', .. var wall] => Next(at, Wall.Parse(wall).Value, allowed.Calendar.Zone),
                ['~', .. var elapsed] => at + Length(elapsed, Duration.FromDays(1)),
                [.. var share, '%'] => allowed.Share(at, int.Parse(share) / 100.0),
                _ => allowed.Calendar.Add(at, Length(term, allowed.Calendar.NominalDay)).Value,
            };
        }
        return WholeMinute(at);
    }

    private static Duration Length(string term, Duration day) =>
        term[^1] switch
        {
            'd' => day * int.Parse(term[..^1]),
            'h' => Duration.FromHours(int.Parse(term[..^1])),
            'm' => Duration.FromMinutes(int.Parse(term[..^1])),
            _ => throw new FormatException($"\"{term}\" is no length: write 2d, 3h or 20m."),
        };

    private static Instant OnDate(Instant at, LocalTime wall, DateTimeZone zone) =>
        at.InZone(zone).Date.At(wall).InZoneLeniently(zone).ToInstant();

    private static Instant Next(Instant at, LocalTime wall, DateTimeZone zone)
    {
        var today = OnDate(at, wall, zone);
        return today >= at ? today : (at.InZone(zone).Date.PlusDays(1) + wall).InZoneLeniently(zone).ToInstant();
    }
}

using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Moments as a scenario writes them: wall time in the desk's zone, <c>2026-12-24 15:31</c>, seconds if wanted; with an
/// offset where the wall clock shows a time twice, <c>2026-10-25 01:30+01:00</c>; or <c>+30min</c> from the step before.
/// </summary>
internal static class Moments
{
    private const string Mend = "write it like `2026-12-24 15:31`";

    private static readonly LocalDateTimePattern[] Walls =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFF"),
    ];

    private static readonly OffsetDateTimePattern[] Offsets =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFFo<Z+HH:mm>"),
    ];

    /// <summary>Stands where a file gives no usable moment.</summary>
    public static Instant Epoch { get; } = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>The moment that must stand under a key; it may be written as a time after the one before.</summary>
    public static Instant? After(MapReader map, string key, Instant before, DateTimeZone zone)
    {
        var node = map.Require(key);
        return map.Scalar(key, node) is { } scalar && scalar.Text.StartsWith('+')
            ? Relative(map, scalar, before)
            : Of(map, key, node, zone);
    }

    public static Instant? Of(MapReader map, string key, YamlNode? node, DateTimeZone zone)
    {
        if (map.Scalar(key, node) is not { } scalar)
        {
            return null;
        }
        foreach (var pattern in Offsets)
        {
            if (pattern.Parse(scalar.Text).TryGetValue(default, out var at) && InRange(at.Year))
            {
                return at.ToInstant();
            }
        }
        foreach (var pattern in Walls)
        {
            if (pattern.Parse(scalar.Text).TryGetValue(default, out var wall) && InRange(wall.Year))
            {
                return OnWall(map, scalar, zone.MapLocal(wall));
            }
        }
        map.Bad(ProblemCode.BadMoment, scalar, "a moment", Mend);
        return null;
    }

    private static bool InRange(int year) => year is > 1900 and < 2200;

    private static Instant? Relative(MapReader map, YamlScalar scalar, Instant before)
    {
        if (!LengthText.TryParse(scalar.Text[1..], out var length))
        {
            map.Bad(
                ProblemCode.BadMoment,
                scalar,
                "a time after the step before",
                "write it like `+30min` or `+1h30min`"
            );
            return null;
        }
        var at = before + length;
        if (InRange(at.InUtc().Year))
        {
            return at;
        }
        map.Bad(ProblemCode.BadMoment, scalar, "a time before the year 2200", "shorten it, or begin earlier");
        return null;
    }

    private static Instant? OnWall(MapReader map, YamlScalar scalar, ZoneLocalMapping mapping)
    {
        if (mapping.Count == 1)
        {
            return mapping.Single().ToInstant();
        }
        if (mapping.Count == 0)
        {
            map.Bad(
                ProblemCode.BadMoment,
                scalar,
                "shown by any clock there: the clocks go forward over it",
                "write a time before or after the change"
            );
            return null;
        }
        var (first, last) = (mapping.First().Offset, mapping.Last().Offset);
        map.Bad(
            ProblemCode.BadMoment,
            scalar,
            "one moment: the clocks go back and show it twice",
            $"add the offset meant, `{first:+HH:mm}` or `{last:+HH:mm}`"
        );
        return null;
    }
}

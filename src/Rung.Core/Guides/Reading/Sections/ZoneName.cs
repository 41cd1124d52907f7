using NodaTime;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Reads the name of a time zone, as the IANA database has it.</summary>
internal static class ZoneName
{
    public static DateTimeZone? Read(MapReader map, YamlNode? node)
    {
        if (map.Scalar("zone", node) is not { } name)
        {
            return null;
        }
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Text) is { } zone)
        {
            return zone;
        }
        map.Context.Findings.Add(
            ProblemCode.UnknownZone,
            name.Place,
            $"`{name.Text}` is not a time zone",
            ZoneSuggestion.For(name.Text, map.Context.Findings)
        );
        return null;
    }
}

using System.Reflection;
using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;
using Rung.Core.Wording;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Expectations of what happened since the step before: events by name, perhaps with their time and words, in this order;
/// others may lie between. <c>events</c> asks how many happened, <c>quiet</c> that nothing happened at all.
/// </summary>
internal static class TimelineExpectations
{
    private const string Nothing = "nothing";

    private static readonly Dictionary<Type, string> Names = typeof(CaseEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(name => name.DerivedType, name => (string)name.TypeDiscriminator!);

    public static IEnumerable<Expectation> Read(MapReader map, DateTimeZone zone)
    {
        if (map.Find("timeline") is YamlList list)
        {
            var wanted = list.Items.Select(item => Entry(map, item, zone)).ToList();
            var words = string.Join("; ", wanted.Select(one => one.Words));
            yield return new Expectation(
                list.Place.Line,
                "timeline",
                words,
                seen => Happened(seen, wanted) ? words : Told(seen)
            );
        }
        else if (map.Find("timeline") is { } node)
        {
            map.WrongType("timeline", node, "a list of events");
        }
        if (map.Permission("quiet", Permission.No) == Permission.Yes)
        {
            yield return new Expectation(
                map.PlaceOf("quiet").Line,
                "quiet",
                Nothing,
                seen => seen.FreshEvents.Count == 0 ? Nothing : Told(seen)
            );
        }
        if (map.Find("events") is { } events && map.OptionalWhole("events", 0, 1000) is { } count)
        {
            yield return new Expectation(
                events.Place.Line,
                "events",
                $"{count}",
                seen => seen.FreshEvents.Count == count ? $"{count}" : $"{seen.FreshEvents.Count} ({Told(seen)})"
            );
        }
    }

    private static Wanted Entry(MapReader map, YamlNode item, DateTimeZone zone)
    {
        if (item is YamlScalar)
        {
            return new Wanted(Name(map, map.Scalar("timeline", item)), null, null, zone);
        }
        return map.AsMap("timeline", item) is { } entry
            ? MapReader.Read(map.Context, entry, "an event", one => Entry(one, zone))
            : new Wanted("", null, null, zone);
    }

    private static Wanted Entry(MapReader map, DateTimeZone zone) =>
        new(
            Name(map, map.Scalar("event", map.Require("event"))),
            Moments.Of(map, "at", map.Find("at"), zone),
            map.OptionalText("text"),
            zone
        );

    private static string Name(MapReader map, YamlScalar? name)
    {
        if (name is not null && !Names.ContainsValue(name.Text))
        {
            map.UnknownWord(name, [.. Names.Values.Order()]);
        }
        return name?.Text ?? "";
    }

    private static bool Happened(Observation seen, List<Wanted> wanted)
    {
        var next = 0;
        foreach (var happened in seen.FreshEvents)
        {
            if (next < wanted.Count && wanted[next].Is(happened, seen))
            {
                next++;
            }
        }
        return next == wanted.Count;
    }

    private static string Told(Observation seen) =>
        seen.FreshEvents.Count == 0
            ? Nothing
            : string.Join(
                "; ",
                seen.FreshEvents.Select(happened =>
                    $"{Names[happened.GetType()]} at {Shown.At(happened.At, seen.Zone)}"
                )
            );

    private sealed record Wanted(string Name, Instant? At, string? Text, DateTimeZone Zone)
    {
        public string Words =>
            $"{Name}{(At is { } at ? $" at {Shown.At(at, Zone)}" : "")}{(Text is null ? "" : $" \"{Text}\"")}";

        public bool Is(CaseEvent happened, Observation seen) =>
            Names[happened.GetType()] == Name
            && (At is null || happened.At == At)
            && (Text is null || EventText.Of(seen.Guide, happened).Contains(Text, StringComparison.Ordinal));
    }
}

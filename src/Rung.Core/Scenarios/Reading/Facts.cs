using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Expectations of single facts about a case: each key asks for one value.</summary>
internal static class Facts
{
    private const string None = "none";

    /// <summary>Facts whose value is one of the guide's ids or one of a few words, and how it is found.</summary>
    private static readonly (
        string Key,
        Action<MapReader, YamlScalar> Check,
        Func<CaseState, string?> Actual
    )[] Words =
    [
        ("condition", Word<Condition>, state => Word(state.Condition)),
        ("priority", Named(NameKind.Priority), state => state.Priority),
        ("rule", Named(NameKind.PriorityRule), state => state.PrioritySet?.Proposed?.Rule),
        ("because", Free, state => state.PrioritySet?.Proposed?.Because),
        ("cause", Word<PriorityCause>, state => state.PrioritySet is { } set ? Word(set.Cause) : null),
        ("intake", Word<IntakeState>, state => Word(state.Intake)),
        ("holdReason", Named(NameKind.HoldReason), state => state.Hold?.Reason),
        ("waitReason", Named(NameKind.WaitReason), state => state.Wait?.Reason),
        ("disposition", Named(NameKind.Disposition), state => state.Disposition?.Disposition),
        ("resolved", Word<ResolvedWhere>, state => state.Resolution is { } resolved ? Word(resolved.Where) : null),
        ("closed", Word<ClosedBecause>, state => state.Closed is { } closed ? Word(closed.Because) : null),
        ("engineer", Free, state => state.Engineer),
        ("by", Free, state => state.PrioritySet?.By.Name),
        ("with", Free, state => state.PrioritySet?.With),
        ("rfo", Free, state => state.Rfo),
        ("calls", Count("calls"), state => $"{state.Calls.Count(call => call.IsOwed)}"),
        ("attempts", Count("attempts"), state => $"{state.Attempts.Count}"),
        ("nightContact", Free, state => state.OutOfHours?.Contact),
        ("expected", Date, state => state.Disposition?.Expected is { } date ? date.ToString("uuuu-MM-dd", null) : null),
    ];

    private static readonly (string Key, Func<CaseState, Instant?> Actual)[] Times =
    [
        ("callDue", state => state.Calls.Where(call => call.IsOwed).Min(call => (Instant?)call.Due)),
        ("holdEnds", state => state.HoldEndsBy),
        ("loggedAt", state => state.Logged.At),
        ("clockStart", state => state.Logged.ClockStart),
        ("resolvedAt", state => state.Resolution?.At),
        ("closedAt", state => state.Closed?.At),
    ];

    public static IEnumerable<Expectation> Read(MapReader map, DateTimeZone zone)
    {
        foreach (var (key, check, actual) in Words)
        {
            if (map.Scalar(key, map.Find(key)) is { } wanted)
            {
                CheckUnlessNone(map, wanted, check);
                yield return new Expectation(
                    wanted.Place.Line,
                    key,
                    wanted.Text,
                    seen => seen.State is { } state ? actual(state) ?? None : Observation.NoCase
                );
            }
        }
        foreach (var (key, actual) in Times)
        {
            if (map.Find(key) is { } node && Time(map, key, node, zone) is { } wanted)
            {
                yield return new Expectation(
                    node.Place.Line,
                    key,
                    wanted,
                    seen => seen.State is { } state ? Shown.At(actual(state), zone) : Observation.NoCase
                );
            }
        }
        foreach (var link in Links(map))
        {
            yield return link;
        }
    }

    /// <summary>A moment in words, or <c>none</c>.</summary>
    public static string? Time(MapReader map, string key, YamlNode node, DateTimeZone zone) =>
        node is YamlScalar { Text: None } ? None
        : Moments.Of(map, key, node, zone) is { } at ? Shown.At(at, zone)
        : null;

    private static IEnumerable<Expectation> Links(MapReader map)
    {
        if (map.Scalar("continues", map.Find("continues")) is { } old)
        {
            CheckUnlessNone(map, old, Named(NameKind.Case));
            yield return new Expectation(
                old.Place.Line,
                "continues",
                old.Text,
                seen => seen.AliasOf(seen.State?.Logged.Continues) ?? None
            );
        }
        if (map.Scalar("escalatedWith", map.Find("escalatedWith")) is { } lead)
        {
            CheckUnlessNone(map, lead, Named(NameKind.Case));
            yield return new Expectation(
                lead.Place.Line,
                "escalatedWith",
                lead.Text,
                seen => seen.AliasOf(seen.State?.CoveredBy) ?? None
            );
        }
        if (map.Find("links") is { } node)
        {
            var wanted = map.Scalars("links", node);
            foreach (var one in wanted)
            {
                CheckUnlessNone(map, one, Named(NameKind.Case));
            }
            var names = string.Join(", ", wanted.Select(one => one.Text));
            yield return new Expectation(node.Place.Line, "links", names, seen => seen.Links());
        }
    }

    private static void CheckUnlessNone(MapReader map, YamlScalar wanted, Action<MapReader, YamlScalar> check)
    {
        if (wanted.Text != None)
        {
            check(map, wanted);
        }
    }

    private static Action<MapReader, YamlScalar> Named(NameKind kind) =>
        (map, wanted) => map.Context.Names.Use(kind, wanted.Text, wanted.Place);

    private static void Word<T>(MapReader map, YamlScalar wanted)
        where T : struct, Enum
    {
        if (!Words<T>.TryRead(wanted.Text, out _))
        {
            map.UnknownWord(wanted, [.. Words<T>.All, None]);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => Guides.Reading.Words.Of(value);

    private static Action<MapReader, YamlScalar> Count(string key) => (map, _) => map.OptionalWhole(key, 0, 1000);

    private static void Date(MapReader map, YamlScalar wanted) => map.Date("expected");

    private static void Free(MapReader map, YamlScalar wanted) { }
}

using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Expectations of clocks: <c>clock</c> for the one the case is worked by, <c>clocks</c> by target, <c>logBy</c> for the mail's, <c>breaches</c>.</summary>
internal sealed class ClockExpectations(Guide guide, DateTimeZone zone)
{
    private const string None = "none";

    private static readonly (string Key, Func<ClockReading, Instant?> Actual)[] Times =
    [
        ("start", clock => clock.Start),
        ("due", clock => clock.Due),
        ("missedAt", clock => clock.MissedAt),
        ("stoppedAt", clock => clock.StoppedAt),
        ("pausedSince", clock => clock.PausedSince),
    ];

    private static readonly (string Key, Func<Ledger, Duration> Actual)[] Lengths =
    [
        ("total", ledger => ledger.Reading.Total),
        ("used", ledger => ledger.Reading.Used),
        ("left", ledger => ledger.Reading.Left),
        ("over", ledger => ledger.Overdue),
        ("paused", ledger => ledger.Withheld),
    ];

    public IEnumerable<Expectation> Read(MapReader map)
    {
        foreach (var one in Clock(map, "clock", seen => seen.PrimaryLedger))
        {
            yield return one;
        }
        foreach (var one in Clock(map, "logBy", seen => seen.LogBy))
        {
            yield return one;
        }
        foreach (var one in map.Map("clocks", "`clocks`", ByTarget) ?? [])
        {
            yield return one;
        }
        if (map.Find("breaches") is { } node)
        {
            var wanted = map.Scalars("breaches", node).Where(target => target.Text != None).ToList();
            foreach (var target in wanted)
            {
                map.Context.Names.Use(NameKind.Target, target.Text, target.Place);
            }
            var names = wanted.Count == 0 ? None : string.Join(", ", wanted.Select(target => target.Text));
            yield return new Expectation(node.Place.Line, "breaches", names, seen => seen.Breaches());
        }
    }

    private Expectation[] ByTarget(MapReader map) =>
        [
            .. guide
                .Targets.Concat(guide.ComplaintTargets())
                .SelectMany(target => Clock(map, target.Id, seen => seen.LedgerOf(target.Id))),
        ];

    private Expectation[] Clock(MapReader map, string key, Func<Observation, Ledger?> find)
    {
        var node = map.Find(key);
        if (node is YamlScalar { Text: None })
        {
            return
            [
                new Expectation(
                    node.Place.Line,
                    key,
                    None,
                    seen => find(seen) is { } clock ? $"a clock of {clock.Reading.Target.Name}" : None
                ),
            ];
        }
        return node is null ? [] : map.Map(key, "a clock", clock => Parts(clock, key, find).ToArray()) ?? [];
    }

    private IEnumerable<Expectation> Parts(MapReader map, string key, Func<Observation, Ledger?> find)
    {
        foreach (var (part, actual) in Times)
        {
            if (map.Find(part) is { } node && Facts.Time(map, part, node, zone) is { } wanted)
            {
                yield return Of(
                    node,
                    $"{key}.{part}",
                    wanted,
                    Seen(find, ledger => Shown.At(actual(ledger.Reading), zone))
                );
            }
        }
        foreach (var (part, actual) in Lengths)
        {
            if (map.Find(part) is { } node && map.OptionalLength(part) is { } wanted)
            {
                yield return Of(
                    node,
                    $"{key}.{part}",
                    Shown.Length(wanted),
                    Seen(find, ledger => Shown.Length(actual(ledger)))
                );
            }
        }
        if (map.Find("state") is { } state && map.OptionalWord<ClockState>("state") is { } face)
        {
            yield return Of(
                state,
                $"{key}.state",
                Words.Of(face),
                Seen(find, ledger => Words.Of(ledger.Reading.State))
            );
        }
        if (map.Find("arrival") is { } how && map.OptionalWord<Arrival>("arrival") is { } arrival)
        {
            yield return Of(
                how,
                $"{key}.arrival",
                Words.Of(arrival),
                Seen(find, ledger => Words.Of(ledger.Reading.Arrival))
            );
        }
    }

    private static Expectation Of(YamlNode node, string what, string wanted, Func<Observation, string> actual) =>
        new(node.Place.Line, what, wanted, actual);

    private static Func<Observation, string> Seen(Func<Observation, Ledger?> find, Func<Ledger, string> actual) =>
        seen => find(seen) is { } ledger ? actual(ledger) : "no clock";
}

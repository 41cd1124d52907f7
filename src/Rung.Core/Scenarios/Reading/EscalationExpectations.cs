using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;
using Rung.Core.Wording;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Expectations of escalations: <c>escalation</c> as it stands, its <c>owner</c>, <c>promises</c> one by one, <c>alerts</c>
/// since the step before, and <c>report</c>, which counts.
/// </summary>
internal sealed class EscalationExpectations(Guide guide, DateTimeZone zone)
{
    private const string None = "none";

    private static readonly (string Key, Func<Escalation, string> Actual)[] Parts =
    [
        ("level", one => $"{one.Level}"),
        ("number", one => $"{one.Number}"),
        ("recipient", one => one.Recipient),
        ("ladder", one => one.Ladder),
        ("calls", one => $"{one.Calls}"),
        ("plan", one => one.Plan is { } plan ? $"{plan.EveryMinutes}min" : None),
        ("ownerName", one => one.Owner?.Name ?? None),
    ];

    private static readonly (string Key, Func<Observation, int> Actual)[] Counts =
    [
        ("escalations", seen => seen.State?.Escalations.Count ?? 0),
        ("levels", seen => seen.State?.Escalations.Sum(one => one.Entered.Count) ?? 0),
        ("calls", seen => seen.State?.Escalations.Sum(one => one.Calls) ?? 0),
        ("otherRequests", seen => seen.State?.EscalationsAsked.Count ?? 0),
        (
            "kept",
            seen => seen.State?.Promises.Count(one => one.State == PromiseState.Kept && !one.For.IsNextStep()) ?? 0
        ),
        ("missed", seen => seen.State?.Promises.Count(one => one.CountsAsMissed && !one.For.IsNextStep()) ?? 0),
    ];

    public IEnumerable<Expectation> Read(MapReader map)
    {
        if (map.Scalar("owner", map.Find("owner")) is { } owner)
        {
            if (owner.Text != None)
            {
                map.Context.Names.Use(NameKind.Role, owner.Text, owner.Place);
            }
            yield return Of(owner, "owner", owner.Text, seen => seen.State?.Escalation?.Owner?.Role ?? None);
        }
        foreach (var one in Escalation(map))
        {
            yield return one;
        }
        foreach (var one in map.List("promises", "a promise", Promise))
        {
            yield return one;
        }
        if (map.Find("alerts") is { } alerts)
        {
            var wanted = Names(map, alerts, "alerts", NameKind.Role);
            yield return new Expectation(alerts.Place.Line, "alerts", wanted, Alerted);
        }
        foreach (var one in map.Map("report", "`report`", Report) ?? [])
        {
            yield return one;
        }
    }

    private Expectation[] Escalation(MapReader map)
    {
        var node = map.Find("escalation");
        return node is YamlScalar { Text: None }
            ? [Of(node, "escalation", None, seen => seen.State?.Escalation is { } one ? $"at level {one.Level}" : None)]
            : map.Map("escalation", "`escalation`", one => Asked(one).ToArray()) ?? [];
    }

    private IEnumerable<Expectation> Asked(MapReader map)
    {
        foreach (var (key, actual) in Parts)
        {
            if (map.Scalar(key, map.Find(key)) is { } wanted)
            {
                yield return Within(wanted, key, wanted.Text, actual);
            }
        }
        if (map.Find("effective") is { } when && Facts.Time(map, "effective", when, zone) is { } effective)
        {
            yield return Within(when, "effective", effective, one => Shown.At(one.Entered[^1].Effective, zone));
        }
        if (map.Find("reasons") is { } reasons)
        {
            var names = Names(map, reasons, "reasons", NameKind.EscalationReason);
            yield return Within(reasons, "reasons", names, one => Listed(one.Entered[^1].Reasons));
        }
        if (map.Find("warnings") is { } warnings)
        {
            var words = Words(map, warnings);
            yield return Within(
                warnings,
                "warnings",
                words,
                one => Listed(one.Entered[^1].Warnings.Select(Guides.Reading.Words.Of))
            );
        }
        if (map.Find("covers") is { } covers)
        {
            var names = Names(map, covers, "covers", NameKind.Case);
            yield return new Expectation(covers.Place.Line, "escalation.covers", names, Covered);
        }
        if (map.Scalar("next", map.Find("next")) is { } next)
        {
            yield return new Expectation(next.Place.Line, "escalation.next", next.Text, NextRole);
        }
    }

    private static string Words(MapReader map, YamlNode node) =>
        Listed(map.Scalars("warnings", node).Select(one => one.Text).Where(text => text != None));

    private static string Covered(Observation seen) =>
        seen.State?.Escalation is { } one
            ? Listed(
                one.Covers.Where(covered => covered.Until is null)
                    .Select(covered => seen.AliasOf(covered.Reference) ?? covered.Reference.Text)
            )
            : "no escalation";

    private string NextRole(Observation seen) =>
        seen.State?.Escalation is { } one && NextPost.Of(guide, one, seen.Desk.Now) is { } next ? next.Role.Id : None;

    private Expectation Promise(MapReader map)
    {
        var id = map.Use("id", NameKind.Promise);
        var due = Moments.Of(map, "due", map.Find("due"), zone);
        var at = Moments.Of(map, "at", map.Find("at"), zone);
        var state = map.OptionalWord<PromiseState>("state") ?? PromiseState.Open;
        var wanted = Told(id, due, state, at);
        return new Expectation(
            map.Place.Line,
            "promises",
            wanted,
            seen =>
            {
                var found = seen.State?.Promises.LastOrDefault(one =>
                    guide.PromiseRule(one.For)?.Id == id && (due is null || one.Due == due)
                );
                return found is null
                    ? Listed(seen.State?.Promises.Select(one => Told(one, due, at)) ?? [])
                    : Told(found, due, at);
            }
        );
    }

    // Only what was asked for is compared.
    private string Told(Promise one, Instant? due, Instant? at) =>
        Told(
            guide.PromiseRule(one.For)?.Id ?? $"{one.For}",
            due is null ? null : one.Due,
            one.State,
            at is null ? null : one.KeptAt ?? one.MissedAt
        );

    private string Told(string id, Instant? due, PromiseState state, Instant? at) =>
        $"{id}{(due is { } when ? $" due {Shown.At(when, zone)}" : "")} {Guides.Reading.Words.Of(state)}{(at is { } then ? $" at {Shown.At(then, zone)}" : "")}";

    private List<Expectation> Report(MapReader map)
    {
        List<Expectation> all = [.. ComplaintExpectations.Report(map)];
        foreach (var (key, actual) in Counts)
        {
            if (map.Find(key) is { } node && map.OptionalWhole(key, 0, 1000) is { } wanted)
            {
                all.Add(Of(node, $"report.{key}", $"{wanted}", seen => $"{actual(seen)}"));
            }
        }
        return all;
    }

    private static string Alerted(Observation seen) =>
        Listed(
            seen.FreshEvents.SelectMany(happened =>
                    happened switch
                    {
                        PromiseMissed missed => missed.Alerts,
                        Escalated entered => entered.Alerts,
                        LevelToldAgain again => again.Alerts,
                        EscalationAsked => [ToldAt.Desk],
                        _ => [],
                    }
                )
                .Distinct()
        );

    private static string Names(MapReader map, YamlNode node, string key, NameKind kind)
    {
        var names = map.Scalars(key, node).Where(name => name.Text != None).ToList();
        foreach (var name in names.Where(name => name.Text != ToldAt.Desk))
        {
            map.Context.Names.Use(kind, name.Text, name.Place);
        }
        return Listed(names.Select(name => name.Text));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty(None));

    private static Expectation Within(YamlNode node, string key, string wanted, Func<Escalation, string> actual) =>
        Of(
            node,
            $"escalation.{key}",
            wanted,
            seen => seen.State?.Escalation is { } one ? actual(one) : "no escalation"
        );

    private static Expectation Of(YamlNode node, string what, string wanted, Func<Observation, string> actual) =>
        new(node.Place.Line, what, wanted, actual);
}

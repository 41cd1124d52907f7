using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Reports;

/// <summary>Escalations of a month by level and ground. ESS-84, SMC-25.</summary>
internal sealed class EscalationCount
{
    private const string NoGround = "no ground given";
    private const string OtherGround = "other, in the customer's words";

    private readonly Dictionary<(string Ladder, int Level), int> _levels = [];
    private readonly Dictionary<(string Ladder, int Level, string Ground), int> _grounds = [];

    public int Begun { get; private set; }
    public int Calls { get; private set; }
    public int OtherRequests { get; private set; }

    public IReadOnlyList<CountRow> Levels =>
        [
            .. _levels
                .OrderBy(one => one.Key.Ladder, StringComparer.Ordinal)
                .ThenBy(one => one.Key.Level)
                .Select(one => new CountRow(Place(one.Key.Ladder, one.Key.Level), "entered", one.Value)),
        ];

    public IReadOnlyList<CountRow> Grounds =>
        [
            .. _grounds
                .OrderBy(one => one.Key.Ladder, StringComparer.Ordinal)
                .ThenBy(one => one.Key.Level)
                .ThenByDescending(one => one.Value)
                .ThenBy(one => one.Key.Ground, StringComparer.Ordinal)
                .Select(one => new CountRow(Place(one.Key.Ladder, one.Key.Level), one.Key.Ground, one.Value)),
        ];

    public void Take(Guide guide, IReadOnlyList<CaseEvent> events, Func<Instant, bool> isIn)
    {
        var begun = 0;
        foreach (var happened in events)
        {
            if (happened is Escalated entered)
            {
                var isFirst = entered.Escalation > begun;
                begun = Math.Max(begun, entered.Escalation);
                Begun += isFirst && isIn(entered.At) ? 1 : 0;
            }
            if (isIn(happened.At))
            {
                Count(guide, happened);
            }
        }
    }

    private void Count(Guide guide, CaseEvent happened)
    {
        switch (happened)
        {
            case Escalated entered:
                Calls += entered is { Way: EntryWay.Request, Channel: Channel.Phone } ? 1 : 0;
                Add(_levels, (entered.Ladder, entered.Level));
                foreach (var ground in GroundsOf(guide, entered))
                {
                    Add(_grounds, (entered.Ladder, entered.Level, ground));
                }
                break;
            case EscalationRepeated { Channel: Channel.Phone }:
                Calls++;
                break;
            case EscalationAsked:
                OtherRequests++;
                break;
        }
    }

    private static List<string> GroundsOf(Guide guide, Escalated entered)
    {
        var names = entered.Reasons.Select(id =>
            guide.Ladder(entered.Ladder)?.Reasons.FirstOrDefault(reason => reason.Id == id)?.Name ?? id
        );
        List<string> all = [.. names, .. entered.OtherReason is null ? Array.Empty<string>() : [OtherGround]];
        return all.Count == 0 ? [NoGround] : all;
    }

    private static void Add<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Place(string ladder, int level) => $"{ladder} {level}";
}

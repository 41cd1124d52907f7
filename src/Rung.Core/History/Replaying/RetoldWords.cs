using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Mapping;

namespace Rung.Core.History.Replaying;

/// <summary>What a log's words are in one guide: all of them known to it.</summary>
public sealed class RetoldWords
{
    private readonly Dictionary<string, string> _priorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _otherwise;

    private RetoldWords(Guide guide, GuideWords words)
    {
        _otherwise = words.Otherwise;
        foreach (var (impact, priority) in words.Priorities ?? new Dictionary<string, string>())
        {
            _priorities[impact] = priority;
        }
        Kind = words.Kind ?? FirstKind(guide)?.Id ?? "";
        Contract = words.Contract;
        Hold = words.Hold ?? FirstHold(guide)?.Id;
        Wait = guide.WaitReasons.FirstOrDefault(reason => reason.Pauses == Pauses.NoClock)?.Id ?? "";
    }

    /// <summary>Id of the kind of case that all of them are.</summary>
    public string Kind { get; }

    /// <summary>Id of the contract that all are under; null: none.</summary>
    public string? Contract { get; }

    /// <summary>The hold reason that waiting for the customer counts as; null: the guide has none, and nothing pauses.</summary>
    public string? Hold { get; }

    /// <summary>The wait reason of waiting for others, one that stops no clock; empty when the guide has none.</summary>
    public string Wait { get; }

    /// <summary>Null: the mapping gives none, so that nothing can be due.</summary>
    public string? PriorityOf(string? impact) =>
        impact is not null && _priorities.TryGetValue(impact, out var priority) ? priority : _otherwise;

    /// <summary>The words for a guide, or what the mapping says that the guide does not know, a sentence each.</summary>
    public static RetoldWords? Of(Guide guide, HistoryMap map, out IReadOnlyList<string> problems)
    {
        var words = map.For(guide.Document.Id);
        problems = Problems(guide, words);
        return problems.Count == 0 ? new RetoldWords(guide, words) : null;
    }

    private static List<string> Problems(Guide guide, GuideWords words)
    {
        var id = guide.Document.Id;
        var problems = new List<string>();
        var priorities = (words.Priorities?.Values ?? []).Append(words.Otherwise).OfType<string>().Distinct();
        Check("priority", priorities, guide.Priorities.Select(one => one.Id));
        Check("kind", [words.Kind], guide.Kinds.Where(one => one.Handling == KindHandling.Work).Select(one => one.Id));
        Check("contract", [words.Contract], guide.Contracts.Select(one => one.Id));
        Check("hold reason", [words.Hold], guide.HoldReasons.Select(one => one.Id));
        if (words.Priorities is null && words.Otherwise is null)
        {
            problems.Add($"The mapping does not say which priority each impact has in {id}: add `priorities` to it.");
        }
        return problems;

        void Check(string called, IEnumerable<string?> named, IEnumerable<string> known)
        {
            var all = known.ToList();
            problems.AddRange(
                named
                    .OfType<string>()
                    .Where(name => !all.Contains(name))
                    .Select(name =>
                        $"The guide {id} has no {called} '{name}' (it has {Listed(all)}): write its own under `guides: {id}:` of the mapping."
                    )
            );
        }
    }

    private static string Listed(List<string> known) => known.Count == 0 ? "none" : string.Join(", ", known);

    private static CaseKind? FirstKind(Guide guide) =>
        guide.Kinds.FirstOrDefault(kind => kind.Handling == KindHandling.Work);

    private static HoldReason? FirstHold(Guide guide) =>
        guide.HoldReasons.FirstOrDefault(reason => reason.Ends == HoldEnds.OnReply)
        ?? (guide.HoldReasons.Count > 0 ? guide.HoldReasons[0] : null);
}

using System.Runtime.InteropServices;
using Rung.Storage;
using Rung.Storage.Search;

namespace Rung.Bench.Lists;

/// <summary>What cases are found by, gathered in memory and written in the index's own order: end to end, not here and there.</summary>
internal sealed class TermLists
{
    private const string New =
        "INSERT INTO search_terms (kind, term, at, case_id) VALUES (@kind, @term, @at, @case_id)";

    private readonly Dictionary<SearchTerm, List<(long At, long CaseId)>> _lists = [];

    /// <summary>Cases come in the order in which they were logged.</summary>
    public void Add(long caseId, long at, IEnumerable<SearchTerm> terms)
    {
        foreach (var term in terms)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, term, out _);
            (list ??= []).Add((at, caseId));
        }
    }

    public async Task Write(SqlSession session)
    {
        var ordered = _lists.OrderBy(pair => pair.Key.Kind).ThenBy(pair => pair.Key.Term, StringComparer.Ordinal);
        foreach (var (term, list) in ordered)
        {
            foreach (var (at, caseId) in list)
            {
                await session.Execute(
                    New,
                    ("kind", (long)term.Kind),
                    ("term", term.Term),
                    ("at", at),
                    ("case_id", caseId)
                );
            }
        }
    }
}

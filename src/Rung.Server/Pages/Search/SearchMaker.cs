using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Queue;
using Rung.Storage.Search;

namespace Rung.Server.Pages.Search;

/// <summary>A page of what was found, each with why.</summary>
internal static class SearchMaker
{
    public static SearchView Of(string text, IReadOnlyList<SearchHit> hits, Visit visit, FrameView frame) =>
        new(frame with { Search = text }, text, [.. hits.Select(hit => Of(hit, visit))])
        {
            Summary = (text.Length, hits.Count) switch
            {
                (0, _) => "Nothing was asked",
                (_, 0) => $"No case of this desk matches “{text}”",
                (_, 1) => "1 case",
                (_, var count) => $"{count} cases",
            },
        };

    private static FoundView Of(SearchHit hit, Visit visit)
    {
        var row = QueueMaker.Of(hit.Case, visit);
        var owner = hit.Case.Owner is { } engineer ? $" · {engineer}" : "";
        return new FoundView(
            row.Reference,
            row.Href,
            row.Priority,
            row.Subject,
            $"{row.Subline} · {row.Condition}{owner}",
            Why(hit.Why)
        )
        {
            Clock = row.Clock,
        };
    }

    private static string Why(SearchTerm term) =>
        term.Kind switch
        {
            SearchKind.Reference => "the reference",
            SearchKind.CustomerReference => $"their own reference {term.Term}",
            SearchKind.Phone => $"telephone number {term.Term}",
            SearchKind.Word => $"the word “{term.Term}”",
            _ => term.Term,
        };
}

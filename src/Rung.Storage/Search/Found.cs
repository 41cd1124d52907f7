namespace Rung.Storage.Search;

/// <summary>A case found, before its row is fetched.</summary>
internal sealed record Found(long At, long CaseId, SearchTerm Why)
{
    /// <summary>Newest first, each case once; of several reasons the first given wins.</summary>
    public static IEnumerable<Found> Newest(IEnumerable<Found> all) =>
        all.DistinctBy(found => found.CaseId)
            .OrderByDescending(found => found.At)
            .ThenByDescending(found => found.CaseId);
}

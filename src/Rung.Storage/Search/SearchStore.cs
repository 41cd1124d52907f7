using Rung.Storage.Queue;

namespace Rung.Storage.Search;

/// <summary>Finds cases: by reference in any form, customer's reference, telephone number, and words. ESS-32.</summary>
public sealed class SearchStore
{
    private readonly RungDatabase _database;
    private int _waiting;

    internal SearchStore(RungDatabase database) => _database = database;

    /// <summary>
    /// Exact matches of references and numbers first, then cases that have every word or a word that begins so; newest
    /// first in each.
    /// </summary>
    public async Task<IReadOnlyList<SearchHit>> Find(SearchQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Take is >= 1 and <= 200, true, nameof(query));
        await TakeInAll();
        return await _database.Read(async session =>
        {
            var search = new SearchRun(session, query);
            List<Found> found = [.. await search.Numbers(), .. await search.Words()];
            var chosen = found.DistinctBy(each => each.CaseId).Take(query.Take).ToList();
            return await Rows(session, chosen);
        });
    }

    /// <summary>A case's terms wait to be taken into the index; every so many are taken in together.</summary>
    internal void Waits()
    {
        if (Interlocked.Increment(ref _waiting) % SearchIndex.Batch == 0)
        {
            _ = TakeIn();
        }
    }

    // As many as wait now; what comes meanwhile is for the next search.
    private async Task TakeInAll()
    {
        for (var left = await _database.Read(SearchIndex.Waiting); left > 0; left -= SearchIndex.Batch)
        {
            await TakeIn();
        }
    }

    private Task<int> TakeIn() => _database.Write(SearchIndex.TakeIn);

    private static async ValueTask<IReadOnlyList<SearchHit>> Rows(SqlSession session, List<Found> found)
    {
        if (found.Count == 0)
        {
            return [];
        }
        var ids = SqlList.Of("id", found, (name, each) => (name, each.CaseId));
        var rows = await session.List(
            $"SELECT {QueueRecord.Columns} FROM queue q WHERE q.case_id IN {ids.Sql}",
            QueueRecord.Read,
            [.. ids.Values]
        );
        // A complaint is found in the list of complaints only (ESS-93).
        var byId = rows.Where(row => !row.IsComplaint).ToDictionary(row => row.CaseId);
        return
        [
            .. found
                .Where(each => byId.ContainsKey(each.CaseId))
                .Select(each => new SearchHit(byId[each.CaseId], each.Why)),
        ];
    }
}

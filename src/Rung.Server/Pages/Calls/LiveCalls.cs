using System.Collections.Concurrent;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Calls;

/// <summary>Live cases of a desk, the latest or those that are incidents, with what their queue rows do not say: services, and whether intake is open.</summary>
internal sealed class LiveCalls(RungDatabase database, ServiceDesk desk, DeskClock clock)
{
    private const int Latest = 200;
    private readonly ConcurrentDictionary<long, LiveCall> _known = new();

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<LiveCall>> OfDesk(string deskId)
    {
        var query = new QueueQuery(deskId, clock.Now()) { Sort = QueueSort.NewestFirst, Take = Latest };
        return await Of((await database.Queue.Page(query)).Rows);
    }

    /// <summary>Every live case of a desk under which others are linked, however old, newest first.</summary>
    public async Task<IReadOnlyList<LiveCall>> Incidents(string deskId)
    {
        var rows = new List<QueueRow>();
        var query = new QueueQuery(deskId, clock.Now())
        {
            View = QueueSelection.Incidents,
            Sort = QueueSort.NewestFirst,
            Take = Latest,
        };
        for (var isMore = true; isMore; )
        {
            var page = await database.Queue.Page(query);
            rows.AddRange(page.Rows);
            (query, isMore) = (query with { After = page.Next }, page.Next is not null);
        }
        return await Of(rows);
    }

    private async Task<IReadOnlyList<LiveCall>> Of(IReadOnlyList<QueueRow> rows)
    {
        var calls = new List<LiveCall>(rows.Count);
        foreach (var row in rows)
        {
            calls.Add(await Of(row));
        }
        Forget();
        return calls;
    }

    // A case is read again only when something has happened to it.
    private async Task<LiveCall> Of(QueueRow row)
    {
        if (_known.TryGetValue(row.CaseId, out var known) && known.Row.Version == row.Version)
        {
            return known with { Row = row };
        }
        var found = await Look(row);
        var call = new LiveCall(row, found?.State.Services ?? [], found?.State.Intake ?? IntakeState.Finished);
        _known[row.CaseId] = call;
        return call;
    }

    // These are on every page of the desk: one that cannot be read must not take them all away (R50).
    private async Task<CaseSnapshot?> Look(QueueRow row)
    {
        try
        {
            return await desk.Look(row.Reference, Actor.Desk);
        }
        catch (Exception e) when (e is not StorageException)
        {
            return null;
        }
    }

    private void Forget()
    {
        if (_known.Count > Latest * 20)
        {
            _known.Clear();
        }
    }
}

internal sealed record LiveCall(QueueRow Row, IReadOnlyList<string> Services, IntakeState Intake)
{
    public bool IsUnfinished => Intake == IntakeState.Open;
}

using System.Collections.Concurrent;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Calls;

/// <summary>The latest live cases of a desk with what their queue rows do not say: services, and whether intake is open.</summary>
internal sealed class LiveCalls(RungDatabase database, ServiceDesk desk, DeskClock clock)
{
    private const int Latest = 200;
    private readonly ConcurrentDictionary<long, LiveCall> _known = new();

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<LiveCall>> OfDesk(string deskId)
    {
        var query = new QueueQuery(deskId, clock.Now()) { Sort = QueueSort.NewestFirst, Take = Latest };
        var page = await database.Queue.Page(query);
        var calls = new List<LiveCall>(page.Rows.Count);
        foreach (var row in page.Rows)
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
        var found = await desk.Look(row.Reference, Actor.Desk);
        var call = new LiveCall(row, found?.State.Services ?? [], found?.State.Intake ?? IntakeState.Finished);
        _known[row.CaseId] = call;
        return call;
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

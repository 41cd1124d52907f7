using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Escalations;

/// <summary>Fetches the escalations that go on: few at a time, each read out of its case.</summary>
internal sealed class EscalationsReader(RungDatabase database, ServiceDesk desk, FrameMaker frames)
{
    private const int AtOnce = 25;

    public async Task<EscalationsView> Read(Visit visit)
    {
        var after = visit.Query("after");
        var page = await database.Queue.Page(
            new QueueQuery(visit.Desk, visit.Now)
            {
                View = QueueSelection.Escalated,
                After = QueueCursor.TryParse(after, out var cursor) && cursor.Sort == QueueSort.Queue ? cursor : null,
                Take = AtOnce,
            }
        );
        var found = new List<CaseSnapshot>();
        foreach (var row in page.Rows.Where(row => row.EscalationLevel is not null))
        {
            if (await desk.Look(row.Reference, Actor.Desk) is { } one)
            {
                found.Add(one);
            }
        }
        var frame = await frames.Frame(visit);
        var view = EscalationsMaker.Of(visit, frame, found);
        return view with
        {
            Summary = page.Next is null && after is null ? view.Summary : $"{view.Summary} on this page",
            NextHref = page.Next is { } next ? $"{Here(visit)}?after={Uri.EscapeDataString(next.ToString())}" : null,
            FirstHref = after is null ? null : Here(visit),
        };
    }

    private static string Here(Visit visit) => Hosting.Addresses.Escalations(visit.Desk);
}

using Rung.Core.Cases;
using Rung.Server.Pages.Calls;
using Rung.Storage;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Open incidents with services that a customer has: faults to which calls are linked already.</summary>
internal sealed class KnownProblemReader(LiveCalls live, RungDatabase database)
{
    private const int MostOwn = 500;

    public async Task<IReadOnlyList<KnownProblemView>> Of(PortalVisitor visitor) =>
        [.. (await All(visitor)).Select(one => one.View(visitor))];

    /// <returns>The problem that is known by these services; null: there is none, or it is not joined here.</returns>
    public async Task<KnownProblem?> Find(PortalVisitor visitor, string services) =>
        (await All(visitor)).FirstOrDefault(one => one.Key == services && one.IsJoinedHere(visitor.Visit.Guide));

    // Newest first; of several with the same services the newest is what people mean.
    private async Task<IReadOnlyList<KnownProblem>> All(PortalVisitor visitor)
    {
        var services = ReportServices.Of(visitor);
        var incidents = (await live.Incidents(visitor.Desk)).Where(IsOpenFault).ToList();
        var own = incidents.Count == 0 ? [] : await Own(visitor);
        return
        [
            .. incidents
                .Select(one => new KnownProblem(
                    one,
                    [.. services.Where(service => one.Services.Contains(service.Id))],
                    own.FirstOrDefault(row => IsWithin(row, one.Row))?.Reference
                ))
                .Where(one => one.Services.Count > 0)
                .DistinctBy(one => one.Key),
        ];
    }

    private static bool IsOpenFault(LiveCall one) =>
        one.Row is { Kind: Core.Guides.CaseKind.Fault, Parent: null }
        && one.Row.Condition is Condition.Open or Condition.Assigned or Condition.OnHold;

    private static bool IsWithin(QueueRow row, QueueRow incident) =>
        row.CaseId == incident.CaseId || row.Parent == incident.Reference;

    // The latest that are open of the person's own.
    private async Task<IReadOnlyList<QueueRow>> Own(PortalVisitor visitor)
    {
        var page = await database.Queue.Page(
            new QueueQuery(visitor.Desk, visitor.Visit.Now)
            {
                CustomerId = visitor.Customer.Id,
                Sort = QueueSort.NewestFirst,
                Take = MostOwn,
            }
        );
        return [.. page.Rows.Where(row => row.IsOf(visitor.Contact.Id, visitor.Contact.Name))];
    }
}

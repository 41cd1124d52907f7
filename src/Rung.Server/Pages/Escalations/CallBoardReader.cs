using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Promises;
using Rung.Server.Pages.Queue;
using Rung.Storage;
using Rung.Storage.Promises;

namespace Rung.Server.Pages.Escalations;

/// <summary>
/// The call-back board: call-backs, contacts that are planned by telephone, calls beside a message. Lines of the promise
/// book with the number to ring, and the customer's own time where theirs is another. SMC-08, SMC-09, ESS-51.
/// </summary>
internal sealed class CallBoardReader(RungDatabase database, ServiceDesk desk, FrameMaker frames)
{
    private const int MostOfKind = 100;

    private static readonly PromiseKind[] Kinds = [PromiseKind.CallBack, PromiseKind.PlannedContact, PromiseKind.Call];

    public async Task<CallBoardView> Read(Visit visit)
    {
        var rows = new List<CallRowView>();
        var customers = new Dictionary<string, Customer?>(StringComparer.Ordinal);
        foreach (var line in await Lines(visit))
        {
            var id = line.Case!.CustomerId;
            if (!customers.TryGetValue(id, out var customer))
            {
                customers[id] = customer = await database.Customers.Find(id);
            }
            rows.Add(await Row(line, customer, visit));
        }
        var overdue = rows.Count(row => row.Promise.Clock.Face == Clocks.ClockFace.Overdue);
        return new CallBoardView
        {
            Frame = await frames.Frame(visit),
            Summary = $"{overdue:N0} overdue, {rows.Count - overdue:N0} to come",
            Rows = rows,
            Empty =
                rows.Count == 0
                    ? new EmptyView(
                        "Nobody waits to be telephoned.",
                        "The promise book",
                        Addresses.Promises(visit.Desk)
                    )
                    : null,
        };
    }

    private async Task<IReadOnlyList<BookLine>> Lines(Visit visit)
    {
        var lines = new List<BookLine>();
        foreach (var kind in Kinds)
        {
            var query = new PromiseQuery(visit.Desk, visit.Now)
            {
                Mails = visit.Guide.Desk.Name,
                Kind = kind,
                Channel = Channel.Phone,
                Take = MostOfKind,
            };
            lines.AddRange((await database.Promises.Page(query)).Lines);
        }
        return [.. lines.OrderBy(line => line.Due)];
    }

    private async Task<CallRowView> Row(BookLine line, Customer? customer, Visit visit)
    {
        var phone = await Phone(line, customer);
        var entry = line.Entry!;
        var theirs = line with { Entry = entry with { Zone = entry.Zone ?? customer?.Zone?.Id } };
        return new CallRowView(PromiseRows.Of(theirs, visit), phone, phone is null ? null : SideMaker.PhoneHref(phone));
    }

    // Of whoever it is promised to, where they are on file; else of who reported.
    private async Task<string?> Phone(BookLine line, Customer? customer) =>
        customer?.Present.FirstOrDefault(contact => contact.Name == line.Entry!.To)?.Phone
        ?? (await desk.Look(line.Case!.Reference, Actor.Desk))?.State.Logged.Reporter.Phone;
}

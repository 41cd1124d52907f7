using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Outgoing;
using Rung.Server.Retention;
using Rung.Storage;
using Rung.Storage.Drafts;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Cases;

/// <summary>Fetches what a case's page shows.</summary>
internal sealed class CaseReader(
    RungDatabase database,
    ServiceDesk desk,
    LegalHolds holds,
    FrameMaker frames,
    RungOptions options
)
{
    private readonly UrgencyPrice _price = new(database);
    public const int MostLinks = 20;
    private const int MostCases = 50;

    /// <returns>Null: this desk has no such case.</returns>
    public async Task<CaseSnapshot?> Find(Visit visit, string text) =>
        CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, text, out var reference)
        && await desk.Look(reference.Value, visit.Actor) is { } found
        && found.State.Logged.Desk == visit.Desk
            ? found
            : null;

    /// <param name="sent">What was sent and refused; null: the page was only opened.</param>
    public async Task<CaseView> Read(Visit visit, CaseSnapshot found, Sent? sent)
    {
        var around = new CaseAround(
            await frames.Frame(visit),
            await database.Customers.Find(found.State.Logged.Reporter.CustomerId),
            await database.Outbox.OfCase(found.Id),
            await Links(visit, found),
            await Draft(visit, found, "reply"),
            await Draft(visit, found, "note")
        )
        {
            Words = new SentWords(visit.Now, visit.Zone, options.Smtp is null ? MailServer.None : MailServer.Set),
            Mails = await database.Inbound.OfCase(found.Id),
            Hold = await holds.Over(found.Events),
            Displaces =
                found.State.IsLive && UrgencyActions.MayGive(new ActionScene(found, visit.Actor))
                    ? await _price.Of(found.Guide, found.State, found.Now)
                    : null,
            Belonging = found.State.IsLive ? await desk.CountTold(found) : 0,
            OpenCases = await OpenCases(found),
            Bounce = found.State.Logged.Reporter.Email is { } address
                ? await database.Inbound.Bounce(visit.Desk, address)
                : null,
        };
        return CaseMaker.Of(found, visit, around, sent);
    }

    private Task<Draft?> Draft(Visit visit, CaseSnapshot found, string form) =>
        database.Drafts.Find(DraftKeys.OfCase(found.State.Reference, form, visit.Actor));

    // Complaints stand on their own shelf, so none of them is among these.
    private async Task<IReadOnlyList<QueueRow>> OpenCases(CaseSnapshot found)
    {
        var state = found.State;
        var customer = state.Logged.Reporter.CustomerId;
        if (state.Escalation is not { IsAsked: true } || customer == Customer.Unregistered)
        {
            return [];
        }
        var query = new QueueQuery(state.Logged.Desk, found.Now) { CustomerId = customer, Take = MostCases };
        var rows = (await database.Queue.Page(query)).Rows;
        return [.. rows.Where(row => row is { EscalationLevel: null, EscalatedWith: null } && row.CaseId != found.Id)];
    }

    private async Task<IReadOnlyList<(Linked Link, CaseSnapshot Other)>> Links(Visit visit, CaseSnapshot found)
    {
        var links = new List<(Linked, CaseSnapshot)>();
        foreach (var link in found.State.Links.Take(MostLinks))
        {
            // What they may not see is not named either (ESS-93).
            if (await desk.Look(link.Other, visit.Actor) is { } other)
            {
                links.Add((link, other));
            }
        }
        return links;
    }
}

using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Commands.Asking;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage.Promises;

namespace Rung.Server.Commands.Promises;

/// <summary>The book of a desk that does not run, as it stands by this machine's clock.</summary>
internal static class StoredPromises
{
    public static async Task<FoundText> Find(Installation installation, PromisesAsk ask)
    {
        var desks = installation.Desks.Active;
        if (ask.Unclear([.. desks.Select(guide => guide.Document.Id)]) is { } unclear)
        {
            return unclear;
        }
        var guide = desks.First(one => ask.Desk is null || one.Document.Id == ask.Desk);
        if (ask.Customer is { } customer && !await Sees(installation, ask, (guide.Document.Id, customer)))
        {
            return FoundText.None($"there is no customer {customer} at this desk.", ExitCode.Problems);
        }
        var query = ask.QueryAt(guide, installation.Clock.Now());
        var lines = new List<BookLine>();
        for (PromiseQuery? page = query; page is not null; )
        {
            var found = await installation.Database.Promises.Page(page);
            lines.AddRange(found.Lines);
            page = found.Next is { } next ? query with { After = next } : null;
        }
        var body = new PromisesBody(
            guide.Document.Id,
            guide.DeskCalendar.Zone.Id,
            query.Now,
            query.Until,
            [.. lines.Select(line => PromiseLineBody.Of(line, guide, query.Now))]
        );
        return new FoundText(ApiJson.Write(body));
    }

    // As the API has it: somebody of a customer's has to be on file with it.
    private static async Task<bool> Sees(
        Installation installation,
        PromisesAsk ask,
        (string Desk, string Id) customer
    ) =>
        await installation.Database.Customers.Find(customer.Desk, customer.Id) is { } found
        && (
            ask.As is not { IsCustomer: true } who
            || CaseSight.IsOf(found, await SaidContact.Of(installation.Database, who))
        );
}

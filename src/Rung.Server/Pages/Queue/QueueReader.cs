using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Queue;

/// <summary>Fetches what a queue page shows.</summary>
internal sealed class QueueReader(RungDatabase database, FrameMaker frames)
{
    public async Task<QueueView> Read(Visit visit)
    {
        var ask = QueueAsk.Of(visit);
        var customer = await Customer(ask);
        // A customer nobody knows has no cases.
        var id = ask.Customer.Length == 0 ? null : customer?.Id ?? "?";
        var page = await database.Queue.Page(ask.Query(visit, id));
        return QueueMaker.Of(ask, new QueueFound(await frames.Frame(visit), page, customer?.Name), visit);
    }

    private async Task<Core.Customers.Customer?> Customer(QueueAsk ask)
    {
        if (ask.Customer.Length == 0)
        {
            return null;
        }
        return await database.Customers.Find(ask.Desk, ask.Customer) is { } exact ? exact
            : await database.Customers.Search(ask.Desk, ask.Customer, 1) is [var found, ..] ? found
            : null;
    }
}

/// <param name="Customer">Name of the customer that was asked for, if there is one.</param>
internal sealed record QueueFound(FrameView Frame, QueueSlice Page, string? Customer);

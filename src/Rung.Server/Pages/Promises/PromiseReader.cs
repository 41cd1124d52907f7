using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Promises;

namespace Rung.Server.Pages.Promises;

/// <summary>Fetches what the page of promises shows.</summary>
internal sealed class PromiseReader(RungDatabase database, FrameMaker frames)
{
    public async Task<PromiseBookView> Read(Visit visit)
    {
        var ask = PromiseAsk.Of(visit);
        var query = ask.Query(visit);
        var page = await database.Promises.Page(query);
        // All owners, whichever is chosen: one step leads from one to the next.
        var owners = await database.Promises.Owners(query with { Owner = null, After = null });
        return PromiseBookMaker.Of(ask, new PromisesFound(await frames.Frame(visit), page, owners), visit);
    }
}

internal sealed record PromisesFound(FrameView Frame, PromisePage Page, IReadOnlyList<OwnerCount> Owners);

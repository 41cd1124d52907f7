using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk.Versions;

/// <summary>
/// Finds the open cases of a desk that are under another version of its guide, says what another would change for each, and
/// puts them under it. ESS-02, semantics 29.
/// </summary>
internal sealed class VersionChanges(RungDatabase database, DeskRegister desks, DeskClock clock, CaseKeeper keeper)
{
    /// <summary>How many cases a preview shows at once.</summary>
    public const int Most = 50;

    private const int AtOnce = 200;

    // How many open cases one question looks through.
    private const int MostLookedAt = 5_000;
    private const int MostTries = 8;

    /// <summary>The next cases behind one that are not under this version and that the viewer may see, oldest first.</summary>
    /// <param name="after">Id of the last case that was shown; 0: from the first.</param>
    public async Task<VersionPreview> Preview(Guide to, Actor viewer, long after)
    {
        var found = new List<VersionChange>();
        for (var looked = 0; looked < MostLookedAt; )
        {
            if (await database.Queue.LiveCases(after, AtOnce) is not { Count: > 0 } live)
            {
                return new VersionPreview(found, null);
            }
            foreach (var id in live)
            {
                if (found.Count == Most)
                {
                    return new VersionPreview(found, after);
                }
                if (await Candidate(id, to, viewer) is { } history)
                {
                    found.Add(Plan(history, to, viewer));
                }
                (after, looked) = (id, looked + 1);
            }
        }
        return new VersionPreview(found, after);
    }

    /// <summary>Puts these cases under the version, each by itself.</summary>
    /// <returns>How many were; the others are gone, hidden, closed, hindered or under it already.</returns>
    public async Task<int> Move(Guide to, IEnumerable<CaseReference> those, Actor by)
    {
        var moved = 0;
        foreach (var reference in those)
        {
            moved += await Move(to, reference, by) ? 1 : 0;
        }
        return moved;
    }

    private async Task<bool> Move(Guide to, CaseReference reference, Actor by)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var history = await keeper.Sight.Find(reference, by);
            if (history is null || !IsOther(history, to) || Plan(history, to, by).Change is not { } change)
            {
                return false;
            }
            var work = new Work(new Requester(by), history.Events);
            if (await keeper.Save([new ChangedCase(history.Id, to, change)], work) is not DeskAnswer.TryAgain)
            {
                return true;
            }
        }
        return false;
    }

    private VersionChange Plan(CaseHistory history, Guide to, Actor by) =>
        ChangingVersion.Of(desks.GuideOf(history), to, history.Events, Moment.Now(by, clock.Now(), history.Reference));

    private async Task<CaseHistory?> Candidate(long id, Guide to, Actor viewer) =>
        await database.Cases.Load(id) is { } history
        && IsOther(history, to)
        && await keeper.Sight.Allows(history, viewer)
            ? history
            : null;

    private static bool IsOther(CaseHistory history, Guide to) =>
        history.Desk == to.Document.Id && GuideVersionChanged.VersionOf(history.Events) != to.Document.Version;
}

/// <param name="Cases">What would become of each.</param>
/// <param name="After">Where the next preview goes on; null: there are no more.</param>
internal sealed record VersionPreview(IReadOnlyList<VersionChange> Cases, long? After);

using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk.Versions;

/// <summary>
/// Finds the open cases of a desk that are under another version of its guide than the one in force, and says what that one would
/// change for each. Nothing is moved here: <see cref="MoveToVersion"/> does that. ESS-02, semantics 29.
/// </summary>
internal sealed class VersionMoves(RungDatabase database, DeskRegister desks, DeskClock clock, CaseSight sight)
{
    /// <summary>How many cases a preview shows at once.</summary>
    public const int Most = 50;

    /// <summary>The next cases behind one that are not under this version and that the viewer may see, oldest first.</summary>
    /// <param name="to">The version in force.</param>
    /// <param name="after">Id of the last case that was shown; 0: from the first.</param>
    public async Task<VersionPreview> Preview(Guide to, Actor viewer, long after)
    {
        var found = new List<VersionCase>();
        while (await Others(to, after) is { Count: > 0 } others)
        {
            foreach (var id in others)
            {
                if (found.Count == Most)
                {
                    return new VersionPreview(found, after);
                }
                if (await Look(id, to, viewer) is { } one)
                {
                    found.Add(one);
                }
                after = id;
            }
        }
        return new VersionPreview(found, null);
    }

    /// <summary>What moving a case would change.</summary>
    public async Task<VersionMove> Of(Guide from, Guide to, IReadOnlyList<CaseEvent> events)
    {
        var move = VersionMove.Of(from, to, events, clock.Now());
        return move.Change is { } change && await UnheardMail.KeepsOpen(change, database)
            ? move with
            {
                Refusal = DeskRefusals.MailWaits,
                Change = null,
            }
            : move;
    }

    private Task<IReadOnlyList<long>> Others(Guide to, long after) =>
        database.Queue.UnderOtherVersions(to.Document.Id, to.Document.Version, after, Most);

    // One case that cannot be read must not hold up the others (R50).
    private async Task<VersionCase?> Look(long id, Guide to, Actor viewer)
    {
        try
        {
            return await database.Cases.Load(id) is { } history && await sight.Allows(history, viewer)
                ? await Of(history, to)
                : null;
        }
        catch (Exception e) when (e is not StorageException)
        {
            return await Unreadable(id, viewer);
        }
    }

    private async Task<VersionCase> Of(CaseHistory history, Guide to) =>
        new(history.Reference, ((CaseLogged)history.Events[0]).Subject, history.Version)
        {
            Move = await Of(desks.GuideOf(history), to, history.Events),
        };

    private async Task<VersionCase?> Unreadable(long id, Actor viewer) =>
        await database.Queue.Find(id) is { } row && row.Restriction.Allows(viewer)
            ? new VersionCase(row.Reference, row.Subject, row.Version)
            : null;
}

/// <param name="Cases">What would become of each.</param>
/// <param name="After">Where the next preview goes on; null: there are no more.</param>
internal sealed record VersionPreview(IReadOnlyList<VersionCase> Cases, long? After);

/// <summary>An open case under another version than the one in force.</summary>
/// <param name="Version">The number of its events: what is moved is what was looked at.</param>
internal sealed record VersionCase(CaseReference Reference, string Subject, long Version)
{
    /// <summary>Null: the case cannot be read, or the version that it is under is not known here.</summary>
    public VersionMove? Move { get; init; }
}

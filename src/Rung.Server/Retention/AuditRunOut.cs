using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Retention;

/// <summary>
/// Entries of the audit trail whose time is up. Only its oldest can end, whatever they are about, so that a legal hold on anything
/// keeps them all.
/// </summary>
internal sealed class AuditRunOut(RungDatabase database, DeskRegister desks)
{
    private const int AtOnce = 500;

    public async IAsyncEnumerable<RunOutPage> Of(RetentionTime time)
    {
        var isHeld = await IsHeld();
        var after = 0L;
        while (true)
        {
            var page = await database.Audit.Page(after, AtOnce);
            var count = page.TakeWhile(kept => kept.Entry.At < time.Before).Count();
            if (count == 0)
            {
                yield break;
            }
            after = page[count - 1].Number;
            yield return isHeld
                ? new RunOutPage(0, count, () => Task.FromResult(0))
                : new RunOutPage(count, 0, () => End(time, count));
        }
    }

    // A trail that no longer fits ends nowhere: 'rung audit verify' says what is wrong with it.
    private async Task<int> End(RetentionTime time, int count)
    {
        // Placed since the first page was read, it holds as well.
        if (await IsHeld())
        {
            return 0;
        }
        var ending = new AuditEnding(Actor.Desk.Name, time.Why, time.Now);
        var ended = (int)(await database.Audit.EndBefore(time.Before, ending, count)).Count;
        await database.Retention.Note(time.Deed(ended, ""));
        return ended;
    }

    private async Task<bool> IsHeld()
    {
        foreach (var guide in desks.Active)
        {
            if ((await database.LegalHolds.Standing(guide.Document.Id)).All.Count > 0)
            {
                return true;
            }
        }
        return false;
    }
}

using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Server.Erasures;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Retention;

namespace Rung.Server.Retention;

/// <summary>Closed cases and complaints whose time is up: all that was said on them, or their mails and files alone.</summary>
internal sealed class CaseRunOut(RungDatabase database, LegalHolds holds, CaseEraser eraser)
{
    private const int AtOnce = 50;

    public async IAsyncEnumerable<RunOutPage> Of(RetentionTime time)
    {
        var query = new ClosedCases(time.Desk, time.Of, time.Category, time.Before) { Take = AtOnce };
        while (await database.Retention.Closed(query) is { Count: > 0 } cases)
        {
            List<ClosedCase> free = [];
            foreach (var one in cases)
            {
                if (await IsFree(one))
                {
                    free.Add(one);
                }
            }
            yield return new RunOutPage(free.Count, cases.Count - free.Count, () => EndAll(time, free));
            query = query with { After = cases[^1] };
        }
    }

    private async Task<int> EndAll(RetentionTime time, List<ClosedCase> cases)
    {
        var count = 0;
        foreach (var one in cases)
        {
            // Placed since the page was read, it holds as well.
            if (await IsFree(one))
            {
                count += await End(time, one);
            }
        }
        return count;
    }

    // One that cannot be read is held: 'rung db verify' names it, and the others go on.
    private async Task<bool> IsFree(ClosedCase one)
    {
        try
        {
            return await holds.OverCase(one.Logged.Reference) is null;
        }
        catch (CorruptCaseException)
        {
            return false;
        }
    }

    private async Task<int> End(RetentionTime time, ClosedCase one)
    {
        var deed = time.Deed(1, one.Logged.Reference.Text);
        if (time.Category is RetentionCategory.Mails or RetentionCategory.Attachments)
        {
            return await database.Retention.EndOfCase(one.Id, deed);
        }
        return await eraser.Erase(one.Logged.Reference, Actor.Desk, time.Why) switch
        {
            CaseErased.Done => await database.Retention.Done(one.Id, deed),
            CaseErased.NothingLeft => await database.Retention.Done(one.Id, deed with { Count = 0 }),
            _ => 0,
        };
    }
}

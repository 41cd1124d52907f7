using Rung.Storage;
using Rung.Storage.Retention;

namespace Rung.Server.Retention;

/// <summary>Closed cases and complaints whose mails as they came, or files that were handed in, are kept no longer.</summary>
internal sealed class CaseRunOut(RungDatabase database, LegalHolds holds)
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
                if (await holds.Over(one.Logged) is null)
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
            if (await holds.Over(one.Logged) is null)
            {
                count += await database.Retention.EndOfCase(one.Id, time.Deed(1, one.Logged.Reference.Text));
            }
        }
        return count;
    }
}

using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Drafts;

namespace Rung.Server.Retention;

/// <summary>What is on no case and whose time is up: mails of which nothing came, drafts.</summary>
internal sealed class LooseRunOut(RungDatabase database, LegalHolds holds)
{
    private const int MailsAtOnce = 50;

    // What is left of more comes with the next night.
    private const int MostDrafts = 1_000;

    public async IAsyncEnumerable<RunOutPage> Mails(RetentionTime time)
    {
        var after = 0L;
        var held = await holds.Addresses(time.Desk);
        while (await database.Retention.LeftAlone(time.Desk, time.Before, after, MailsAtOnce) is { Count: > 0 } mails)
        {
            List<long> free = [.. mails.Where(one => !held.Contains(one.Author ?? "")).Select(one => one.Id)];
            yield return new RunOutPage(
                free.Count,
                mails.Count - free.Count,
                () => database.Retention.EndMails(free, time.Deed(0, ""))
            );
            after = mails[^1].Id;
        }
    }

    public async IAsyncEnumerable<RunOutPage> Drafts(RetentionTime time)
    {
        var drafts = await database.Retention.Drafts(time.Before, MostDrafts);
        List<DraftKey> free = [];
        foreach (var draft in drafts)
        {
            if (!await IsHeld(draft))
            {
                free.Add(draft);
            }
        }
        if (drafts.Count > 0)
        {
            yield return new RunOutPage(
                free.Count,
                drafts.Count - free.Count,
                () => database.Retention.EndDrafts(free, time.Before, time.Deed(0, ""))
            );
        }
    }

    // A draft is about a case by its reference; what is about none is under no hold.
    private async Task<bool> IsHeld(DraftKey draft) =>
        await holds.OverCase(CaseReference.FromStored(draft.About.Split('/')[0])) is not null;
}

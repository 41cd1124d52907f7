using NodaTime;
using Rung.Storage;
using Rung.Storage.Dues;

namespace Rung.Server.Workers;

/// <summary>
/// Dues of cases that close by themselves once the mail that came before is handled. They stay claimed, so that nobody decides
/// them at every tick, and are given back when that mail is no longer waiting; at the latest their lease ends.
/// </summary>
internal sealed class DuesBehindMail(RungDatabase database)
{
    private readonly Dictionary<ClaimedDue, Instant> _waiting = [];

    /// <param name="receivedBy">Mail that was received by then is handled first.</param>
    public void Keep(IEnumerable<ClaimedDue> dues, Instant receivedBy)
    {
        foreach (var due in dues)
        {
            _waiting[due] = receivedBy;
        }
    }

    /// <summary>What was claimed again waits no longer for what it waited for.</summary>
    public void Forget(IEnumerable<ClaimedDue> dues)
    {
        foreach (var due in dues)
        {
            _waiting.Remove(due);
        }
    }

    /// <summary>Asks once for the first mail that waits, however many dues are behind it.</summary>
    /// <param name="owner">Who claimed them.</param>
    public async Task GiveBackReady(string owner)
    {
        if (_waiting.Count == 0)
        {
            return;
        }
        var first = await database.Inbound.FirstWaiting();
        await GiveBack(owner, [.. _waiting.Where(one => first is null || first > one.Value).Select(one => one.Key)]);
    }

    public Task GiveBackAll(string owner) => GiveBack(owner, [.. _waiting.Keys]);

    private async Task GiveBack(string owner, IReadOnlyList<ClaimedDue> ready)
    {
        if (ready.Count > 0)
        {
            await database.Dues.Release(owner, ready);
            Forget(ready);
        }
    }
}

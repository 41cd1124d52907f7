using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Where mail is handed over: it is kept before anything is made of it, and whoever handles it is woken.</summary>
public sealed class MailRoom(RungDatabase database, DeskRegister desks, DeskClock clock) : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Keeps a message; it is durable when this completes. Handed over again, it is the same message. R1</summary>
    /// <param name="recipient">The address it came to, with or without what follows a plus sign.</param>
    /// <param name="envelopeSender">As the mail server was told; empty: none; null: not known.</param>
    public async Task<Kept> Keep(byte[] message, string recipient, string? envelopeSender)
    {
        var desk = MailRoutes.Find(desks.Active, recipient).Document.Id;
        var kept = await database.Inbound.Keep(
            new NewInbound(desk, recipient.Trim().ToLowerInvariant(), envelopeSender, message, clock.Now())
        );
        Ring();
        return kept;
    }

    /// <summary>Handles a message that was set aside again.</summary>
    /// <param name="by">Who asks for it.</param>
    public async Task<bool> Retry(long id, string by)
    {
        var isWaiting = await database.Inbound.Retry(id, by, clock.Now());
        Ring();
        return isWaiting;
    }

    /// <summary>Returns when a message may be waiting.</summary>
    internal Task Wait(TimeSpan longest, CancellationToken stop) => _bell.WaitAsync(longest, stop);

    public void Dispose() => _bell.Dispose();

    private void Ring()
    {
        if (_bell.CurrentCount == 0)
        {
            try
            {
                _bell.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else rang it just now.
            }
        }
    }
}

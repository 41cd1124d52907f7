using NodaTime;
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
    public Task<Kept> Keep(byte[] message, string recipient, string? envelopeSender) =>
        Keep(new HandedOver(message, recipient) { EnvelopeSender = envelopeSender });

    /// <summary>Keeps a message; it is durable when this completes. Handed over again, it is the same message. R1</summary>
    internal async Task<Kept> Keep(HandedOver message)
    {
        var desk = MailRoutes.Find(desks, message.Recipient);
        var now = clock.Now();
        var mailbox = message.Recipient.Trim().ToLowerInvariant();
        var received = message.ReceivedAt is { } at && !clock.IsDemo ? Instant.Min(DeskClock.Whole(at), now) : now;
        var kept = await database.Inbound.Keep(
            new NewInbound(desk, mailbox, message.EnvelopeSender, message.Content, received)
            {
                SetAside = message.SetAside,
            }
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

/// <summary>A message that is handed over.</summary>
/// <param name="Recipient">The address it came to.</param>
internal sealed record HandedOver(byte[] Content, string Recipient)
{
    /// <summary>As the mail server was told; empty: none; null: not known.</summary>
    public string? EnvelopeSender { get; init; }

    /// <summary>When a mail server of ours had it; null: now.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Why it is set aside at once; null: it is handled.</summary>
    public string? SetAside { get; init; }
}

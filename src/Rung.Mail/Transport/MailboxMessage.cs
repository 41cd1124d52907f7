namespace Rung.Mail.Transport;

/// <summary>What a mailbox says of a message before it is fetched.</summary>
/// <param name="Number">Its UID.</param>
/// <param name="Size">In bytes, as the server says.</param>
/// <param name="ReceivedAt">When the server received it; null: it does not say.</param>
public sealed record MailboxMessage(uint Number, long Size, DateTimeOffset? ReceivedAt);

/// <summary>The line to a mailbox broke, or the server did not do as it was asked; the message is in one sentence.</summary>
public sealed class MailboxException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the line still stands: the server said no to this one thing.</summary>
    public bool IsRefusal { get; init; }
}

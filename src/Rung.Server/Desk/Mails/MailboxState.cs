using NodaTime;
using Rung.Mail.Transport;

namespace Rung.Server.Desk.Mails;

/// <summary>How a mailbox stands.</summary>
/// <param name="Desk">The desk that its mail is for.</param>
public sealed record MailboxState(string Desk, ImapAddress Address)
{
    /// <summary>Why it cannot be read just now; null: it can, as far as is known.</summary>
    public string? Problem { get; init; }

    /// <summary>For how long it could not be read; null: it can.</summary>
    public Duration? For { get; init; }

    /// <summary>How long ago it was read; null: it never was.</summary>
    public Duration? SinceRead { get; init; }

    /// <summary>It was not read for so long that somebody should look.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What is wrong with it, in one sentence without a full stop.</summary>
    public string Words =>
        Problem is { } problem ? $"{problem} (for {Minutes(For)})" : $"{Address} was not read for {Minutes(SinceRead)}";

    private static string Minutes(Duration? length) =>
        length is not { } time ? "an unknown time"
        : time < Duration.FromMinutes(2) ? "a minute"
        : time < Duration.FromHours(2) ? $"{(int)time.TotalMinutes} minutes"
        : $"{(int)time.TotalHours} hours";
}

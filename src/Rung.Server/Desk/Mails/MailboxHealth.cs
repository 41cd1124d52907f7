using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Mailboxes;

namespace Rung.Server.Desk.Mails;

/// <summary>How the mailboxes stand whose mail is fetched; said on pages and to whoever watches the process (R11).</summary>
public sealed class MailboxHealth(RungDatabase database, DeskRegister desks, RungOptions options)
{
    /// <summary>So long a server may be away before anybody is called.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(5);

    /// <summary>Every mailbox that this installation fetches.</summary>
    public async Task<IReadOnlyList<MailboxState>> All()
    {
        if (options.Mailboxes.Count == 0)
        {
            return [];
        }
        var kept = (await database.Mailboxes.List()).ToDictionary(one => one.Name, StringComparer.Ordinal);
        var now = await database.Now();
        return [.. options.Mailboxes.Select(one => Of(one, kept.GetValueOrDefault(one.Name), now))];
    }

    /// <summary>Of a desk.</summary>
    public async Task<IReadOnlyList<MailboxState>> Of(string desk) => [.. (await All()).Where(one => one.Desk == desk)];

    /// <summary>Those that could not be read for longer than a server may be away.</summary>
    public async Task<IReadOnlyList<MailboxState>> Unread() => [.. (await All()).Where(one => one.IsUnread)];

    private MailboxState Of(ImapAddress address, Mailbox? kept, Instant now) =>
        new(MailRoutes.Find(desks.Active, address.For).Document.Id, address)
        {
            Problem = kept?.Problem,
            For = kept?.ProblemSince is { } since ? now - since : null,
            SinceRead = kept?.ReadAt is { } read ? now - read : null,
            IsUnread = Longer(now, kept?.ProblemSince) || (kept?.Problem is null && Longer(now, kept?.ReadAt)),
        };

    private static bool Longer(Instant now, Instant? since) => since is { } at && now - at > Patience;
}

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

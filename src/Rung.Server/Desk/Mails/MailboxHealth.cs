using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Mailboxes;

namespace Rung.Server.Desk.Mails;

/// <summary>How the mailboxes stand whose mail is fetched; said on pages and to whoever watches the process (R11).</summary>
public sealed class MailboxHealth(
    RungDatabase database,
    DeskRegister desks,
    RungOptions options,
    ServerCertificates certificates
)
{
    /// <summary>So long a server may be away before anybody is called.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(5);

    /// <summary>One sentence without a full stop for each certificate of a mail server that ends within 14 days.</summary>
    public async Task<IReadOnlyList<string>> EndingCertificates() => certificates.Ending(await database.Now());

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
        new(MailRoutes.Find(desks, address.For), address)
        {
            Problem = kept?.Problem,
            For = kept?.ProblemSince is { } since ? now - since : null,
            SinceRead = kept?.ReadAt is { } read ? now - read : null,
            IsUnread = Longer(now, kept?.ProblemSince) || (kept?.Problem is null && Longer(now, kept?.ReadAt)),
        };

    private static bool Longer(Instant now, Instant? since) => since is { } at && now - at > Patience;
}

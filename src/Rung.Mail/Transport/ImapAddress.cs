using System.Diagnostics.CodeAnalysis;

namespace Rung.Mail.Transport;

/// <summary>
/// A mailbox whose mail is fetched: <c>imaps://user:password@host:993/INBOX?for=desk@example.org</c>, or <c>imap://…</c> with
/// STARTTLS. RFC 9051
/// </summary>
public sealed record ImapAddress : MailServerAddress
{
    private const int UsualPort = 143;
    private const int UsualTlsPort = 993;

    private static readonly AddressForm Form = new(
        "imap",
        "imaps",
        UsualPort,
        UsualTlsPort,
        HasPath: true,
        ["for", "move-to", "mark"]
    );

    private ImapAddress(AddressText text)
        : base(text)
    {
        Folder = text.Path.Length == 0 ? "INBOX" : text.Path;
        For = (text.Setting("for") ?? User!).ToLowerInvariant();
        MoveTo = text.Setting("move-to");
        IsMarked = text.Setting("mark") != "off";
    }

    public string Folder { get; }

    /// <summary>The address at which the desk published that it receives this mail; it decides on desk and route.</summary>
    public string For { get; }

    /// <summary>The folder that what was taken is moved to; null: it stays.</summary>
    public string? MoveTo { get; }

    /// <summary>Whether what was taken is marked as read.</summary>
    public bool IsMarked { get; }

    /// <summary>
    /// Which mailbox it is: what was taken from it is remembered under this. By the two usual ports one comes to the same mailbox; at
    /// any other another server may be.
    /// </summary>
    public string Name =>
        Port is UsualPort or UsualTlsPort ? $"{User}@{Host}/{Folder}" : $"{User}@{Host}:{Port}/{Folder}";

    /// <param name="problem">What is wrong, in one sentence that tells no secret; null: nothing.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ImapAddress? address,
        [NotNullWhen(false)] out string? problem
    )
    {
        address = null;
        var read = AddressText.Read(text, Form, out problem);
        problem ??= Problem(read!);
        address = problem is null ? new ImapAddress(read!) : null;
        return address is not null;
    }

    public override string ToString() => $"{Words}/{Folder}";

    private static string? Problem(AddressText text) =>
        text.User is null ? "a mailbox needs a user: imaps://user:password@host"
        : text.Setting("for") is null && !text.User.Contains('@', StringComparison.Ordinal)
            ? "for=ADDRESS is missing: the desk's address whose mail is in this mailbox"
        : text.Setting("mark") is not (null or "off") ? "mark=off is the only value that mark can have"
        : null;
}

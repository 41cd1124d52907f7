using System.Diagnostics.CodeAnalysis;

namespace Rung.Mail.Transport;

/// <summary>
/// The mail server that takes our mail: <c>smtp://user:password@host:587</c>, or <c>smtps://…</c> for a server that speaks
/// TLS from the first byte.
/// </summary>
public sealed record SmtpAddress : MailServerAddress
{
    private static readonly AddressForm Form = new("smtp", "smtps", 587, 465, HasPath: false, []);

    private SmtpAddress(AddressText text)
        : base(text) { }

    /// <param name="problem">What is wrong, in one sentence that tells no secret; null: nothing.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out SmtpAddress? address,
        [NotNullWhen(false)] out string? problem
    )
    {
        address = AddressText.Read(text, Form, out problem) is { } read ? new SmtpAddress(read) : null;
        return address is not null;
    }

    public override string ToString() => Words;
}

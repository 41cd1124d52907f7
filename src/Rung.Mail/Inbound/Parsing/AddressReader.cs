using MimeKit;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Reads address lists. What cannot be an address is left out with a note; no line end survives (S26).</summary>
internal static class AddressReader
{
    // Quoted names may hold these, and those are attacks more often than names.
    private const string NeverInNames = "<>()[],;:\\\"@";

    private static readonly ParserOptions Options = new()
    {
        MaxAddressGroupDepth = 2,
        AllowAddressesWithoutDomain = true,
    };

    public static IReadOnlyList<MailAddress> Read(byte[] value, MailNotes notes)
    {
        if (!InternetAddressList.TryParse(Options, value, out var list))
        {
            if (value.Any(letter => letter is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')))
            {
                notes.Add(MailFault.BadAddress);
            }
            return [];
        }
        List<MailAddress> read = [];
        foreach (var mailbox in list.Mailboxes.Take(MailLimits.Addresses))
        {
            if (Read(mailbox, notes) is { } address)
            {
                read.Add(address);
            }
            else
            {
                notes.Add(MailFault.BadAddress);
            }
        }
        return read;
    }

    private static MailAddress? Read(MailboxAddress mailbox, MailNotes notes)
    {
        var address = mailbox.Address ?? "";
        var at = address.LastIndexOf('@');
        var isUsable =
            at > 0
            && at < address.Length - 1
            && address.Length <= MailLimits.AddressLength
            && address.All(letter => letter > ' ' && !char.IsControl(letter) && !char.IsWhiteSpace(letter))
            && !address[..at].Any(letter => NeverInNames.Contains(letter, StringComparison.Ordinal))
            && address[(at + 1)..].All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_');
        return isUsable
            ? new MailAddress(
                PlainText.OneLine(mailbox.Name ?? "", MailLimits.NameLength, notes),
                address[..(at + 1)] + address[(at + 1)..].ToLowerInvariant()
            )
            : null;
    }
}

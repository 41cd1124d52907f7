using MimeKit.Text;
using Rung.Mail.Inbound.Parsing;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>
/// Addresses of links that a reader may follow: web, mail and telephone, written out in full. An address that begins with a name
/// and an @ looks like another one, so it is no link.
/// </summary>
internal static class SafeLinks
{
    private const int Longest = 2_000;

    public static string? Of(HtmlTagToken tag)
    {
        var given = HtmlTags.Attribute(tag, "href") ?? "";
        var clean = PlainText.OneLine(given, Longest + 1, new MailNotes());
        return
            clean.Length <= Longest
            && Uri.TryCreate(clean, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" or "mailto" or "tel"
            && (address.UserInfo.Length == 0 || address.Scheme == "mailto")
            ? address.AbsoluteUri
            : null;
    }
}

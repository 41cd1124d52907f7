using MimeKit.Utils;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Message-IDs as they are compared: without brackets, of a sensible length, of printable characters only.</summary>
internal static class MessageIds
{
    public static IEnumerable<string> Of(string? text) =>
        MimeUtils
            .EnumerateReferences(text ?? "")
            .Take(MailLimits.MessageIds * 4)
            .Where(id =>
                id.Length is > 2 and <= MailLimits.MessageIdLength && id.All(letter => letter is > ' ' and < '\u007f')
            );
}

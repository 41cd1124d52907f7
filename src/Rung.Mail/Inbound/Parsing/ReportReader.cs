using System.Text;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Reads what a delivery report says: whom it could not reach, and which mail it is about. RFC 3464</summary>
internal static class ReportReader
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Whom it says could not be reached for good; what is only late is not among them.</summary>
    public static IReadOnlyList<string> Undelivered(IReadOnlyList<ScannedPart> parts, byte[] message) =>
        [
            .. Failed(
                    parts
                        .Where(part =>
                            part.Is("message", "delivery-status") || part.Is("message", "global-delivery-status")
                        )
                        .Take(1)
                        .SelectMany(part => Fields(part, message))
                )
                .Where(address =>
                    address.Contains('@', StringComparison.Ordinal) && address.Length <= MailLimits.AddressLength
                )
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MailLimits.Addresses),
        ];

    // Each recipient's fields end where the next recipient's begin; one without an action counts as failed.
    private static List<string> Failed(IEnumerable<(string Name, string Value)> fields)
    {
        var (failed, pending) = (new List<string>(), new List<string>());
        var isJudged = false;
        foreach (var (name, value) in fields)
        {
            if (name is "final-recipient" or "original-recipient")
            {
                if (isJudged)
                {
                    (pending, isJudged) = ([], false);
                }
                pending.Add(value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>'));
            }
            else if (name == "action")
            {
                isJudged = true;
                failed.AddRange(value.Equals("failed", StringComparison.OrdinalIgnoreCase) ? pending : []);
                pending = [];
            }
        }
        return [.. failed, .. pending];
    }

    /// <summary>Message-IDs in parts that hold nothing but the headers of a mail.</summary>
    public static IEnumerable<string> Enclosed(IReadOnlyList<ScannedPart> parts, byte[] message) =>
        parts
            .Where(part =>
                part.Is("text", "rfc822-headers")
                || part.Is("message", "rfc822-headers")
                || part.Is("message", "rfc822")
            )
            .Take(3)
            .SelectMany(part => Fields(part, message))
            .Where(field => field.Name == "message-id")
            .SelectMany(field => MessageIds.Of(field.Value));

    private static IEnumerable<(string Name, string Value)> Fields(ScannedPart part, byte[] message)
    {
        var text = Encoding.Latin1.GetString(PartContent.Bytes(part, message, MostBytes));
        foreach (var line in text.Split('\n').Take(500))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 60 and var colon)
            {
                var value = PlainText.OneLine(line[(colon + 1)..], MailLimits.FieldLength, new MailNotes());
                yield return (line[..colon].Trim().ToLowerInvariant(), value);
            }
        }
    }
}

using MimeKit;
using Rung.Mail.Inbound.Parsing;

namespace Rung.Mail.Inbound;

/// <summary>
/// Reads a mail. Total: any bytes give a message, with findings about what is wrong with them, in time and memory that
/// grow with their number and no faster. R6, S41, S42
/// </summary>
public static class MailReader
{
    /// <summary>What is longer is read no further than this.</summary>
    public const int MostBytes = MailLimits.Bytes;

    /// <summary>Reads a message as a mail server hands it over (RFC 5322 with MIME; a mailbox's "From " line is passed over).</summary>
    public static ReceivedMail Read(byte[] message)
    {
        var notes = new MailNotes();
        var scan = Scan(message, notes);
        var headers = new HeaderReader(scan.Headers, notes);
        var body = new BodyReader(scan.Parts, message, notes);
        var text = body.Read();
        var attached = Attached(scan, body).ToList();
        NoteForms(scan, notes);
        headers.NoteRepeated();
        var mail = new ReceivedMail
        {
            From = headers.From(),
            To = headers.Addresses(HeaderId.To),
            Cc = headers.Addresses(HeaderId.Cc),
            ReplyTo = headers.Addresses(HeaderId.ReplyTo),
            DeliveredTo = headers.DeliveredTo(),
            Subject = headers.Subject(),
            MessageId = headers.MessageId(),
            Answers = headers.Answers(),
            Written = headers.Written(),
            Headers = headers.Fields(),
            Body = text,
            Attachments = List(attached, notes),
            Enclosed =
            [
                .. scan
                    .Enclosed.SelectMany(MessageIds.Of)
                    .Concat(ReportReader.Enclosed(scan.Parts, message))
                    .Distinct(),
            ],
            Undelivered = ReportReader.Undelivered(scan.Parts, message),
            Findings = notes.Findings,
        };
        return mail.IsForward ? mail with { Body = mail.Body.AsForward() } : mail;
    }

    /// <summary>The content of an attachment, decoded.</summary>
    /// <param name="number">As <see cref="MailAttachment.Number"/> of the same message says.</param>
    /// <returns>Null: there is no attachment of that number.</returns>
    public static byte[]? Content(byte[] message, int number) =>
        Contents(message, [number]) is [var content, ..] ? content : null;

    /// <summary>The contents of several attachments, decoded; of a number that there is not, none.</summary>
    public static IReadOnlyList<byte[]> Contents(byte[] message, IReadOnlyCollection<int> numbers)
    {
        var notes = new MailNotes();
        var scan = Scan(message, notes);
        var body = new BodyReader(scan.Parts, message, notes);
        body.Read();
        return
        [
            .. Attached(scan, body)
                .Take(MailLimits.Attachments)
                .Where((_, index) => numbers.Contains(index + 1))
                .Select(part => PartContent.Bytes(part, message, MailLimits.Bytes)),
        ];
    }

    private static MessageScan Scan(byte[] message, MailNotes notes)
    {
        if (message.Length > MailLimits.Bytes)
        {
            notes.Add(MailFault.TooLarge);
        }
        if (message.Length == 0)
        {
            notes.Add(MailFault.Empty);
        }
        return MessageScan.Of(message, Math.Min(message.Length, MailLimits.Bytes), notes);
    }

    private static IEnumerable<ScannedPart> Attached(MessageScan scan, BodyReader body) =>
        scan.Parts.Where(part => !body.Used.Contains(part) && !part.Is("message", "delivery-status"));

    private static List<MailAttachment> List(List<ScannedPart> parts, MailNotes notes)
    {
        if (parts.Count > MailLimits.Attachments)
        {
            notes.Add(MailFault.TooManyAttachments);
        }
        return
        [
            .. parts
                .Take(MailLimits.Attachments)
                .Select(
                    (part, index) =>
                        new MailAttachment(
                            index + 1,
                            FileNames.Safe(part, index + 1, notes),
                            FileNames.MediaType(part),
                            PartContent.Size(part),
                            part.ContentId is { } id ? PlainText.OneLine(id, MailLimits.MessageIdLength, notes) : null
                        )
                ),
        ];
    }

    private static void NoteForms(MessageScan scan, MailNotes notes)
    {
        if (scan.Parts.Exists(part => part.Is("application", "ms-tnef") || part.Is("application", "vnd.ms-tnef")))
        {
            notes.Add(MailFault.OutlookPackage);
        }
        if (scan.Outer is { } outer && IsEncrypted(outer))
        {
            notes.Add(MailFault.Encrypted);
        }
    }

    private static bool IsEncrypted(ContentType type) =>
        type.IsMimeType("multipart", "encrypted")
        || (
            (type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime"))
            && !string.Equals(type.Parameters["smime-type"], "signed-data", StringComparison.OrdinalIgnoreCase)
        );
}

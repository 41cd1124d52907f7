using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Rung.Mail.Outbound;

/// <summary>
/// Writes a mail of ours: the plain text complete and first, the same as HTML beside it, in its thread, and saying that a
/// program sent it. <c>spec/ux.md</c> 3; RFC 3834, 5322.
/// </summary>
public static class MailWriter
{
    // All but reports of non-delivery, which the desk wants to see.
    private const string NoAnswers = "DR, RN, NRN, OOF, AutoReply";

    /// <summary>As it goes to the mail server: lines end in CR LF, nothing but ASCII.</summary>
    public static byte[] Write(OutgoingMail mail)
    {
        using var message = Message(mail);
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, bytes);
        return bytes.ToArray();
    }

    /// <summary>Its header fields, as a person reads them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(OutgoingMail mail)
    {
        using var message = Message(mail);
        return [.. message.Headers.Select(header => KeyValuePair.Create(header.Field, header.Value.Trim()))];
    }

    internal static MimeMessage Message(OutgoingMail mail)
    {
        var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(Address(mail.From));
        message.To.Add(Address(mail.To));
        message.Subject = mail.Subject;
        message.Date = mail.WrittenAt.ToDateTimeOffset();
        message.MessageId = mail.MessageId;
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Address(replyTo));
        }
        Thread(message, mail);
        message.Headers.Add("Auto-Submitted", mail.IsReply ? "auto-replied" : "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", NoAnswers);
        message.Headers.Add("X-Loop", mail.From.Address);
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.Body = Body(mail);
        return message;
    }

    private static void Thread(MimeMessage message, OutgoingMail mail)
    {
        if (mail.InReplyTo is { } answered)
        {
            message.InReplyTo = answered;
        }
        foreach (var reference in mail.References)
        {
            message.References.Add(reference);
        }
    }

    // The boundaries are made from the Message-ID: a repeated attempt is the same to the byte.
    private static Multipart Body(OutgoingMail mail)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId));
        var boundary = $"=_rung_{Convert.ToHexStringLower(hash.AsSpan(0, 12))}";
        var text = Alternatives(mail, boundary);
        if (mail.Enclosures.Count == 0)
        {
            return text;
        }
        var whole = new Multipart("mixed") { text };
        whole.Boundary = $"{boundary}_all";
        foreach (var one in mail.Enclosures)
        {
            whole.Add(Part(one));
        }
        return whole;
    }

    private static MultipartAlternative Alternatives(OutgoingMail mail, string boundary)
    {
        var alternatives = new MultipartAlternative
        {
            Part("plain", $"{mail.Text}\n"),
            Part("html", HtmlLetter.Of(mail.Subject, mail.Text, mail.Language)),
        };
        alternatives.Boundary = boundary;
        return alternatives;
    }

    private static TextPart Part(string kind, string text)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    // What has parts of its own by its type would have to be taken apart again: it goes as bytes.
    private static MimePart Part(Enclosure one)
    {
        var isFile =
            !one.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            && !one.MediaType.StartsWith("message/", StringComparison.OrdinalIgnoreCase);
        var type =
            isFile && ContentType.TryParse(one.MediaType, out var said) ? said : new("application", "octet-stream");
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(one.Content)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = one.FileName,
        };
    }

    private static MailboxAddress Address(NamedAddress mailbox) => new(Encoding.UTF8, mailbox.Name, mailbox.Address);
}

using Rung.Mail.Inbound;

namespace Rung.Mail.Outbound;

/// <summary>A file that goes along with a mail of ours.</summary>
/// <param name="MediaType">As whoever sent it first said; what is no file by that goes as bytes.</param>
public sealed record Enclosure(string FileName, string MediaType, byte[] Content)
{
    /// <summary>
    /// Bytes of all together. Encoded they are a third more, and with the text less than the 10 MB that mail servers take unless
    /// they are told otherwise.
    /// </summary>
    public const long Most = 7_000_000;

    /// <summary>Which attachments of a mail go along when it is handed on, and which are too large: in their order, as long as there is room.</summary>
    public static (IReadOnlyList<MailAttachment> Along, IReadOnlyList<MailAttachment> Stay) Choose(ReceivedMail mail)
    {
        var (along, stay) = (new List<MailAttachment>(), new List<MailAttachment>());
        var room = Most;
        foreach (var one in mail.Attachments)
        {
            (one.Size <= room ? along : stay).Add(one);
            room -= one.Size <= room ? one.Size : 0;
        }
        return (along, stay);
    }

    /// <summary>Those that go along when this message is handed on.</summary>
    public static IReadOnlyList<Enclosure> Of(byte[] message)
    {
        var (along, _) = Choose(MailReader.Read(message));
        var contents = MailReader.Contents(message, [.. along.Select(one => one.Number)]);
        return [.. along.Zip(contents, (one, content) => new Enclosure(one.FileName, one.MediaType, content))];
    }
}

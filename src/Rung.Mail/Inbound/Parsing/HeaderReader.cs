using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Reads the header fields that matter; what stands once and is repeated counts as the first says.</summary>
internal sealed class HeaderReader(IReadOnlyList<Header> headers, MailNotes notes)
{
    // Before the first mail and after the last day that time zones are known for, nobody wrote anything.
    private static readonly Instant Earliest = Instant.FromUtc(1990, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2090, 1, 1, 0, 0);
    private static readonly HeaderId[] Once =
    [
        HeaderId.From,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MessageId,
        HeaderId.InReplyTo,
        HeaderId.ReplyTo,
        HeaderId.Sender,
    ];

    public MailHeaders Fields() =>
        new([
            .. headers.Select(header =>
                KeyValuePair.Create(
                    PlainText.OneLine(header.Field, 100, notes),
                    PlainText.OneLine(Value(header), MailLimits.FieldLength, notes)
                )
            ),
        ]);

    public void NoteRepeated()
    {
        foreach (var id in Once.Where(id => headers.Count(header => header.Id == id) > 1).Take(1))
        {
            notes.Add(MailFault.RepeatedHeader, id.ToHeaderName());
        }
    }

    public MailAddress? From()
    {
        var from = Addresses(HeaderId.From);
        if (from.Count > 1)
        {
            notes.Add(MailFault.SeveralSenders);
        }
        var sender =
            from.Count > 0 ? from[0]
            : Addresses(HeaderId.Sender) is [var first, ..] ? first
            : null;
        if (sender is null)
        {
            notes.Add(MailFault.NoSender);
        }
        return sender;
    }

    public IReadOnlyList<MailAddress> Addresses(HeaderId id) =>
        First(id) is { } header ? AddressReader.Read(header.RawValue, notes) : [];

    /// <summary>Of every field with one of these names, in their order.</summary>
    public IReadOnlyList<MailAddress> DeliveredTo() =>
        [
            .. headers
                .Where(header => header.Field.ToLowerInvariant() is "delivered-to" or "x-original-to" or "envelope-to")
                .Take(MailLimits.Addresses)
                .SelectMany(header => AddressReader.Read(header.RawValue, notes)),
        ];

    public string Subject()
    {
        var subject = First(HeaderId.Subject) is { } header
            ? PlainText.OneLine(Value(header), MailLimits.SubjectLength, notes)
            : "";
        if (subject.Length == 0)
        {
            notes.Add(MailFault.NoSubject);
        }
        return subject;
    }

    public string? MessageId()
    {
        var id = First(HeaderId.MessageId) is { } header ? MessageIds.Of(header.Value).FirstOrDefault() : null;
        if (id is null)
        {
            notes.Add(MailFault.NoMessageId);
        }
        return id;
    }

    public IReadOnlyList<string> Answers() =>
        [
            .. MessageIds
                .Of(First(HeaderId.InReplyTo)?.Value)
                .Concat(MessageIds.Of(First(HeaderId.References)?.Value).Reverse())
                .Distinct(StringComparer.Ordinal)
                .Take(MailLimits.MessageIds),
        ];

    public Instant? Written()
    {
        if (First(HeaderId.Date) is not { } header || !DateUtils.TryParse(header.RawValue, out var date))
        {
            notes.Add(MailFault.NoDate);
            return null;
        }
        var written = Instant.FromDateTimeOffset(date);
        if (written < Earliest || written > Latest)
        {
            notes.Add(MailFault.OddDate);
            return null;
        }
        return written;
    }

    private Header? First(HeaderId id) => headers.FirstOrDefault(header => header.Id == id);

    private static string Value(Header header) => header.Value ?? "";
}

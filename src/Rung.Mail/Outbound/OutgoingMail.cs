using NodaTime;

namespace Rung.Mail.Outbound;

/// <summary>A mail of ours, whole: written out it is the same bytes each time, so that an attempt repeated repeats nothing else.</summary>
public sealed record OutgoingMail
{
    public required NamedAddress From { get; init; }

    /// <summary>One: nobody learns who else is told.</summary>
    public required NamedAddress To { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Paragraphs; below a line with two dashes and a space stands what is under every mail.</summary>
    public required string Text { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was written, in the desk's time; also when it leaves later.</summary>
    public required OffsetDateTime WrittenAt { get; init; }

    /// <summary>As in the guide: <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where answers go, with our signature; null: to <see cref="From"/>.</summary>
    public NamedAddress? ReplyTo { get; init; }

    /// <summary>Where mail servers send it back to; null: nowhere (RFC 3834, 3.3).</summary>
    public NamedAddress? ReturnTo { get; init; }

    /// <summary>Message-ID of the mail that it answers; null: of none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Message-IDs of its thread, the first first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Files that go along, in their order.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Whether nothing but a mail that came in caused it.</summary>
    public bool IsReply { get; init; }
}

using System.Text.RegularExpressions;
using NodaTime;
using Rung.Mail.Inbound.Bodies;

namespace Rung.Mail.Inbound;

/// <summary>
/// A mail as Rung reads it. Every text in it is safe to show: decoded, on one line where it should be, without control
/// characters and without marks that turn the direction of writing. Nothing in it is proof of anything: whoever wrote
/// the mail wrote this as well.
/// </summary>
public sealed partial record ReceivedMail
{
    /// <summary>Who the mail says it is from; null: it says nothing that can be read as an address.</summary>
    public MailAddress? From { get; init; }
    public IReadOnlyList<MailAddress> To { get; init; } = [];
    public IReadOnlyList<MailAddress> Cc { get; init; } = [];
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>Addresses that mail servers on the way noted (Delivered-To, X-Original-To, Envelope-To), last server first.</summary>
    public IReadOnlyList<MailAddress> DeliveredTo { get; init; } = [];

    /// <summary>One line, at most 300 characters; empty when there is none.</summary>
    public required string Subject { get; init; }

    /// <summary>Without angle brackets; null: none, or not usable.</summary>
    public string? MessageId { get; init; }

    /// <summary>The mails this one answers: In-Reply-To first, then References from the newest to the oldest; at most 100.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>What the mail says about when it was written. Never the time of receipt.</summary>
    public Instant? Written { get; init; }
    public required MailHeaders Headers { get; init; }
    public required MailContent Body { get; init; }
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Message-IDs of mails that are enclosed whole or by their headers: what a bounce is about.</summary>
    public IReadOnlyList<string> Enclosed { get; init; } = [];

    /// <summary>Addresses a delivery report says could not be reached.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];

    /// <summary>
    /// Whether its subject says that somebody sends it on: FW, Fwd, and what programs write in other languages, also after what a
    /// mail server put before it ("[EXTERNAL]"). What follows a reference is the subject of a case.
    /// </summary>
    public bool IsForward =>
        ForwardSubject().Match(Subject) is { Success: true } begin && !ReferenceTag().IsMatch(begin.Value);

    /// <summary>What is wrong or noteworthy about the message, in the order noticed; empty for an ordinary one.</summary>
    public IReadOnlyList<MailFinding> Findings { get; init; } = [];

    [GeneratedRegex(
        @"^\s*(\[[^\]]{1,30}\]\s*|(EXTERNAL|EXT)\s*:\s*)*(FWD?|WG|TR|RV|VS)\s?:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ForwardSubject();

    [GeneratedRegex(
        @"\[[A-Z]{1,4}-[2-9A-Z]{3,4}-[2-9A-Z]{3,4}\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ReferenceTag();
}

/// <summary>A part of a mail that is kept beside its text.</summary>
/// <param name="Number">From 1; names it in <see cref="MailReader.Content"/>.</param>
/// <param name="FileName">Without folders, controls or what a file system minds; made up when the mail gives none.</param>
/// <param name="MediaType">As the mail says, lower case and well formed; not to be believed.</param>
/// <param name="Size">Bytes when decoded, to a few hundredths.</param>
/// <param name="ContentId">What the HTML text names it by (<c>cid:</c>); null: it does not.</param>
public sealed record MailAttachment(int Number, string FileName, string MediaType, long Size, string? ContentId);

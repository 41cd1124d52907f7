using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Bodies;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Desk.Mails;
using Rung.Storage.Inbound;

namespace Rung.Server.Api.Bodies;

/// <summary>Mails of a desk.</summary>
public sealed record IntakeBody(string Desk, string Zone, Instant Now, IReadOnlyList<MailRowBody> Mails);

/// <summary>The mails on a case, in the order received.</summary>
public sealed record CaseMailsBody(string Reference, IReadOnlyList<MailRowBody> Mails);

/// <summary>How much mail waits for somebody.</summary>
/// <param name="Overdue">Of the un-logged: those whose log-by has passed (ESS-41).</param>
public sealed record IntakeCountsBody(int Unlogged, int Overdue, int SetAside);

/// <summary>A mail as lists show it.</summary>
public sealed record MailRowBody
{
    public required long Id { get; init; }
    public required InboundState State { get; init; }

    /// <summary>The address it came to, or was moved to.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Id of the guide's route that has the address.</summary>
    public string? Route { get; init; }

    /// <summary>Who it says it is from; proof of nothing.</summary>
    public string? From { get; init; }
    public string? Subject { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>From when it counts as received (ESS-40).</summary>
    public Instant? EffectiveAt { get; init; }

    /// <summary>When it must have been logged (ESS-41, A-05).</summary>
    public Instant? LogBy { get; init; }

    /// <summary>It waits, and its log-by has passed.</summary>
    public required bool Overdue { get; init; }

    /// <summary>What was seen of it when it was read; left out: it was not read.</summary>
    public InboundLook? Look { get; init; }

    /// <summary>Why it waits, was left alone or set aside.</summary>
    public string? Reason { get; init; }

    /// <summary>The address that it says could not be reached.</summary>
    public string? Undelivered { get; init; }

    /// <summary>Who decided what became of it; left out: Rung did, or nobody yet.</summary>
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }

    public static MailRowBody Of(InboundMail mail, Guide guide, Instant now) =>
        new()
        {
            Id = mail.Id,
            State = mail.State,
            Mailbox = mail.Mailbox,
            Route = MailRoutes.RouteOf(guide, mail.Mailbox)?.Id,
            From = mail.Author,
            Subject = mail.Subject,
            ReceivedAt = mail.ReceivedAt,
            EffectiveAt = mail.EffectiveAt,
            LogBy = mail.LogBy,
            Overdue = mail.State == InboundState.Unlogged && mail.LogBy < now,
            Look = mail.Look,
            Reason = mail.Reason,
            Undelivered = mail.Undelivered,
            DecidedBy = mail.DecidedBy,
            DecidedAt = mail.DecidedAt,
        };
}

/// <summary>A mail with all that is made of it.</summary>
public sealed record MailBody
{
    public required MailRowBody Mail { get; init; }

    /// <summary>The case it is on.</summary>
    public string? Case { get; init; }

    /// <summary>The log-by with all its numbers, while it waits.</summary>
    public ClockBody? Clock { get; init; }

    /// <summary>The rest is left out while the mail is set aside: it is not read again before somebody asks for that.</summary>
    public MailReadBody? Read { get; init; }

    internal static MailBody Of(InboundMail mail, ReadMail? read, Guide guide, Instant now) =>
        new()
        {
            Mail = MailRowBody.Of(mail, guide, now),
            Clock =
                mail is { State: InboundState.Unlogged, EffectiveAt: { } effective }
                && LogByClock.Read(guide, mail.ReceivedAt, effective, now) is { } ledger
                    ? ClockBody.Of(ledger.Reading)
                    : null,
            Read = read is null ? null : MailReadBody.Of(read),
        };
}

/// <param name="Sender">What our own mail server found about the sender, in a sentence.</param>
/// <param name="Customer">Id of the customer whose contact has this address.</param>
/// <param name="Hint">The case it may be about; an agent decides. Left out once it is on a case.</param>
/// <param name="Answers">The mail that it answers and that waits to be logged as well.</param>
/// <param name="FollowedBy">Mails of its thread that came after it and wait to be logged as well, the first ten.</param>
/// <param name="HighImpact">Words that sound as if it should have been a call (ESS-16).</param>
/// <param name="Missing">What is to be asked for, as the guide words it (ESS-36).</param>
/// <param name="Text">All of it as plain text.</param>
/// <param name="Html">The formatted text, made safe.</param>
public sealed record MailReadBody(
    string From,
    string Sender,
    string? Customer,
    string? Contact,
    CaseReference? Hint,
    long? Answers,
    IReadOnlyList<long> FollowedBy,
    string? HighImpact,
    IReadOnlyList<MailFactBody> Facts,
    string Missing,
    string Text,
    IReadOnlyList<TextBlock> Blocks,
    string? Html,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<string> Findings
)
{
    internal static MailReadBody Of(ReadMail read)
    {
        var mail = read.Mail;
        return new(
            mail.From?.ToString() ?? "",
            read.Sender.Says,
            read.Known.Customer?.Id,
            read.Known.Contact?.Name,
            read.Kept.State == InboundState.OnCase ? null : read.Suggestion.Named,
            read.Answered,
            [.. read.Following.Select(next => next.Id)],
            read.Urgent,
            [.. read.Facts.Select(fact => new MailFactBody(fact.Fact.Id, fact.Where, fact.Value))],
            read.AskFor,
            mail.Body.Text,
            mail.Body.Blocks,
            mail.Body.Html,
            [.. mail.Attachments.Select(one => one.FileName)],
            [.. mail.Findings.Select(finding => finding.Sentence)]
        );
    }
}

/// <param name="Where">Where it was found: the contact's record, a line of its own, the running text; or that it is missing.</param>
public sealed record MailFactBody(string Id, FoundWhere Where, string? Value);

using Rung.Core.Cases;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Api.Bodies;

/// <summary>The case that a mail becomes; how it came and when are the mail's.</summary>
public sealed record MailLogRequest
{
    /// <summary>Id of one of the guide's kinds.</summary>
    public required string Kind { get; init; }

    /// <summary>In a few words, 1 to 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the customer.</summary>
    public required string Customer { get; init; }
    public required ReportedBy Contact { get; init; }

    /// <summary>The customer's own fault reference (ESS-32).</summary>
    public string? CustomerReference { get; init; }
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>Question id to option id or text; the reason of an answer that needs one is under <c>ID.reason</c>.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>Left out: the guide's proposal is taken.</summary>
    public string? Priority { get; init; }

    /// <summary>When the mail is unclear: the case is raised On-Hold, and what is awaited is asked for (ESS-39).</summary>
    public Hold? Hold { get; init; }

    /// <summary>For a customer with a first-line desk of its own: <c>ownDeskReferred</c> once that desk referred it on.</summary>
    public FirstLine FirstLine { get; init; }
}

/// <param name="Reference">The case that the mail is entered on.</param>
/// <param name="As"><c>question</c> where they ask how things stand (ESS-78), which ends no hold; left out: it is what the customer said.</param>
public sealed record MailAttachRequest(CaseReference Reference, EnteredAs As = EnteredAs.Answer);

/// <param name="Reason">Why it is no case; whoever looks for it later reads that.</param>
public sealed record MailDiscardRequest(string Reason);

/// <param name="Route">Id of the route that takes it over, such as <c>direct-sales</c>.</param>
/// <param name="Note">What the team should know besides; left out: nothing.</param>
public sealed record MailHandOverRequest(string Route, string? Note = null);

/// <param name="Mailbox">An address that a guide publishes; it says which desk and which route.</param>
public sealed record MailMoveRequest(string Mailbox);

using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>What was known when the reference was issued. <c>At</c> is the moment of issue. ESS-19, ESS-29, A-04.</summary>
public sealed record CaseLogged : CaseEvent
{
    /// <summary>Never issued again.</summary>
    public required CaseReference Reference { get; init; }

    /// <summary>The guide's id.</summary>
    [Stays]
    public required string Desk { get; init; }

    /// <summary>The guide's version then in force, which the case keeps. ESS-02.</summary>
    [Stays]
    public required string GuideVersion { get; init; }

    /// <summary>Id of the guide's kind of case.</summary>
    [Stays]
    public required string Kind { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Source { get; init; }

    /// <summary>1 to 200 characters on one line.</summary>
    [Personal]
    public required string Subject { get; init; }

    /// <summary>As known then; what is on file about the customer later changes nothing here.</summary>
    public required Reporter Reporter { get; init; }

    /// <summary>When the call began, the mail arrived, the form was sent.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The alert's own time, for monitoring.</summary>
    public Instant? DetectedAt { get; init; }

    /// <summary>Where the case's clocks begin, as the guide's start rule says for the source.</summary>
    public required Instant ClockStart { get; init; }

    /// <summary>Paragraph that decided <see cref="ClockStart"/>.</summary>
    [Stays]
    public required string StartCite { get; init; }

    /// <summary>The closed case that this one continues. ESS-53.</summary>
    public CaseReference? Continues { get; init; }

    /// <summary>What is kept of a complaint; null: it is none.</summary>
    public ComplaintDetails? Complaint { get; init; }

    /// <summary>The files sent with the report; null: none.</summary>
    public IReadOnlyList<Paper>? Papers { get; init; }

    /// <summary>When the matter was received first, of a complaint that goes on with an earlier one that one's time.</summary>
    [JsonIgnore]
    public Instant FirstReceivedAt => Complaint?.FirstReceivedAt ?? ReceivedAt;
}

/// <summary>Who reports, for which customer, under which contract.</summary>
public sealed record Reporter(
    [Stays] string CustomerId,
    [Stays] string CustomerName,
    [Personal] string ContactName,
    [Stays] string? ContactRole,
    [Personal(Leaves.Nothing)] string? Phone,
    [Personal(Leaves.Nothing)] string? Email
)
{
    /// <summary>
    /// Id of who it is among the customer's contacts, which a name does not say: people share names, change them, and have
    /// successors in a post. Null: nobody on file, or not kept yet when the case was logged.
    /// </summary>
    [Personal(Leaves.Nothing)]
    public string? ContactId { get; init; }

    /// <summary>Id of the guide's contract; null: none, and conditions on it do not hold. SMC-02.</summary>
    [Stays]
    public string? Contract { get; init; }

    /// <summary>As conditions ask for it; null: not known.</summary>
    [Stays]
    public string? Region { get; init; }

    /// <summary>The customer's own fault reference. ESS-32.</summary>
    [Personal(Leaves.Nothing)]
    public string? CustomerReference { get; init; }

    /// <summary>Without the spaces around what was typed; a number or an address of nothing but spaces is none.</summary>
    internal Reporter AsKept() =>
        this with
        {
            ContactName = ContactName.Trim(),
            Phone = Kept(Phone),
            Email = Kept(Email),
        };

    private static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

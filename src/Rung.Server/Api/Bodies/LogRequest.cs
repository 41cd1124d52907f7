using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>A case to be logged. The clock runs from the reference that the answer names.</summary>
public sealed record LogRequest
{
    /// <summary>Id of one of the guide's kinds.</summary>
    public required string Kind { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Source { get; init; }

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

    /// <summary>When the call began or the mail arrived; left out: now.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>The alert's own time, for monitoring.</summary>
    public Instant? DetectedAt { get; init; }

    /// <summary>The closed case that this one continues; its priority is taken over (ESS-53, A-10).</summary>
    public CaseReference? Continues { get; init; }

    /// <summary>When what is reported is unclear: raised On-Hold at once (ESS-39).</summary>
    public Hold? Hold { get; init; }

    /// <summary>For a customer with a first-line desk of its own: <c>ownDeskReferred</c> once that desk referred it on.</summary>
    public FirstLine FirstLine { get; init; }

    /// <summary>With <c>monitoring</c> as the source: which alert it is, so that it makes one case however often it is raised.</summary>
    public RaisedAlert? Alert { get; init; }
}

/// <summary>Who reports it (ESS-17).</summary>
public sealed record ReportedBy(string Name, string? Role = null, string? Phone = null, string? Email = null)
{
    /// <summary>
    /// Id of who it is among the customer's contacts: their name is as on file, and so is what is left out. Without it whoever has this
    /// name on file, if that is one alone and has no other address than is given; else nobody who is on file.
    /// </summary>
    public string? Id { get; init; }
}

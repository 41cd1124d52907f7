using NodaTime;
using Rung.Core.Erasures;

namespace Rung.Core.Complaints;

/// <summary>What is kept of a complaint besides what every case has. ESS-89, ESS-93.</summary>
/// <param name="Text">The complaint in the customer's words, 1 to 100,000 characters.</param>
public sealed record ComplaintDetails([Personal] string Text)
{
    /// <summary>The person it is about, who never sees it; null: none was named.</summary>
    [Personal]
    public string? About { get; init; }

    /// <summary>Id of the post it is about, whose holder never sees it; null: none was named.</summary>
    [Stays]
    public string? AboutRole { get; init; }

    /// <summary>The scan of the letter, what was sent with the form. ESS-89.</summary>
    public IReadOnlyList<Paper> Papers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When the first complaint of this matter was received, where this one goes on with it (semantics 39).</summary>
    public Instant? FirstReceivedAt { get; init; }
}

/// <summary>A file that belongs to a complaint; its bytes are kept beside the case under their hash.</summary>
/// <param name="Name">Its name as it was given, one line, 1 to 120 characters.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Hash">Lower-case hex SHA-256 of its bytes.</param>
public sealed record Paper([Personal] string Name, [Stays] string MediaType, long Bytes, [Stays] string Hash);

using System.Text.Json.Serialization;

namespace Rung.Core.Cases;

/// <summary>Who acts. The role is the id of one of the guide's roles, or one of the constants here.</summary>
/// <param name="Name">A person's or post's name as shown in the timeline, 1 to 120 characters.</param>
public sealed record Actor(string Name, string Role)
{
    /// <summary>Any agent of the desk, where the guide names no post of its own for them.</summary>
    public const string AgentRole = "agent";

    /// <summary>
    /// Somebody on the customer's side. On a case that exists they reply, ask, confirm, reject or wish to escalate; the
    /// rest is refused.
    /// </summary>
    public const string ContactRole = "contact";

    /// <summary>
    /// The product itself: what it does takes nothing that the customer said as read
    /// (<see cref="CaseState.UnreadSince"/>).
    /// </summary>
    public const string SystemRole = "system";

    /// <summary>The desk itself: what falls due is done by it.</summary>
    public static Actor Desk { get; } = new("Rung", SystemRole);

    /// <summary>Whoever is not known: nothing is theirs to do.</summary>
    public static Actor Nobody { get; } = new("Nobody", "nobody");

    /// <summary>
    /// Of somebody of a customer's the id of that, while they ask; null: not said, or somebody of the desk. No event keeps it,
    /// since a case knows its customer.
    /// </summary>
    [JsonIgnore]
    public string? CustomerId { get; init; }

    /// <summary>Of somebody of a customer's who is on file the id under which they are, which events keep; null: nobody on file.</summary>
    [JsonIgnore]
    public string? ContactId { get; init; }

    /// <summary>The case that a link opened for somebody who is on no file: that one and what goes on with it is all that is theirs.</summary>
    [JsonIgnore]
    public CaseReference? Opened { get; init; }

    /// <summary>Whether somebody on the customer's side acts.</summary>
    public bool IsCustomer => Role == ContactRole;
}

using System.Text.Json.Serialization;

namespace Rung.Core.Cases;

/// <summary>Who acts. The role is the id of one of the guide's roles, or one of the constants here.</summary>
/// <param name="Name">A person's or post's name as shown in the timeline, 1 to 120 characters.</param>
public sealed record Actor(string Name, string Role)
{
    public const string AgentRole = "agent";
    public const string ContactRole = "contact";
    public const string SystemRole = "system";

    /// <summary>The desk itself: what falls due is done by it.</summary>
    public static Actor Desk { get; } = new("Rung", SystemRole);

    /// <summary>
    /// Of somebody of a customer's the id of that, while they ask; null: not said, or somebody of the desk. No event keeps it,
    /// since a case knows its customer.
    /// </summary>
    [JsonIgnore]
    public string? CustomerId { get; init; }

    public bool IsCustomer => Role == ContactRole;
}

namespace Rung.Core.Complaints;

/// <summary>How a complaint stands: a part of the case's fold.</summary>
public sealed record ComplaintState
{
    /// <summary>Null: no word went out that it has arrived. R38.</summary>
    public ComplaintAcknowledged? Acknowledged { get; init; }

    /// <summary>In the order in which they went out.</summary>
    public IReadOnlyList<HoldingReplied> HoldingReplies { get; init; } = [];

    /// <summary>The full answer; null: it goes on, perhaps after a holding reply. ESS-92.</summary>
    public ComplaintAnswered? Answered { get; init; }

    /// <summary>The last time that it was taken to the management; null: it was not.</summary>
    public ComplaintEscalated? Escalated { get; init; }

    /// <summary>Letters, scans and forms that belong to it, in the order in which they came. ESS-89.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

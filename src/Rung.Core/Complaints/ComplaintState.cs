namespace Rung.Core.Complaints;

/// <summary>How a complaint stands: a part of the case's fold.</summary>
public sealed record ComplaintState
{
    public ComplaintAcknowledged? Acknowledged { get; init; }

    /// <summary>In the order in which they went out.</summary>
    public IReadOnlyList<HoldingReplied> HoldingReplies { get; init; } = [];
    public ComplaintAnswered? Answered { get; init; }

    /// <summary>The last time that it was taken to the management; null: it was not.</summary>
    public ComplaintEscalated? Escalated { get; init; }
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

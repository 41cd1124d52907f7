using Rung.Core.Erasures;

namespace Rung.Core.Cases;

/// <summary>
/// A line of another desk's log: the state that the case was in from then on, in that desk's own words. Only importing
/// history makes one; no command does. What this product refuses, such as work on a closed case, is kept as it was.
/// </summary>
/// <param name="State">What the mapping says that the words mean.</param>
/// <param name="Said">The words as they stand in the log.</param>
public sealed record Imported(ImportedState State, [Personal] string Said) : CaseEvent
{
    /// <summary>How much it mattered, in the other desk's words; a priority only when it is replayed under a guide.</summary>
    [Stays]
    public string? Impact { get; init; }

    /// <summary>Who had it, in the other desk's words; null: the log does not say.</summary>
    [Stays]
    public string? Team { get; init; }

    /// <summary>Further columns that were to be kept, name to value.</summary>
    [Personal]
    public IReadOnlyDictionary<string, string>? Kept { get; init; }
}

/// <summary>What a line of another desk's log says of the case.</summary>
public enum ImportedState
{
    /// <summary>Nobody works on it yet, or nobody just now.</summary>
    Open,

    /// <summary>Somebody works on it.</summary>
    Assigned,

    /// <summary>Assigned, and waiting for somebody who is not the customer; the clock runs.</summary>
    Waiting,

    /// <summary>Waiting for the customer; pauses.</summary>
    OnHold,

    /// <summary>Done, and not closed yet.</summary>
    Resolved,

    /// <summary>Done while the customer was on the telephone. ESS-25.</summary>
    ResolvedOnFirstCall,

    /// <summary>Closed for good; under a guide what follows becomes a new case (ESS-53).</summary>
    Closed,

    /// <summary>Ended without a resolution.</summary>
    Cancelled,

    /// <summary>A line that says nothing about the state; kept.</summary>
    Noted,
}

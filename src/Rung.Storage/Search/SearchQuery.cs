using Rung.Storage.Queue;

namespace Rung.Storage.Search;

/// <summary>What somebody typed into the search box.</summary>
/// <param name="Text">A reference, a customer's reference, a telephone number, or words that must all occur.</param>
public sealed record SearchQuery(string Text)
{
    /// <summary>Null: every desk.</summary>
    public string? Desk { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

/// <param name="Why">What the case was found by.</param>
public sealed record SearchHit(QueueRow Case, SearchTerm Why);

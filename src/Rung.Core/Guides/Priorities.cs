namespace Rung.Core.Guides;

/// <summary>One priority; list order is urgency order, most urgent first. ESS-54 to ESS-62.</summary>
/// <param name="Says">How an agent says it on the telephone: "Priority 3".</param>
/// <param name="Footnotes">Footnote marks and their text, in order.</param>
/// <param name="Telephone">Reporters of this impact are steered to the telephone. ESS-16.</param>
public sealed record Priority(
    string Id,
    string Name,
    string Says,
    string Description,
    IReadOnlyList<Footnote> Footnotes,
    Permission Telephone,
    string Cite
)
{
    /// <summary>What it means, for a customer who knows nothing of computers; without it the description. A-07, ESS-77.</summary>
    public string Plain { get; init; } = Description;
}

/// <summary>A note below the table of priorities.</summary>
/// <param name="Mark">As it stands in the table: "**".</param>
/// <param name="Text">What it says.</param>
public sealed record Footnote(string Mark, string Text);

/// <summary>First rule whose <paramref name="When"/> holds proposes the priority. ESS-63.</summary>
/// <param name="Because">The reason as read back to the caller: "one service is down for everyone who uses it".</param>
public sealed record PriorityRule(string Id, When When, string Priority, string Because, string Cite)
{
    /// <summary>What the desk is prompted to do as long as a case keeps the priority of this rule; null: nothing. A-11.</summary>
    public string? Prompt { get; init; }
}

/// <summary>A floor or a ceiling under what the rules propose, say for what monitoring reports. Guide model 6.</summary>
/// <param name="AtLeast">The proposal is no less urgent than this; null: no floor.</param>
/// <param name="AtMost">The proposal is no more urgent than this; null: no ceiling.</param>
/// <param name="Because">The reason as read back to the caller.</param>
public sealed record PriorityLimit(string Id, When When, string? AtLeast, string? AtMost, string Because, string Cite);

/// <summary>Whether the guide insists on something.</summary>
public enum Need
{
    /// <summary>It is refused without.</summary>
    Required,

    /// <summary>It may be left out.</summary>
    Optional,
}

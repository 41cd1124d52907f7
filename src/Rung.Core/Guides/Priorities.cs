using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>A kind of case and its default priority .</summary>
/// <param name="DefaultPriority">Null: the priority rules decide.</param>
/// <param name="Handling">Whether the desk works it or hands it to another route. ESS-12.</param>
/// <param name="HandOverRoute">The route that takes it when <paramref name="Handling"/> is <see cref="KindHandling.HandOver"/>.</param>
public sealed record CaseKind(
    string Id,
    string Name,
    string? DefaultPriority,
    KindHandling Handling,
    string? HandOverRoute,
    string Cite
)
{
    /// <summary>The id that every guide gives to faults: something that worked does not work.</summary>
    public const string Fault = "fault";
}

public enum KindHandling
{
    Work,
    HandOver,
    Complaint,
}

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
);

public sealed record Footnote(string Mark, string Text);

/// <summary>First rule whose <paramref name="When"/> holds proposes the priority. ESS-63.</summary>
/// <param name="Because">The reason as read back to the caller: "one service is down for everyone who uses it".</param>
public sealed record PriorityRule(string Id, When When, string Priority, string Because, string Cite)
{
    /// <summary>What the desk is prompted to do as long as a case keeps the priority of this rule; null: nothing. A-11.</summary>
    public string? Prompt { get; init; }
}

/// <summary>Raising the default shortly after logging. ESS-43, ESS-44, A-07.</summary>
/// <param name="Within">Counted from the reference in <paramref name="Calendar"/>, end inclusive.</param>
/// <param name="By">Roles that may complete it.</param>
/// <param name="With">The customer-side role that must be named.</param>
/// <param name="Afterwards">Ladder offered once the window is over.</param>
public sealed record PriorityRaise(
    Allowance Within,
    string Calendar,
    IReadOnlyList<string> By,
    string? With,
    string? Afterwards,
    string Cite
)
{
    /// <summary>The most urgent priority that a raise can reach; null: any.</summary>
    public string? UpTo { get; init; }
}

/// <summary>Lowering when the facts show it; <paramref name="By"/> empty: any agent.</summary>
public sealed record PriorityLowering(IReadOnlyList<string> By, Need Rule, string Cite)
{
    /// <summary>The least urgent priority that lowering can reach; null: any.</summary>
    public string? DownTo { get; init; }
}

/// <summary>A floor or a ceiling under what the rules propose, say for what monitoring reports. Guide model 6.</summary>
/// <param name="AtLeast">The proposal is no less urgent than this; null: no floor.</param>
/// <param name="AtMost">The proposal is no more urgent than this; null: no ceiling.</param>
/// <param name="Because">The reason as read back to the caller.</param>
public sealed record PriorityLimit(string Id, When When, string? AtLeast, string? AtMost, string Because, string Cite);

public enum Need
{
    Required,
    Optional,
}

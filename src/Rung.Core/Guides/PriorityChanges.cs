using Rung.Core.Time;

namespace Rung.Core.Guides;

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

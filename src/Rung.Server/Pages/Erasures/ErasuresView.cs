using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Erasures;

/// <summary>What was erased at a desk, the latest first.</summary>
public sealed record ErasuresView(FrameView Frame)
{
    public required IReadOnlyList<ErasureRowView> Rows { get; init; }
}

/// <param name="Reference">Of the case; null: somebody, of whom no more is known.</param>
/// <param name="When">"today 15:20 by Sam, Service Desk Manager".</param>
/// <param name="Counts">"2 cases, 1 mail"; may be empty.</param>
public sealed record ErasureRowView(string? Reference, string When, string Why, string Counts);

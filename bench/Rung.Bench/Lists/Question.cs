namespace Rung.Bench.Lists;

/// <param name="Path">The address of one such request.</param>
internal sealed record Question(string Name, Func<Random, string> Path)
{
    /// <summary>Each request asks for the page after the last one's.</summary>
    public bool IsWalked { get; init; }

    /// <summary>Free text, which has more time.</summary>
    public bool IsText { get; init; }
}

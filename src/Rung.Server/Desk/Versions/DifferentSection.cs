namespace Rung.Server.Desk.Versions;

/// <summary>A section of a guide that differs between two versions.</summary>
/// <param name="Id">The paragraph's id, which rules cite.</param>
/// <param name="Lines">What differs and what stands beside it, in reading order.</param>
public sealed record DifferentSection(string Id, string Title, IReadOnlyList<DifferentLine> Lines)
{
    /// <summary>The earlier version does not have it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The later version does not have it.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A line of a section: a paragraph, a point, or a row of a table with its cells.</summary>
public sealed record DifferentLine(LineChange Change, string Text);

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the later version alone.</summary>
    Added,

    /// <summary>It stands in the earlier version alone.</summary>
    Removed,
}

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
public sealed record DifferentLine(LineChange Change, string Text)
{
    /// <summary>The text part by part; one alone where no other line took its place.</summary>
    public IReadOnlyList<LinePart> Parts
    {
        get => field ?? [new LinePart(PartChange.Different, Text)];
        init;
    }
}

/// <summary>Some words of a line.</summary>
public sealed record LinePart(PartChange Change, string Text);

/// <summary>Whether words stand in the line of the other version too.</summary>
public enum PartChange
{
    /// <summary>They do.</summary>
    Same,

    /// <summary>They do not.</summary>
    Different,
}

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

using NodaTime;

namespace Rung.Core.Guides;

/// <summary>Draft, approved, active from a date, superseded (semantics: guide versions).</summary>
public enum GuideStatus
{
    Draft,
    Approved,
    Active,
    Superseded,
}

/// <summary>Which document this is, in which version, and how it came about. ESS-01, ESS-02, ESS-96.</summary>
public sealed record DocumentControl
{
    /// <summary>Stable id of the guide across versions, e.g. <c>schools-desk</c>; also the desk's id.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Provider { get; init; }
    public string? Subtitle { get; init; }
    public required string Version { get; init; }
    public required GuideStatus Status { get; init; }
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>BCP 47 tag of the language the texts are in.</summary>
    public string Language { get; init; } = "en-GB";
    public IReadOnlyList<string> Approvers { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<ChangeLogEntry> History { get; init; } = [];
}

/// <summary>One row of the version table.</summary>
/// <param name="Marked">What was marked as changed in the text, where the provider says so. ESS-96.</param>
public sealed record ChangeLogEntry(string Version, LocalDate Date, string Author, string Summary, string? Marked);

/// <summary>A heading and its text, as the customer reads it. <paramref name="Level"/> is 1 for a chapter, 2 for a section.</summary>
public sealed record Paragraph(string Id, string Title, string Text, int Level);

/// <summary>A question the source document leaves open, with the reading taken; e.g. id A-01.</summary>
public sealed record ReadingTaken(string Id, string Question, string Taken, string? Field);

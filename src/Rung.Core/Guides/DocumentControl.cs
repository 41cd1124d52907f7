using NodaTime;

namespace Rung.Core.Guides;

/// <summary>Which document this is, in which version, and how it came about. ESS-01, ESS-02, ESS-96.</summary>
public sealed record DocumentControl
{
    /// <summary>Stable id of the guide across versions, e.g. <c>schools-desk</c>; also the desk's id.</summary>
    public required string Id { get; init; }

    /// <summary>As printed on its first page.</summary>
    public required string Title { get; init; }

    /// <summary>Who answers for it, as customers know them.</summary>
    public required string Provider { get; init; }

    /// <summary>A second line under the title; null: none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The author's own numbering, which cases keep; ordered by <see cref="EffectiveFrom"/>, not by this.</summary>
    public required string Version { get; init; }

    /// <summary>Where it stands in its life. ESS-02.</summary>
    public required GuideStatus Status { get; init; }

    /// <summary>First day in force, on the desk's calendar. ESS-02.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>Whether it was, is or comes to be in force: cases may be under it.</summary>
    public bool IsEnacted => Status is GuideStatus.Active or GuideStatus.Superseded;

    /// <summary>BCP 47 tag of the language the texts are in.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>Names or posts, in the author's order.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>The documents that it was made from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The version table in the author's order; empty: there is none. ESS-01, ESS-96.</summary>
    public IReadOnlyList<ChangeLogEntry> History { get; init; } = [];
}

/// <summary>One row of the version table.</summary>
/// <param name="Marked">What was marked as changed in the text, where the provider says so. ESS-96.</param>
public sealed record ChangeLogEntry(string Version, LocalDate Date, string Author, string Summary, string? Marked);

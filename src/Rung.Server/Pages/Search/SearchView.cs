using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Search;

/// <summary>Cases that were found, each with why it matched.</summary>
public sealed record SearchView(FrameView Frame, string Query, IReadOnlyList<FoundView> Found)
{
    /// <summary>"7 cases", "Nothing was asked", "No case has these words".</summary>
    public required string Summary { get; init; }
}

/// <param name="Why">"customer", "their reference SCH-114", "words in the story".</param>
public sealed record FoundView(
    string Reference,
    string Href,
    PriorityView Priority,
    string Subject,
    string Subline,
    string Why
)
{
    public ClockView? Clock { get; init; }
}

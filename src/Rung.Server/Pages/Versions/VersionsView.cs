using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Versions;

/// <summary>Every version of a desk's guide that there is a file of, or that a case keeps.</summary>
/// <param name="CasesHref">Where open cases under another version are listed.</param>
public sealed record VersionsView(FrameView Frame, IReadOnlyList<VersionRowView> Rows, string CasesHref);

/// <param name="Standing">"in force since Thu 1 Oct 2020".</param>
/// <param name="Summary">What its document control says of it; null: nothing.</param>
/// <param name="DifferenceHref">What is different from the one before; null: there is none before.</param>
public sealed record VersionRowView(
    string Version,
    string Standing,
    bool IsInForce,
    string? Summary,
    string? Before,
    string? DifferenceHref
);

/// <summary>What differs between two versions.</summary>
/// <param name="VersionsHref">Where the versions are listed.</param>
public sealed record VersionDifferenceView(
    FrameView Frame,
    string Before,
    string After,
    IReadOnlyList<DifferentSection> Sections,
    string VersionsHref
);

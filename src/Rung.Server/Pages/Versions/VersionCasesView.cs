using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Versions;

/// <summary>The open cases that are under another version than the one in force, and what that one would change for each.</summary>
/// <param name="Version">The one in force.</param>
/// <param name="NextHref">Further cases; null: there are none.</param>
public sealed record VersionCasesView(
    FrameView Frame,
    string Version,
    IReadOnlyList<VersionCaseView> Rows,
    string? NextHref
)
{
    /// <summary>Whether who looks may put them under it.</summary>
    public bool MayMove { get; init; }
}

/// <param name="From">The version that it is under.</param>
/// <param name="Why">Why it cannot go on under the one in force, a sentence each; empty: it can.</param>
/// <param name="AtOnce">What would happen at once.</param>
public sealed record VersionCaseView(
    string Reference,
    string Href,
    string Subject,
    string From,
    IReadOnlyList<MovedClockView> Clocks,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> AtOnce
);

/// <summary>A clock before and after.</summary>
/// <param name="Misses">It would be overdue, and is not now.</param>
public sealed record MovedClockView(string Target, string Before, string After, bool Misses);

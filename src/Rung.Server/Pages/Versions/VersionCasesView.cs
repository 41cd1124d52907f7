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
    /// <summary>Whether who looks may move them.</summary>
    public bool MayMove { get; init; }

    /// <summary>Where the versions are listed.</summary>
    public required string VersionsHref { get; init; }

    /// <summary>Where the form goes.</summary>
    public required string MoveHref { get; init; }
}

/// <param name="Seen">What the form sends of it: the reference and the version of the case that was looked at.</param>
/// <param name="From">The version of the guide that it is under; null: it cannot be read.</param>
/// <param name="Stands">Which of the page's lists it is in.</param>
public sealed record VersionCaseView(
    string Reference,
    string Seen,
    string Href,
    string Subject,
    string? From,
    MoveStanding Stands
)
{
    public IReadOnlyList<MovedClockView> Clocks { get; init; } = [];

    /// <summary>What would happen at once, and who would see it from then on; a sentence without a full stop each.</summary>
    public IReadOnlyList<string> AtOnce { get; init; } = [];

    /// <summary>Why it cannot be moved, a sentence; null: it can.</summary>
    public string? Why { get; init; }
}

/// <summary>How a case stands towards being moved.</summary>
public enum MoveStanding
{
    /// <summary>Something becomes overdue or happens at once: it is to be looked at first.</summary>
    WantsALook,

    /// <summary>Nothing does.</summary>
    Smooth,

    /// <summary>It cannot be.</summary>
    Stays,
}

/// <summary>A clock before and after.</summary>
/// <param name="Misses">It would be overdue, and is not now.</param>
public sealed record MovedClockView(string Target, string Before, string After, bool Misses);

using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Portal;

namespace Rung.Server.Pages.Guides;

/// <summary>What changed in one version of the guide, for whoever reads it. ESS-96.</summary>
/// <param name="Standing">"in force since Thu 1 Oct 2020".</param>
public sealed record GuideChangesView(PortalFrameView Frame, string Version, string Standing)
{
    /// <summary>What its document control says of it; null: nothing.</summary>
    public string? Summary { get; init; }

    /// <summary>The version before; null: there is none to hold it against.</summary>
    public string? Before { get; init; }
    public IReadOnlyList<DifferentSection> Sections { get; init; } = [];
    public IReadOnlyList<OtherVersionView> Others { get; init; } = [];
}

/// <summary>Another version that was, is or is to be in force.</summary>
public sealed record OtherVersionView(string Version, string Standing, string Href);

using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Portal;

namespace Rung.Server.Pages.Guides;

/// <summary>The guide in force for whoever wants to read it, with nothing of the desk around it. ESS-03.</summary>
public sealed record OpenGuideView(PortalFrameView Frame, ShownGuide Guide, string Version)
{
    /// <summary>Whether there is another version to hold it against.</summary>
    public bool HasChanges { get; init; }
}

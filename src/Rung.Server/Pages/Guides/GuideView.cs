using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Guides;

/// <summary>The guide in force, as its readers see it; every paragraph has its own address.</summary>
public sealed record GuideView(FrameView Frame, ShownGuide Guide)
{
    public required string Version { get; init; }
}

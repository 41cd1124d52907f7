using Rung.Server.Pages.Portal.Report;

namespace Rung.Server.Pages.Portal;

/// <summary>The portal's first page.</summary>
public sealed record HomeView(PortalFrameView Frame, IReadOnlyList<KnownProblemView> Known)
{
    public required string ReportHref { get; init; }
    public required string CasesHref { get; init; }
    public required string HelpHref { get; init; }
}

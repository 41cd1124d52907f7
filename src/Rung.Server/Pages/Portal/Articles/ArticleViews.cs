using Microsoft.AspNetCore.Components;

namespace Rung.Server.Pages.Portal.Articles;

/// <summary>What customers can do for themselves, all of it or what was searched for.</summary>
public sealed record ArticlesView(PortalFrameView Frame, string Here, string Query, IReadOnlyList<PortalLink> Articles)
{
    public required string ReportHref { get; init; }
}

/// <summary>One article.</summary>
public sealed record ArticleView(PortalFrameView Frame, string Back, string Title, MarkupString Html)
{
    public required string ReportHref { get; init; }

    /// <summary>A report that was begun, to go on with; null: none was.</summary>
    public string? GoOnHref { get; init; }
}

/// <summary>What fits a report, before it is checked and sent.</summary>
public sealed record MayHelpView(PortalFrameView Frame, string Back, IReadOnlyList<PortalLink> Articles)
{
    public required string GoOnHref { get; init; }
}

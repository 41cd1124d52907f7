namespace Rung.Server.Pages.Portal.Links;

/// <summary>What somebody reads whose link does not open a case, and what they can do.</summary>
public sealed record LinkView(PortalFrameView Frame, string Title, string Says)
{
    /// <summary>Where they ask for another link by mail; null: they cannot.</summary>
    public string? SendHref { get; init; }
}

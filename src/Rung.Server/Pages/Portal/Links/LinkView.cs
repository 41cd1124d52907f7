namespace Rung.Server.Pages.Portal.Links;

/// <summary>What somebody reads whose link does not open a case, and what they can do.</summary>
public sealed record LinkView(PortalFrameView Frame, string Title, string Says, string SignInHref);

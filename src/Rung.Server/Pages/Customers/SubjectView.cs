using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Customers;

/// <summary>What comes before everything that is kept of somebody is given out.</summary>
/// <param name="FileHref">The zip.</param>
public sealed record SubjectView(FrameView Frame, string Name, string FileHref, string BackHref)
{
    /// <summary>Whoever looks may have it.</summary>
    public bool IsLadderPost { get; init; }
}

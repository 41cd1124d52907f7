using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Customers;

/// <summary>How a contact signs in at the portal.</summary>
/// <param name="Who">"Office manager, Larkmere Primary School".</param>
public sealed record ContactEntryView(FrameView Frame, string Who, string Here)
{
    /// <summary>Where links go; null: they have none, and cannot sign in.</summary>
    public string? Email { get; init; }

    /// <summary>Where they are signed in just now, each in words.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    /// <summary>At whose sign-in they are known: its address, and its name.</summary>
    public required IReadOnlyList<(string Address, string Name)> Issuers { get; init; }
    public required string BackHref { get; init; }
}

namespace Rung.Server.Pages.Portal;

/// <summary>What every page of the portal shows around its own matter.</summary>
public sealed record PortalFrameView
{
    public required string DeskId { get; init; }
    public required string DeskName { get; init; }
    public required string Provider { get; init; }

    /// <summary>"Office manager, Larkmere Primary School"; null: nobody is known.</summary>
    public string? Visitor { get; init; }

    /// <summary>Where they say that they are somebody else, where there are no accounts; null: nobody is known, or they signed in.</summary>
    public string? ChangeHref { get; init; }

    /// <summary>Where they sign out; null: they are not signed in.</summary>
    public string? SignOutHref { get; init; }

    /// <summary>What says when the page may not be read any more; null: anybody may read it.</summary>
    public string? LiveHref { get; init; }
    public string SignOutLabel { get; init; } = "Sign out";
    public required IReadOnlyList<PortalLink> Links { get; init; }

    /// <summary>Whom to ring for what.</summary>
    public required IReadOnlyList<ContactWayView> Routes { get; init; }

    /// <summary>"desk open until 18:00".</summary>
    public required string Hours { get; init; }

    /// <summary>What the last form did.</summary>
    public string? Notice { get; init; }
}

public sealed record PortalLink(string Label, string Href, bool Current = false);

/// <summary>A way of contact of the guide: where to ring and where to write.</summary>
/// <param name="About">The services it is for; empty: all.</param>
public sealed record ContactWayView(
    string Name,
    string About,
    IReadOnlyList<string> Phones,
    IReadOnlyList<string> Mailboxes
)
{
    public string? Note { get; init; }
}

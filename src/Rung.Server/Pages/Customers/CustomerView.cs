using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Heartbeats;

namespace Rung.Server.Pages.Customers;

/// <summary>All that is on file of a customer.</summary>
public sealed record CustomerView
{
    public required FrameView Frame { get; init; }
    public required string Here { get; init; }
    public required string Name { get; init; }

    /// <summary>"Left on 24 Dec 2026"; null: it is served.</summary>
    public string? Left { get; init; }

    /// <summary>Its legal holds.</summary>
    public required string HoldHref { get; init; }

    /// <summary>Whether one stands on it.</summary>
    public bool Held { get; init; }
    public IReadOnlyList<FactView> Facts { get; init; } = [];
    public IReadOnlyList<OpenCaseView> Open { get; init; } = [];

    /// <summary>The queue with all its cases.</summary>
    public required string CasesHref { get; init; }
    public IReadOnlyList<PersonView> People { get; init; } = [];
    public IReadOnlyList<PersonView> FormerPeople { get; init; } = [];
    public IReadOnlyList<SiteView> Sites { get; init; } = [];
    public IReadOnlyList<ServiceView> Services { get; init; } = [];

    /// <summary>What is to be heard of at it.</summary>
    public IReadOnlyList<HeartbeatRowView> Heartbeats { get; init; } = [];
    public required string NewHeartbeatHref { get; init; }
}

public sealed record FactView(string Name, string Value);

public sealed record OpenCaseView(string Reference, string Href, string Subject, string About);

/// <param name="Roles">"Site administrator, nominated person"; empty: none.</param>
/// <param name="Left">"left on 24 Dec 2026"; null: they are there.</param>
public sealed record PersonView(string Name, string Href, string Roles, string? Left)
{
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Site { get; init; }
}

public sealed record SiteView(string Code, string Name, string? Address, string Href);

/// <param name="Parts">What the customer has of it; empty: what the guide says.</param>
public sealed record ServiceView(string Name, string Href, IReadOnlyList<string> Parts, string? Triage);

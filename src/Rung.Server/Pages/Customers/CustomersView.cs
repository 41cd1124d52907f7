using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Customers;

/// <summary>The customers of a desk, found or in the order of their names.</summary>
public sealed record CustomersView
{
    public required FrameView Frame { get; init; }
    public required string Here { get; init; }

    /// <summary>What was looked for; empty: nothing, and all are listed.</summary>
    public required string Query { get; init; }
    public required string Summary { get; init; }

    /// <summary>Whether those are listed who left.</summary>
    public bool ShowsLeft { get; init; }

    /// <summary>The other list: of those who left, or of those who are served.</summary>
    public required string OtherHref { get; init; }
    public IReadOnlyList<CustomerRowView> Rows { get; init; } = [];
    public EmptyView? Empty { get; init; }
    public string? NextHref { get; init; }
}

public sealed record CustomerRowView(string Name, string Href, string Code)
{
    /// <summary>"Direct contact · Hartwell Learning Trust".</summary>
    public required string About { get; init; }

    /// <summary>"3 people · 2 sites".</summary>
    public required string Size { get; init; }
}

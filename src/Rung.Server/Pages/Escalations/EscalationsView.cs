using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Promises;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Escalations;

/// <summary>The escalations of a desk that go on, the highest level first. SMC-31, SMC-32.</summary>
public sealed record EscalationsView
{
    public required FrameView Frame { get; init; }

    /// <summary>"3 escalations, 1 of them on level 3 or higher".</summary>
    public required string Summary { get; init; }
    public required IReadOnlyList<EscalationRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
    public string? NextHref { get; init; }
    public string? FirstHref { get; init; }
}

/// <summary>Who is to be telephoned when, overdue first. SMC-09, ESS-51.</summary>
public sealed record CallBoardView
{
    public required FrameView Frame { get; init; }

    /// <summary>"1 overdue, 3 to come".</summary>
    public required string Summary { get; init; }
    public required IReadOnlyList<CallRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
}

/// <param name="Promise">The line of the promise book.</param>
/// <param name="Phone">Their number; null: none is on file.</param>
public sealed record CallRowView(PromiseRowView Promise, string? Phone, string? PhoneHref);

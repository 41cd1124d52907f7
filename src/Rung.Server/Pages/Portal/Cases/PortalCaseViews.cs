using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>The cases of a person or of their school.</summary>
public sealed record PortalCasesView(PortalFrameView Frame, string Here)
{
    public required IReadOnlyList<FieldView> Filter { get; init; }
    public required IReadOnlyList<PortalCaseRowView> Rows { get; init; }

    /// <summary>Null: this is the last page.</summary>
    public string? NextHref { get; init; }
    public required string ReportHref { get; init; }
    public required string CalendarHref { get; init; }
}

/// <param name="Condition">In the guide's plain words. ESS-75.</param>
/// <param name="About">Who reported it and when.</param>
public sealed record PortalCaseRowView(string Reference, string Href, string Subject, string Condition, string About)
{
    /// <summary>When the target is, or that the clock stands still; null: nothing to say.</summary>
    public string? Target { get; init; }
}

/// <summary>A case as its customer reads it. ESS-28, ESS-46, ESS-75.</summary>
/// <param name="Back">The list; null: whoever reads it has none.</param>
public sealed record PortalCaseView(PortalFrameView Frame, string? Back)
{
    public required string Reference { get; init; }
    public required string Subject { get; init; }

    /// <summary>The condition's name and plain words.</summary>
    public required string Condition { get; init; }
    public required string ConditionMeans { get; init; }
    public CiteView? ConditionCite { get; init; }

    /// <summary>What the desk waits for from them; null: nothing.</summary>
    public string? Awaited { get; init; }
    public required string About { get; init; }
    public required OutlookOfCase Outlook { get; init; }
    public LedgerView? Ledger { get; init; }
    public required IReadOnlyList<string> Promises { get; init; }
    public required TimelineView Timeline { get; init; }
    public required IReadOnlyList<PortalLink> Actions { get; init; }
}

/// <param name="Priority">Null: none is set, or it is a complaint.</param>
/// <param name="Target">When the target is or was, or why the clock stands still; null: the guide promises no time.</param>
public sealed record OutlookOfCase(string? Priority, string? Means, string? Target);

/// <summary>One thing that somebody does to their case: asked on a page of its own, done by its form.</summary>
public sealed record PortalActionView(PortalFrameView Frame, string Here, string Back)
{
    public required string Title { get; init; }
    public required string Says { get; init; }
    public required string Button { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

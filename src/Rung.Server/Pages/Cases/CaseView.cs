using NodaTime;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Cases;

/// <summary>One case: its clock and why, its story, and what can be done next.</summary>
public sealed record CaseView
{
    public required FrameView Frame { get; init; }
    public required string Reference { get; init; }

    /// <summary>This page's own address.</summary>
    public required string Here { get; init; }

    /// <summary>Version the reader saw, sent along with every command.</summary>
    public required int Version { get; init; }
    public required string Subject { get; init; }
    public required PriorityView Priority { get; init; }
    public required string Condition { get; init; }

    /// <summary>The guide's explanation of the condition.</summary>
    public required string ConditionMeans { get; init; }

    /// <summary>"Millbrook Primary · Assigned to Engineer 2 · logged Wed 23 Dec 16:00 from monitoring · guide 2.0".</summary>
    public required string Facts { get; init; }

    /// <summary>The flag by which the customer is telephoned (ESS-51); null: a mail reaches them.</summary>
    public RingView? Ring { get; init; }
    public required ClockView Clock { get; init; }
    public LedgerView? Ledger { get; init; }
    public required TimelineView Timeline { get; init; }

    /// <summary>Null when nothing can be written any more.</summary>
    public ComposerView? Composer { get; init; }
    public required IReadOnlyList<ActionView> Actions { get; init; }

    /// <summary>Things somebody must know before doing anything: missing intake, channel down, handover owed, ….</summary>
    public IReadOnlyList<AdviceView> Advice { get; init; } = [];
    public IReadOnlyList<PromiseView> Promises { get; init; } = [];

    /// <summary>What became of the promises before; null: none was kept or missed yet.</summary>
    public SettledView? Settled { get; init; }

    /// <summary>Escalations, the latest first.</summary>
    public IReadOnlyList<PanelView> Escalations { get; init; } = [];
    public required PanelView Customer { get; init; }
    public IReadOnlyList<PanelView> Panels { get; init; } = [];
    public IReadOnlyList<LinkedCaseView> Links { get; init; } = [];

    /// <summary>How many linked cases there are beyond those shown.</summary>
    public int MoreLinks { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

public sealed record AdviceView(
    string Sentence,
    string? ActionLabel = null,
    string? ActionHref = null,
    CiteView? Cite = null
);

/// <param name="When">"15:45", "Tue 29 Dec 14:00".</param>
public sealed record PromiseView(string When, string What, string? Who)
{
    public required Instant At { get; init; }
    public bool Missed { get; init; }

    /// <summary>Where this page says why it is due then; null: it was agreed, or happens by itself.</summary>
    public string? Why { get; init; }
}

/// <param name="Summary">"5 kept, 1 late".</param>
/// <param name="Latest">The latest of them, newest first.</param>
public sealed record SettledView(string Summary, IReadOnlyList<SettledRow> Latest);

/// <param name="Word">"Kept", "Late", "Missed".</param>
/// <param name="When">By when it was owed.</param>
/// <param name="Done">"Tue 29 Dec 09:05 by Engineer 2"; null: it never was.</param>
public sealed record SettledRow(string Word, string When, string What, string? Done, bool Missed)
{
    public required Instant At { get; init; }

    /// <summary>Where this page says why it was due then; null: it was agreed.</summary>
    public string? Why { get; init; }
}

public sealed record PanelView(string Title, IReadOnlyList<PanelRow> Rows);

public sealed record PanelRow(string Name, string Value, string? Href = null);

/// <param name="Relation">"Same incident", "Continues", ….</param>
public sealed record LinkedCaseView(string Relation, string Reference, string Href, string Subject);

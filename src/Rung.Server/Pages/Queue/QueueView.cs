using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Queue;

/// <summary>The agent's home: what is next, in the order of ESS-27.</summary>
public sealed record QueueView
{
    public required FrameView Frame { get; init; }
    public required string Title { get; init; }

    /// <summary>"42 cases".</summary>
    public required string Summary { get; init; }

    /// <summary>Filters in force, each with the address that drops it.</summary>
    public IReadOnlyList<ChipView> Chips { get; init; } = [];

    /// <summary>Fields of the filter form.</summary>
    public IReadOnlyList<FieldView> Filter { get; init; } = [];
    public required IReadOnlyList<QueueRowView> Rows { get; init; }

    /// <summary>Said instead of an empty table: what will be here, and the one next action.</summary>
    public EmptyView? Empty { get; init; }
    public string? NextHref { get; init; }
    public string? FirstHref { get; init; }

    /// <summary>This page's own address, for the way back after a command.</summary>
    public required string Here { get; init; }
}

public sealed record ChipView(string Label, string? DropHref);

public sealed record EmptyView(string Sentence, string ActionLabel, string ActionHref);

public sealed record QueueRowView(string Reference, string Href, PriorityView Priority)
{
    public required string Subject { get; init; }

    /// <summary>"Millbrook Primary · monitoring".</summary>
    public required string Subline { get; init; }
    public required string Condition { get; init; }

    /// <summary>Null: nobody yet.</summary>
    public string? Owner { get; init; }
    public required ClockView Clock { get; init; }

    /// <summary>That the customer is to be telephoned, and by when if a call is owed (ESS-51); null: a mail reaches them.</summary>
    public RingView? Ring { get; init; }

    /// <summary>The customer said something nobody has answered.</summary>
    public bool Unread { get; init; }
}

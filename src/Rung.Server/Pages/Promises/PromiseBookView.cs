using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Promises;

/// <summary>The agent's second home: what is owed to whom by when, overdue first.</summary>
public sealed record PromiseBookView
{
    public required FrameView Frame { get; init; }

    /// <summary>"3 overdue, 5 due in the next hour".</summary>
    public required string Summary { get; init; }

    /// <summary>Filters in force, each with the address that drops it.</summary>
    public IReadOnlyList<ChipView> Chips { get; init; } = [];

    /// <summary>Who owes how much, each with the address that shows it alone.</summary>
    public IReadOnlyList<OwnerView> Owners { get; init; } = [];
    public IReadOnlyList<FieldView> Filter { get; init; } = [];
    public required IReadOnlyList<PromiseRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
    public string? NextHref { get; init; }
    public string? FirstHref { get; init; }
}

/// <param name="Counts">"2 overdue, 3 open".</param>
public sealed record OwnerView(string Name, string Counts, string Href, bool Lit, bool Current);

/// <summary>One line of the book.</summary>
/// <param name="Id">Stable while the line lasts.</param>
/// <param name="What">"Call-back after an escalation".</param>
/// <param name="Href">Where it is done: the case with the right form open, or the mail.</param>
public sealed record PromiseRowView(string Id, string What, string Href)
{
    /// <summary>"Call back …": what its link does.</summary>
    public required string Does { get; init; }

    /// <summary>"to Network control, by telephone".</summary>
    public required string To { get; init; }

    /// <summary>The case's reference; null: a mail.</summary>
    public string? Reference { get; init; }
    public string? CaseHref { get; init; }
    public required string Subject { get; init; }
    public required string Owner { get; init; }
    public required ClockView Clock { get; init; }

    /// <summary>Shown and counted, and not promised.</summary>
    public bool Aim { get; init; }
}

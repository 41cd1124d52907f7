using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Intake;

/// <summary>Mail that waits for somebody: the nearest log-by first (ESS-41).</summary>
public sealed record IntakeView
{
    public required FrameView Frame { get; init; }
    public required string Title { get; init; }

    /// <summary>"5 mails".</summary>
    public required string Summary { get; init; }

    /// <summary>The lists of the intake, each with its address.</summary>
    public required IReadOnlyList<IntakeTab> Tabs { get; init; }
    public IReadOnlyList<AdviceView> Advice { get; init; } = [];
    public required IReadOnlyList<IntakeRowView> Rows { get; init; }
    public EmptyView? Empty { get; init; }
    public string? FirstHref { get; init; }
    public string? NextHref { get; init; }
}

public sealed record IntakeTab(string Label, string Href, bool Current);

public sealed record IntakeRowView(long Id, string Href)
{
    public required string Subject { get; init; }

    /// <summary>"Office manager &lt;office@…&gt;", as the mail says.</summary>
    public required string From { get; init; }

    /// <summary>"verified", "not verified", "forged".</summary>
    public string? Standing { get; init; }

    /// <summary>"Web filtering desk · received Wed 23 Dec 18:20".</summary>
    public required string Subline { get; init; }

    /// <summary>"5 of 7 facts"; null: none are wanted, or it was not read.</summary>
    public string? Facts { get; init; }

    /// <summary>It sounds like high impact (ESS-16).</summary>
    public bool Urgent { get; init; }

    /// <summary>Why it waits, or was left alone; null: no reason is needed.</summary>
    public string? Reason { get; init; }
    public ClockView? Clock { get; init; }
}

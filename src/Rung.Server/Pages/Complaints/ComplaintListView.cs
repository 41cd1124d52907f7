using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Queue;

namespace Rung.Server.Pages.Complaints;

/// <summary>Complaints that whoever looks may see, and the notes of those that were only spoken of. ESS-90, ESS-93.</summary>
public sealed record ComplaintListView
{
    public required FrameView Frame { get; init; }

    /// <summary>"3 to be answered".</summary>
    public required string Summary { get; init; }
    public required string NewHref { get; init; }

    /// <summary>Who may see complaints, in the guide's words; the same whether there are any.</summary>
    public required string SeenBy { get; init; }
    public CiteView? Cite { get; init; }
    public IReadOnlyList<ComplaintRowView> Rows { get; init; } = [];
    public EmptyView? Empty { get; init; }

    /// <summary>The other list: of the closed, or of those to be answered.</summary>
    public required string OtherLabel { get; init; }
    public required string OtherHref { get; init; }
    public IReadOnlyList<NoteRowView> Notes { get; init; } = [];

    /// <summary>Messages about complaints that did not reach whom they are for: nobody else hears of them.</summary>
    public IReadOnlyList<AdviceView> Undelivered { get; init; } = [];
}

/// <summary>One complaint.</summary>
public sealed record ComplaintRowView(string Reference, string Href)
{
    public required string Kind { get; init; }

    /// <summary>"Millbrook Primary · Head teacher · by letter".</summary>
    public required string From { get; init; }
    public required string Condition { get; init; }
    public required ClockView Clock { get; init; }

    /// <summary>"the rest by Wed 12 Jan 18:00"; null: nothing is owed after a holding reply.</summary>
    public string? FollowUp { get; init; }
    public bool FollowUpMissed { get; init; }
}

/// <summary>A note that a customer was asked to log a complaint.</summary>
public sealed record NoteRowView(string When, string From, string Text, string By);

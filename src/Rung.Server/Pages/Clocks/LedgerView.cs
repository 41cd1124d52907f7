using Rung.Core.Wording;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Clocks;

/// <summary>Why a due time is what it is: every stretch from the start to the due instant.</summary>
public sealed record LedgerView
{
    /// <summary>"Why it is due today at 16:30".</summary>
    public required string Title { get; init; }

    /// <summary>The whole reckoning in two sentences.</summary>
    public required string Summary { get; init; }
    public required CiteView Cite { get; init; }
    public required IReadOnlyList<LedgerSegmentView> Segments { get; init; }

    /// <summary>Left and right end of the bar in words.</summary>
    public required string StartWords { get; init; }
    public required string EndWords { get; init; }

    /// <summary>"now 15:34", drawn where the stretches to come begin; null: the clock has stopped.</summary>
    public string? NowWords { get; init; }

    /// <summary>The holidays and zone rules it was reckoned with; null: whoever reads is not told.</summary>
    public required string? ClockData { get; init; }

    /// <summary>Sums at the foot of the table, those of the command line and the API.</summary>
    public IReadOnlyList<LedgerSum> Sums { get; init; } = [];
}

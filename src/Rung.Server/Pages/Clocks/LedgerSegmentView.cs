using NodaTime;
using Rung.Core.Wording;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Clocks;

public enum SegmentLook
{
    Counted,
    Closed,
    Paused,
    ToCome,

    /// <summary>Past the due instant.</summary>
    Over,
}

/// <summary>One stretch.</summary>
/// <param name="Row">Its words, those of the command line and the API.</param>
public sealed record LedgerSegmentView(SegmentLook Kind, LedgerRow Row)
{
    /// <summary>Share of the bar before all shares are brought to a sum of one; more than zero.</summary>
    public required double Weight { get; init; }

    /// <summary>Few words under the bar; null: none.</summary>
    public string? Label { get; init; }
    public CiteView? Cite { get; init; }

    public required Instant From { get; init; }
    public required Instant To { get; init; }

    /// <summary>Lies after now.</summary>
    public bool Ahead { get; init; }

    internal string Css => Kind.ToString().ToLowerInvariant();
}

using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>What is to be heard of at a desk: the silent first, then by name.</summary>
public sealed record HeartbeatsView(FrameView Frame, string NewHref, IReadOnlyList<HeartbeatRowView> Rows)
{
    /// <summary>"2 of 14 are silent".</summary>
    public required string Summary { get; init; }
}

/// <param name="Href">Where it is changed.</param>
/// <param name="State">"Silent since today 10:15", "Heard today 10:00 by mail".</param>
public sealed record HeartbeatRowView(string Id, string Name, string Href, string State)
{
    public required bool IsSilent { get; init; }

    /// <summary>Whose, where, and how often: "Ashgrove Primary School, every 15 minutes".</summary>
    public required string About { get; init; }

    public string? CaseReference { get; init; }
    public string? CaseHref { get; init; }
}

/// <summary>The form in which one is registered or changed.</summary>
public sealed record HeartbeatFormView(FrameView Frame, string Here, string BackHref)
{
    public required string Title { get; init; }

    /// <summary>The version that its author saw; 0: it is new.</summary>
    public required long Seen { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    /// <summary>How it stands, and how it is heard of; null: it is new.</summary>
    public HeartbeatStandingView? Standing { get; init; }
}

/// <param name="Words">How it stands now.</param>
/// <param name="Api">The request that is a sign of life.</param>
/// <param name="Address">Where a mail to is one; null: the desk takes no mail.</param>
/// <param name="SwitchTo">Where a form suspends it, or lets it go on.</param>
/// <param name="SwitchWords">What that button says.</param>
public sealed record HeartbeatStandingView(
    string Words,
    string Api,
    string? Address,
    string SwitchTo,
    string SwitchWords
)
{
    /// <summary>The case that its silence is on; null: it is not silent, or there is none.</summary>
    public string? CaseReference { get; init; }
    public string? CaseHref { get; init; }
}

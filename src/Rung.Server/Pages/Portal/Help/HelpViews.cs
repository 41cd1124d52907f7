using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>How to escalate: whom to turn to in which order, when, and what to have ready. ESS-79 to ESS-87.</summary>
public sealed record EscalateHelpView(PortalFrameView Frame, IReadOnlyList<LadderHelpView> Ladders, string CasesHref)
{
    /// <summary>How it begins where nothing that is written here begins one; null: it may begin here.</summary>
    public string? Begins { get; init; }

    /// <summary>Routes for it that no step names.</summary>
    public IReadOnlyList<ContactWayView> Routes { get; init; } = [];
}

/// <summary>A ladder, with its steps as they are shown.</summary>
public sealed record LadderHelpView(CustomerLadder Ladder, IReadOnlyList<StepHelpView> Steps)
{
    /// <summary>Of its heading.</summary>
    public string Anchor => $"h-{Ladder.Id}";
}

/// <summary>A step, with what of its contact can be pressed.</summary>
public sealed record StepHelpView(CustomerStep Step, IReadOnlyList<ContactPiece> Contact);

/// <summary>The form of a complaint. ESS-88.</summary>
public sealed record ComplainView(PortalFrameView Frame, string Here)
{
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public required CiteView Cite { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

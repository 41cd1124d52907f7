using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>How to escalate, as the guide prints it: ladder, numbers, what to have ready. ESS-79 to ESS-87.</summary>
public sealed record EscalateHelpView(PortalFrameView Frame, IReadOnlyList<Section> Sections, string CasesHref)
{
    /// <summary>How it begins where nothing that is written here begins one; null: it may begin here.</summary>
    public string? Begins { get; init; }
}

/// <summary>The form of a complaint. ESS-88.</summary>
public sealed record ComplainView(PortalFrameView Frame, string Here)
{
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public required CiteView Cite { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

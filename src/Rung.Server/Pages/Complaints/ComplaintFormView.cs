using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Complaints;

/// <summary>The form by which a complaint is logged.</summary>
public sealed record ComplaintFormView
{
    public required FrameView Frame { get; init; }

    /// <summary>The address that the form is sent to, and that finds customers.</summary>
    public required string Here { get; init; }

    /// <summary>What was looked for.</summary>
    public required string Query { get; init; }

    /// <summary>Said where nobody is found; null: somebody was, or nothing was looked for.</summary>
    public string? Nothing { get; init; }

    /// <summary>What is asked once a customer is found; none before.</summary>
    public IReadOnlyList<FieldView> Fields { get; init; } = [];

    /// <summary>What the guide says about the ways to complain.</summary>
    public IReadOnlyList<string> Ways { get; init; } = [];
    public CiteView? Cite { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

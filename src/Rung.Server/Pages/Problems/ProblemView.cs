using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Problems;

/// <summary>A page that could not be shown, or something that was not done: what, why and the way on.</summary>
/// <param name="Title">"There is no such case".</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record ProblemView(int Status, string Title, string Sentence)
{
    public CiteView? Cite { get; init; }

    /// <summary>Stable code, for whoever is asked for help.</summary>
    public string? Code { get; init; }

    /// <summary>Text that was typed and would be lost.</summary>
    public string? Typed { get; init; }
    public string BackLabel { get; init; } = "To the queue";
    public string BackHref { get; init; } = "/";
}

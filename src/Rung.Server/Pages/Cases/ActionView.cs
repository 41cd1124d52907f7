using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases;

/// <summary>Where an action stands on the page.</summary>
public enum ActionPlace
{
    /// <summary>The one thing to do next.</summary>
    Next,
    Bar,
    More,
}

/// <summary>Something that can be done to the case now.</summary>
/// <param name="Id">Last part of the address its form is sent to: <c>hold</c>.</param>
/// <param name="Label">"Hold".</param>
public sealed record ActionView(string Id, string Label, ActionPlace Place)
{
    public string? Key { get; init; }

    /// <summary>Address the form is sent to.</summary>
    public required string Post { get; init; }

    /// <summary>Address of the page with this form open, for browsers without scripts.</summary>
    public required string OpenHref { get; init; }

    /// <summary>Empty: one click does it.</summary>
    public IReadOnlyList<FieldView> Fields { get; init; } = [];

    /// <summary>What will happen, and which paragraph says so.</summary>
    public string? Explains { get; init; }
    public CiteView? Cite { get; init; }

    /// <summary>"Put on hold".</summary>
    public required string Submit { get; init; }
    public bool Open { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

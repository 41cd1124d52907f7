using Microsoft.AspNetCore.Components;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Help;

/// <summary>The help articles of a desk, by title.</summary>
public sealed record HelpListView(FrameView Frame, string NewHref, IReadOnlyList<HelpRowView> Rows);

/// <param name="State">"Published", "Draft; version 2 is published".</param>
/// <param name="About">For whom, about what, and who wrote it last when.</param>
public sealed record HelpRowView(string Title, string Href, string State, string About);

/// <summary>One article as the desk sees it: a version of it, and all that there are.</summary>
public sealed record HelpArticleView(FrameView Frame, string Here, string BackHref)
{
    public required string Title { get; init; }
    public required string State { get; init; }
    public required string About { get; init; }
    public required MarkupString Html { get; init; }
    public required string ChangeHref { get; init; }

    /// <summary>Where it is withdrawn by a form; null: it is not published.</summary>
    public string? WithdrawTo { get; init; }
    public required IReadOnlyList<HelpVersionView> Versions { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

/// <param name="What">"Version 3, published".</param>
/// <param name="By">Who and when.</param>
public sealed record HelpVersionView(string What, string By, string Href, bool IsShown);

/// <summary>The form in which an article is written.</summary>
public sealed record HelpFormView(FrameView Frame, string Here, string BackHref)
{
    public required string Title { get; init; }

    /// <summary>The number of the version that the author saw; 0: it is new.</summary>
    public required int Seen { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }

    /// <summary>As it would be read; null: that was not asked for.</summary>
    public MarkupString? Preview { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

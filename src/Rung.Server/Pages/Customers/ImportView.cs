using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Customers;

/// <summary>The import of customers: the file is asked for, then looked at row by row, then done.</summary>
public sealed record ImportView
{
    public required FrameView Frame { get; init; }
    public required string Here { get; init; }
    public required string BackHref { get; init; }
    public IReadOnlyList<string> Columns { get; init; } = [];
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    /// <summary>"3 new, 1 refused"; null: no file was looked at yet.</summary>
    public string? Counts { get; init; }
    public bool IsDone { get; init; }

    /// <summary>The file, to be sent back when it is to be done; empty: there is nothing to do.</summary>
    public string Content { get; init; } = "";
    public IReadOnlyList<string> Notes { get; init; } = [];
    public IReadOnlyList<ImportRowView> Rows { get; init; } = [];

    /// <summary>Rows that are not shown; those that are refused are shown first, then those that are doubtful.</summary>
    public int More { get; init; }
}

public sealed record ImportRowView(long Line, string Customer, string? Href, string Became)
{
    public bool IsRefused { get; init; }

    /// <summary>Whether it is the same customer ought to be looked at.</summary>
    public bool IsDoubtful { get; init; }
    public string Note { get; init; } = "";
}

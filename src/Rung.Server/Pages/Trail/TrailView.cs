using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Trail;

/// <summary>A page of the audit trail, the newest first.</summary>
public sealed record TrailView(AccountAround Around, IReadOnlyList<FieldView> Fields)
{
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
    public IReadOnlyList<TrailRowView> Rows { get; init; } = [];

    /// <summary>Whose days and times are meant.</summary>
    public required string Zone { get; init; }

    /// <summary>Null: these are the oldest.</summary>
    public string? OlderHref { get; init; }
    public required string SheetHref { get; init; }
}

/// <summary>One entry.</summary>
/// <param name="Machine">When, for <c>datetime</c>.</param>
public sealed record TrailRowView(long Number, string Machine, string When)
{
    public required string Who { get; init; }

    /// <summary>All that they did.</summary>
    public required string WhoHref { get; init; }
    public required string What { get; init; }
    public required string About { get; init; }

    /// <summary>All that was done to it.</summary>
    public required string AboutHref { get; init; }

    /// <summary>Empty: from this machine.</summary>
    public required string Source { get; init; }
}

/// <summary>Whether the audit trail is as it was written.</summary>
/// <param name="Fault">What does not fit; null: everything does.</param>
/// <param name="Head">To be noted elsewhere; null: there is none.</param>
/// <param name="Begin">What ended before the first entry; null: nothing.</param>
public sealed record TrailProofView(AccountAround Around, string? Fault, string? Head, string? Begin)
{
    public required FieldView Noted { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

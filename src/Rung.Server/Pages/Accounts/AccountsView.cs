using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Accounts;

/// <summary>All accounts of the installation.</summary>
public sealed record AccountsView(AccountAround Around, IReadOnlyList<AccountRowView> Rows, AccountFormView Invite);

/// <param name="State">"invited", "disabled"; null: they sign in.</param>
public sealed record AccountRowView(string Name, string Email, string Href, string? State)
{
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>One account, with what can be done to it.</summary>
public sealed record OneAccountView(AccountAround Around, AccountRowView Account)
{
    /// <summary>Each role with the form that takes it away.</summary>
    public required IReadOnlyList<AccountFormView> Roles { get; init; }
    public required IReadOnlyList<AccountFormView> Forms { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

/// <summary>Something that is shown this once.</summary>
/// <param name="Says">What it is, and for whom.</param>
public sealed record ShownOnceView(AccountAround Around, string Title, string Says, string Secret)
{
    public required string BackLabel { get; init; }
    public required string BackHref { get; init; }
}

/// <summary>The tokens of programs.</summary>
public sealed record TokensView(AccountAround Around, IReadOnlyList<TokenRowView> Rows, AccountFormView Make)
{
    /// <summary>Of the times on the page.</summary>
    public required string Zone { get; init; }
}

/// <param name="Revoke">Null: it is good for nothing any more.</param>
public sealed record TokenRowView(string Name, string Role, string When, AccountFormView? Revoke);

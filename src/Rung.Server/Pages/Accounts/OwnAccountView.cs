using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Accounts;

/// <summary>Somebody's own account.</summary>
public sealed record OwnAccountView(AccountAround Around, string Name, string Email)
{
    /// <summary>"Agent at every desk".</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<SessionView> Sessions { get; init; } = [];

    /// <summary>Of the times on the page.</summary>
    public required string Zone { get; init; }
    public required IReadOnlyList<AccountFormView> Forms { get; init; }

    public IReadOnlyList<ErrorView> Errors => [.. Forms.SelectMany(form => form.Errors)];
}

/// <summary>Where somebody is signed in.</summary>
/// <param name="About">What the browser says of itself.</param>
/// <param name="When">"since today 08:10, last used today 09:41".</param>
public sealed record SessionView(string About, string When, bool IsThis);

using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Accounts;

/// <summary>A page with one form by which somebody comes in.</summary>
public sealed record EntryView(AccountAround Around, string Title, AccountFormView Form)
{
    /// <summary>What is wrong that is of no one field.</summary>
    public string? Wrong { get; init; }

    /// <summary>Another way in; null: there is none.</summary>
    public AccountFormView? Other { get; init; }

    /// <summary>Where they may be signed in still, having signed out here; null: nowhere.</summary>
    public (string Name, string Href)? Left { get; init; }

    /// <summary>Where else they may sign in, by name.</summary>
    public IReadOnlyList<(string Name, string Href)> Issuers { get; init; } = [];

    /// <summary>Where else to go; null: nowhere.</summary>
    public (string Label, string Href)? More { get; init; }

    /// <summary>Where customers go who came here; none but on the page of signing in.</summary>
    public IReadOnlyList<CustomersDoor> Desks { get; init; } = [];

    /// <summary>Sentences below the form.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    public IReadOnlyList<ErrorView> Errors => Wrong is { } wrong ? [new ErrorView(wrong), .. Form.Errors] : Form.Errors;
}

/// <summary>What a desk has for its customers.</summary>
public sealed record CustomersDoor(string Desk, string Provider, string PortalHref, string GuideHref);

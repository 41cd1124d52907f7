namespace Rung.Server.Pages.Portal.Report;

/// <summary>A problem that the desk knows of, with services that the visitor's customer has. It names nobody else's case.</summary>
/// <param name="Services">"E-mail and Office, DNS".</param>
/// <param name="Says">Since when, and that it is worked on.</param>
/// <param name="Href">Where somebody is added to its updates; null: by telephone only.</param>
public sealed record KnownProblemView(string Services, string Says, string? Href)
{
    /// <summary>Their own case that belongs to it, when they get its updates already; null: they do not.</summary>
    public string? MineHref { get; init; }
}

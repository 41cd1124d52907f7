namespace Rung.Core.Help;

/// <summary>
/// What somebody can do for themselves about a problem, as the desk wrote it: the help guides that a caller is asked about
/// (ESS-23).
/// </summary>
/// <param name="Id">Its place in addresses: a to z, 0 to 9 and hyphens.</param>
/// <param name="Title">One line, 1 to 200 characters.</param>
/// <param name="Body">Markdown without HTML, 1 to 20,000 characters.</param>
public sealed record Article(string Id, string Title, string Body)
{
    /// <summary>Whom it is for; customers when nothing is said.</summary>
    public ArticleAudience Audience { get; init; } = ArticleAudience.Customers;

    /// <summary>Ids of the guide's services that it is about; empty: none in particular.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}

/// <summary>Whom an article is for, once it is published.</summary>
public enum ArticleAudience
{
    /// <summary>The desk's customers, and the desk.</summary>
    Customers,

    /// <summary>The desk alone.</summary>
    Desk,
}

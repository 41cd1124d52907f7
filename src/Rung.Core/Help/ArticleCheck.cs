using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Help;

/// <summary>What must be right before an article is kept.</summary>
public static class ArticleCheck
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestBody = 20_000;

    /// <returns>The name of each field that cannot be kept, with the sentence that says why; empty: it can be kept.</returns>
    public static IEnumerable<(string Field, string Sentence)> Faults(Guide guide, Article article)
    {
        if (OneLine.Fault(article.Title) is { } title)
        {
            yield return ("title", $"The title {title}");
        }
        if (string.IsNullOrWhiteSpace(article.Body))
        {
            yield return ("body", "The text is empty: write it.");
        }
        if (article.Body.Length > LongestBody)
        {
            yield return ("body", $"The text is longer than {LongestBody:N0} characters: make two articles of it.");
        }
        if (article.Services.FirstOrDefault(one => guide.Service(one) is null) is { } unknown)
        {
            yield return ("services", $"The guide has no service {OneLine.Start(unknown)}.");
        }
    }
}

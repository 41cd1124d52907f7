namespace Rung.Core.Help;

/// <summary>Finds the articles that fit what somebody writes about a problem. ESS-23.</summary>
public static class ArticleSearch
{
    /// <summary>As many words of what was written are looked at, the first.</summary>
    public const int MostWords = 100;

    private const int LongestTyped = 4_000;
    private const int InTitle = 3;
    private const int InBody = 1;
    private const int OfService = 2;

    /// <summary>A word of the title, or two of the text.</summary>
    private const int Least = 2;

    /// <summary>The best first, then by title.</summary>
    /// <param name="typed">What was written so far, of any length; what comes after so many words or signs is left out.</param>
    /// <param name="services">Ids of the services that it is about; an article about one of them comes before others.</param>
    /// <param name="most">The most to find.</param>
    public static IReadOnlyList<Article> Find(
        IEnumerable<ArticleWords> articles,
        string typed,
        IReadOnlyList<string> services,
        int most
    )
    {
        var words = ArticleWords.Of(Beginning(typed)).Take(MostWords).ToList();
        return
        [
            .. articles
                .Select(one => (one.Article, Score: Score(one, words, services)))
                .Where(one => one.Score >= Least)
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Article.Title, StringComparer.Ordinal)
                .Take(most)
                .Select(one => one.Article),
        ];
    }

    private static int Score(ArticleWords article, List<string> words, IReadOnlyList<string> services)
    {
        var score = words.Sum(word =>
            article.InTitle(word) ? InTitle
            : article.InBody(word) ? InBody
            : 0
        );
        return score > 0 && article.Article.Services.Any(services.Contains) ? score + OfService : score;
    }

    // A sign that two characters make is not cut in two.
    private static string Beginning(string typed)
    {
        var length = Math.Min(typed.Length, LongestTyped);
        return typed[..(length > 0 && char.IsHighSurrogate(typed[length - 1]) ? length - 1 : length)];
    }
}

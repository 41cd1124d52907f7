using System.Globalization;
using System.Text;

namespace Rung.Core.Help;

/// <summary>Finds the articles that fit what somebody writes about a problem. ESS-23.</summary>
public static class ArticleSearch
{
    private const int InTitle = 3;
    private const int InBody = 1;
    private const int OfService = 2;

    /// <summary>A word of the title, or two of the text.</summary>
    private const int Least = 2;

    // Words that say nothing of what it is about.
    private static readonly HashSet<string> Empty = new(
        "about after all also and any are before been but can cannot does doing for from get has have help her his how into its not nothing now one our out please problem she since some that the their them then there they this too was were what when which who will with work working you your".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>The best first, then by title.</summary>
    /// <param name="typed">What was written so far, of any length.</param>
    /// <param name="services">Ids of the services that it is about; an article about one of them comes before others.</param>
    /// <param name="most">The most to find.</param>
    public static IReadOnlyList<Article> Find(
        IEnumerable<Article> articles,
        string typed,
        IReadOnlyList<string> services,
        int most
    )
    {
        var words = Words(typed).ToList();
        return
        [
            .. articles
                .Select(article => (Article: article, Score: Score(article, words, services)))
                .Where(one => one.Score >= Least)
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Article.Title, StringComparer.Ordinal)
                .Take(most)
                .Select(one => one.Article),
        ];
    }

    private static int Score(Article article, List<string> words, IReadOnlyList<string> services)
    {
        var (title, body) = (Words(article.Title).ToList(), Words(article.Body).ToList());
        var score = words.Sum(word =>
            title.Exists(one => IsSame(one, word)) ? InTitle
            : body.Exists(one => IsSame(one, word)) ? InBody
            : 0
        );
        return score > 0 && article.Services.Any(services.Contains) ? score + OfService : score;
    }

    private static IEnumerable<string> Words(string text) =>
        Plain(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2 && !Empty.Contains(word))
            .Distinct();

    // Small, without accents where the machine can take them apart, whatever is no letter or digit as a blank.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(sign) ? sign : ' ');
            }
        }
        return plain.ToString();
    }

    // "printer" and "printing": they begin alike, but for the last two letters of the shorter.
    private static bool IsSame(string one, string other)
    {
        var alike = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var shorter = Math.Min(one.Length, other.Length);
        return one == other || alike >= Math.Max(4, shorter - 2);
    }
}

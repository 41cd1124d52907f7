using System.Globalization;
using System.Text;

namespace Rung.Core.Help;

/// <summary>
/// The words of an article, taken apart once: whatever is typed later is looked up among them. ESS-23.
/// </summary>
/// <param name="article">As it was written; another version has words of its own.</param>
public sealed class ArticleWords(Article article)
{
    /// <summary>How many signs at the beginning two words have in common at least, where they are longer.</summary>
    private const int Beginning = 4;

    // Words that say nothing of what it is about.
    private static readonly HashSet<string> Empty = new(
        "about after all also and any are before been but can cannot does doing for from get has have help her his how into its not nothing now one our out please problem she since some that the their them then there they this too was were what when which who will with work working you your".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private readonly ILookup<string, string> _title = ByBeginning(article.Title);
    private readonly ILookup<string, string> _body = ByBeginning(article.Body);

    /// <summary>What they are the words of.</summary>
    public Article Article { get; } = article;

    /// <summary>Whether the title has this word, or one that begins alike.</summary>
    internal bool InTitle(string word) => Has(_title, word);

    /// <summary>Whether the text has this word, or one that begins alike.</summary>
    internal bool InBody(string word) => Has(_body, word);

    /// <summary>
    /// The words of a text that say what it is about, each once, in its order: small, without accents where the machine can take
    /// them apart, whatever is no letter or digit as a blank.
    /// </summary>
    internal static IEnumerable<string> Of(string text) =>
        Plain(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2 && !Empty.Contains(word))
            .Distinct(StringComparer.Ordinal);

    private static ILookup<string, string> ByBeginning(string text) =>
        Of(text).ToLookup(BeginningOf, StringComparer.Ordinal);

    private static bool Has(ILookup<string, string> words, string word) =>
        words[BeginningOf(word)].Any(one => IsSame(one, word));

    // Words of which one is shorter than that are the same only where they are equal.
    private static string BeginningOf(string word) => word[..Math.Min(word.Length, Beginning)];

    // "printer" and "printing": they begin alike, but for the last two letters of the shorter.
    private static bool IsSame(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        return one == other || one.AsSpan().CommonPrefixLength(other) >= Math.Max(Beginning, shorter - 2);
    }

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
}

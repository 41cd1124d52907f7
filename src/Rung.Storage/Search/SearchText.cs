using System.Collections.Frozen;
using Rung.Core.Cases;

namespace Rung.Storage.Search;

/// <summary>Turns what people write into what is compared, the same way when it is kept and when it is sought.</summary>
public static class SearchText
{
    private const int LongestTerm = 40;
    private const int MostWords = 400;
    private const int FewestDigits = 5;

    // Words in nearly every text: they would find everything and cost the most.
    private static readonly FrozenSet<string> Everywhere = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "about",
            "all",
            "also",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "but",
            "by",
            "can",
            "do",
            "for",
            "from",
            "had",
            "has",
            "have",
            "he",
            "her",
            "his",
            "if",
            "in",
            "is",
            "it",
            "its",
            "me",
            "my",
            "no",
            "not",
            "of",
            "on",
            "or",
            "our",
            "she",
            "so",
            "that",
            "the",
            "their",
            "them",
            "there",
            "they",
            "this",
            "to",
            "us",
            "was",
            "we",
            "were",
            "will",
            "with",
            "would",
            "you",
            "your",
        ]
    );

    /// <returns>Empty when the text has no letter or digit.</returns>
    public static IReadOnlyList<SearchTerm> CustomerReference(string? text) =>
        Compact(text) is { Length: > 0 } compact ? [new(SearchKind.CustomerReference, compact)] : [];

    /// <returns>Empty when the text has fewer than five digits.</returns>
    public static IReadOnlyList<SearchTerm> Phone(string? text) =>
        Digits(text) is { Length: >= FewestDigits } digits ? [new(SearchKind.Phone, digits)] : [];

    /// <summary>Each word once: letters and digits without case; no single letters, none of the commonest words.</summary>
    public static IReadOnlyList<SearchTerm> Words(string? text) =>
        [
            .. SplitWords(text ?? "")
                .Where(word => word.Length > 1 && !Everywhere.Contains(word))
                .Distinct(StringComparer.Ordinal)
                .Take(MostWords)
                .Select(word => new SearchTerm(SearchKind.Word, word)),
        ];

    /// <summary>A reference without its prefix and hyphens: what is left when somebody says it.</summary>
    internal static string Spoken(CaseReference reference)
    {
        var text = reference.Text;
        return Compact(text[(text.IndexOf('-', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>Letters and digits only, capitals.</summary>
    internal static string Compact(string? text) =>
        Cut(new string([.. (text ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]));

    /// <summary>A telephone number as dialled at home: <c>+44 (0)1632 960123</c> is <c>01632960123</c>.</summary>
    internal static string Digits(string? text)
    {
        var plain = (text ?? "").Replace("(0)", "", StringComparison.Ordinal).TrimStart();
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        var abroad =
            plain.StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : "";
        return Cut(abroad.StartsWith("44", StringComparison.Ordinal) ? "0" + abroad[2..] : digits);
    }

    private static IEnumerable<string> SplitWords(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var inside = index < text.Length && char.IsLetterOrDigit(text[index]);
            if (inside && start < 0)
            {
                start = index;
            }
            else if (!inside && start >= 0)
            {
                yield return Cut(text[start..index].ToLowerInvariant());
                start = -1;
            }
        }
    }

    private static string Cut(string term) => term.Length > LongestTerm ? term[..LongestTerm] : term;
}

namespace Rung.Bench;

/// <summary>Made-up words, few of them common and most of them rare, as in what people write.</summary>
internal static class Vocabulary
{
    private const int Size = 4_000;
    private static readonly string[] Onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "oo"];
    private static readonly string[] Words = [.. Enumerable.Range(0, Size).Select(Word).Distinct()];

    /// <summary>The words, the commonest first.</summary>
    public static IReadOnlyList<string> All => Words;

    public static string Name(int number)
    {
        var word = Words[number % Words.Length];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>Some words; the chance of each falls with its place.</summary>
    public static string Sentence(Random random, int words) =>
        string.Join(
            ' ',
            Enumerable.Range(0, words).Select(_ => Words[(int)(Math.Pow(random.NextDouble(), 3) * Words.Length)])
        );

    private static string Word(int number)
    {
        var text = "";
        for (var rest = (number * 7_919) + 10_007; rest > 0 && text.Length < 9; rest /= Onsets.Length * Vowels.Length)
        {
            text += Onsets[rest % Onsets.Length] + Vowels[rest / Onsets.Length % Vowels.Length];
        }
        return text;
    }
}

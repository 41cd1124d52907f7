using System.Globalization;

namespace Rung.Core.Guides.Checking;

/// <summary>Numbers as texts write them, in digits or in English words up to ninety-nine.</summary>
internal static class NumberWords
{
    /// <summary>For use in a pattern; not in a group of its own.</summary>
    public const string Pattern = $@"[0-9]{{1,4}}|({TensPattern})([\s-]({OnesPattern}))?|{TeensPattern}|{OnesPattern}";

    private const string OnesPattern = "one|two|three|four|five|six|seven|eight|nine";
    private const string TeensPattern =
        "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string TensPattern = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    private static readonly string[] Small = ["zero", .. OnesPattern.Split('|'), .. TeensPattern.Split('|')];
    private static readonly string[] Tens = TensPattern.Split('|');

    /// <param name="text">What <see cref="Pattern"/> found.</param>
    public static int Read(string text)
    {
        var parts = text.ToLowerInvariant().Split(['-', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Sum(Part);
    }

    private static int Part(string word)
    {
        var (small, tens) = (Array.IndexOf(Small, word), Array.IndexOf(Tens, word));
        return small >= 0 ? small
            : tens >= 0 ? (tens + 2) * 10
            : int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

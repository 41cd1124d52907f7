using System.Globalization;

namespace Rung.Core.Guides.Checking;

/// <summary>Numbers as texts write them, in digits or in English words up to thirty.</summary>
internal static class NumberWords
{
    /// <summary>For use in a pattern.</summary>
    public const string Pattern =
        "[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty";

    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    public static int Read(string text)
    {
        var word = text.ToLowerInvariant();
        var small = Array.IndexOf(Small, word);
        return small >= 0
            ? small
            : word switch
            {
                "fourteen" => 14,
                "fifteen" => 15,
                "twenty" => 20,
                "thirty" => 30,
                _ => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture),
            };
    }
}

using Rung.Core.Cases;

namespace Rung.Server.Pages.Words;

/// <summary>A reference as it is read out on the telephone.</summary>
public static class ReferenceWords
{
    private static readonly string[] Digits =
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
    ];

    /// <summary>"R, seven, K, four, two, three, nine".</summary>
    public static string Say(CaseReference reference) =>
        string.Join(", ", reference.Text.Where(char.IsAsciiLetterOrDigit).Select(Name));

    private static string Name(char letter) => char.IsAsciiDigit(letter) ? Digits[letter - '0'] : letter.ToString();
}

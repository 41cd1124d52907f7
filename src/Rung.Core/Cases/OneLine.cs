namespace Rung.Core.Cases;

/// <summary>
/// Text that stands on one line of ours, such as a name: short, without control characters, and without the characters
/// that turn the direction of whatever follows (embeddings, overrides and isolates of Unicode's UAX #9), and without those that
/// nobody sees. Marks such as U+200F, which names written from right to left may need, are let through.
/// </summary>
public static class OneLine
{
    /// <summary>Longest name of a person, a post or an organisation, in characters.</summary>
    public const int Name = 200;

    private const int MostQuoted = 40;

    /// <returns>What is wrong, to be put behind what the text is: "is empty: write it."; null: nothing.</returns>
    public static string? Fault(string? text, int longest = Name) =>
        string.IsNullOrEmpty(text) || Visible.IsBlank(text) ? "is empty: write it."
        : text.Length > longest ? $"is longer than {longest} characters: shorten it."
        : text.Any(Breaks) ? "has control characters in it: write it on one line."
        : text.Any(Turns) ? "has characters in it that turn the direction of writing, such as U+202E: leave them out."
        : text.Any(Visible.HasNoShape)
            ? "has characters in it that nobody sees, such as U+200B: write it anew, without them."
        : null;

    /// <summary>What somebody wrote, to be quoted in a sentence about it: its first 40 characters and "…", or all where it has no more.</summary>
    public static string Start(string text) =>
        text.Length <= MostQuoted ? text
        : char.IsHighSurrogate(text[MostQuoted - 1]) ? text[..(MostQuoted - 1)] + "…"
        : text[..MostQuoted] + "…";

    private static bool Breaks(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    private static bool Turns(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

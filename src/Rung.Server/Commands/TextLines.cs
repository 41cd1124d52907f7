using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rung.Server.Commands;

/// <summary>Text for a terminal of 80 columns.</summary>
internal static partial class TextLines
{
    private const int Width = 80;

    /// <summary>"1 line", "2,400 lines".</summary>
    public static string Count(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {unit}{(number == 1 ? "" : "s")}");

    /// <summary>
    /// Breaks a text between words; further lines begin with <paramref name="indent"/>. Its own breaks are spaces; several
    /// spaces, and those that are no plain ones, stand as they are, since they may be what is wrong with what is quoted.
    /// </summary>
    public static string Wrap(string text, string indent)
    {
        var words = BetweenWords().Split(Breaks().Replace(text, " ").Trim());
        var lines = new StringBuilder(text[..^text.TrimStart(' ').Length]);
        var column = lines.Length;
        var isFirst = true;
        foreach (var word in words)
        {
            if (!isFirst && column + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(indent).Append(word);
                column = indent.Length + word.Length;
            }
            else
            {
                lines.Append(isFirst ? "" : " ").Append(word);
                column += word.Length + (isFirst ? 0 : 1);
            }
            isFirst = false;
        }
        return lines.ToString();
    }

    [GeneratedRegex(@"\s*[\r\n\t]\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?<!\s) (?!\s)")]
    private static partial Regex BetweenWords();
}

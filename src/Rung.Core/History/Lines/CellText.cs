using System.Buffers;

namespace Rung.Core.History.Lines;

/// <summary>
/// What a log may bring into reports, mappings and terminals: no control characters but tabs and line breaks, and nothing
/// that turns the direction of the text around it.
/// </summary>
public static class CellText
{
    /// <summary>Stands for each character that is not let through.</summary>
    public const char Unseen = '\uFFFD';

    private static readonly SearchValues<char> Refused = SearchValues.Create([
        .. Range('\0', '\u001F').Except("\t\n\r"),
        .. Range('\u007F', '\u009F'),
        .. Range('\u2028', '\u202E'),
        .. Range('\u2066', '\u2069'),
        '\uFEFF',
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>The text with <see cref="Unseen"/> for what nobody can see; the same text when all of it can be seen.</summary>
    public static string Clean(string text) =>
        text.AsSpan().ContainsAny(Refused)
            ? string.Concat(text.Select(letter => Refused.Contains(letter) ? Unseen : letter))
            : text;

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}

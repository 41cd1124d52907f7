using System.Text.RegularExpressions;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// A text with placeholders in braces. A line whose placeholders are all empty is left out, so that one template serves
/// cases with and without, say, a reason for outage; so are quotes around one that is empty, with the comma before them.
/// </summary>
internal static partial class Template
{
    /// <param name="word">What a placeholder stands for; null or empty: nothing.</param>
    public static string Fill(string template, Func<string, string?> word)
    {
        var lines = template.Split('\n').Select(line => Line(line, word)).OfType<string>().ToList();
        var kept = lines.Where((line, index) => line.Length > 0 || (index > 0 && lines[index - 1].Length > 0));
        return string.Join('\n', kept).Trim();
    }

    /// <summary>Braces that are no placeholder of those known, in the order of the text.</summary>
    public static IEnumerable<TemplateMistake> Mistakes(string template, IReadOnlyCollection<string> known)
    {
        var brace = 0;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] is not ('{' or '}'))
            {
                continue;
            }
            var name = template[at] == '{' ? NameAt(template, at) : null;
            if (name is null || !known.Contains(name))
            {
                yield return new TemplateMistake(brace, name);
            }
            at += name is null ? 0 : name.Length + 1;
            brace += name is null ? 1 : 2;
        }
    }

    private static string? NameAt(string template, int open)
    {
        var end = template.AsSpan(open + 1).IndexOfAny('{', '}', '\n');
        return end >= 0 && template[open + 1 + end] == '}' ? template.Substring(open + 1, end) : null;
    }

    private static string? Line(string line, Func<string, string?> word)
    {
        var (given, empty) = (0, 0);
        var filled = Placeholder()
            .Replace(
                line,
                match =>
                {
                    var found = word(match.Groups["name"].Value);
                    var isEmpty = string.IsNullOrEmpty(found);
                    _ = isEmpty ? empty++ : given++;
                    return isEmpty ? "" : $"{match.Groups["before"].Value}{found}{match.Groups["after"].Value}";
                }
            );
        return empty > 0 && given == 0 ? null : filled.TrimEnd();
    }

    // In quotes it stands for nothing together with them, and with the comma before.
    // A name ends where a brace begins, so there is nothing to go back for and no need of a slower engine.
    [GeneratedRegex(
        @"(?<before>,? ?"")\{(?<name>[^{}\n]*)\}(?<after>"")|\{(?<name>[^{}\n]*)\}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Placeholder();
}

/// <summary>A brace that does not belong to a placeholder.</summary>
/// <param name="Brace">Which of the template's braces it is, opening and closing ones counted from 0.</param>
/// <param name="Name">What stands between it and the one that closes it; null: it stands alone.</param>
internal sealed record TemplateMistake(int Brace, string? Name);

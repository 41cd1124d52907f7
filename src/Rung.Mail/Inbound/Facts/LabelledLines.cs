namespace Rung.Mail.Inbound.Facts;

/// <summary>Lines like "Phone: 01632 960123" or "Impact - everybody", and the text without them.</summary>
internal sealed class LabelledLines
{
    private const int LongestLabel = 60;
    private const int LongestValue = 2_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private LabelledLines(string rest) => Rest = rest;

    /// <summary>What is in no labelled line.</summary>
    public string Rest { get; private set; }

    /// <param name="labels">The only ones looked for: "Note:" in a sentence begins nothing.</param>
    public static LabelledLines Of(string text, IEnumerable<string> labels)
    {
        var known = labels.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new LabelledLines("");
        var rest = new List<string>();
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            if (Split(line, known) is (var label, var value))
            {
                open = found._values.TryAdd(label, value) ? label : null;
            }
            else if (open is not null && !string.IsNullOrWhiteSpace(line))
            {
                found.GoOn(open, line.Trim());
            }
            else
            {
                open = null;
                rest.Add(line);
            }
        }
        found.Rest = string.Join('\n', rest);
        return found;
    }

    /// <summary>The value of the first of the labels that has one; null: none.</summary>
    public string? Find(IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            if (_values.TryGetValue(label, out var value) && IsAnswer(value))
            {
                return value;
            }
        }
        return null;
    }

    private void GoOn(string label, string line)
    {
        var value = _values[label];
        if (value.Length + line.Length < LongestValue)
        {
            _values[label] = value.Length == 0 ? line : $"{value}\n{line}";
        }
    }

    private static (string Label, string Value)? Split(string line, HashSet<string> known)
    {
        var trimmed = line.TrimStart(' ', '\t', '*', '-', '•', '·').TrimEnd();
        foreach (var mark in (char[])[':', '-', '–', '='])
        {
            var at = trimmed.IndexOf(mark, StringComparison.Ordinal);
            if (at is > 0 and < LongestLabel && known.Contains(trimmed[..at].Trim(' ', '*', '?')))
            {
                var value = trimmed[(at + 1)..].Trim(' ', '*');
                return (trimmed[..at].Trim(' ', '*', '?'), value.Length > LongestValue ? value[..LongestValue] : value);
            }
        }
        return null;
    }

    // A form sent back with gaps answers nothing.
    private static bool IsAnswer(string value) =>
        value.Any(char.IsLetterOrDigit)
        && value.Trim(' ', '.', '[', ']', '<', '>', '_').ToLowerInvariant()
            is not ("n/a" or "na" or "?" or "tbc" or "unknown" or "please fill in" or "your answer");
}

using Rung.Core.Guides;

namespace Rung.Mail.Inbound.Facts;

/// <summary>Lines like "Phone: 01632 960123" or "Impact - everybody", and the text without them.</summary>
internal sealed class LabelledLines
{
    private const int LongestLabel = 60;
    private const int LongestValue = 2_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private LabelledLines(string rest) => Rest = rest;

    /// <summary>What is in no labelled line; what goes on below one is in both.</summary>
    public string Rest { get; private set; }

    /// <param name="facts">Their labels are the only ones looked for: "Note:" in a sentence begins nothing.</param>
    public static LabelledLines Of(string text, IReadOnlyList<RequiredFact> facts)
    {
        var known = facts
            .SelectMany(fact => fact.Labels.Select(label => (label, fact.Id)))
            .DistinctBy(one => one.label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.label, one => one.Id, StringComparer.OrdinalIgnoreCase);
        var found = new LabelledLines("");
        var rest = new List<string>();
        string? open = null;
        foreach (var line in text.Split('\n'))
        {
            if (Split(line, known.Keys) is (var label, var value))
            {
                open = found._values.TryAdd(label, value) && GoesOn(known[label], value) ? label : null;
                continue;
            }
            open = string.IsNullOrWhiteSpace(line) ? null : open;
            found.GoOn(open, line.Trim());
            rest.Add(line);
        }
        found.Rest = string.Join('\n', rest);
        return found;
    }

    // A telephone number is one line, and so is a name: what stands below is something else.
    private static bool GoesOn(string fact, string value) =>
        fact switch
        {
            "details" or "tried" or "impact" => true,
            "name" or "role" or "phone" or "school" or "site" or "customer" or "customer-reference" => false,
            _ => value.Length == 0,
        };

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

    private void GoOn(string? label, string line)
    {
        if (label is not null && _values[label] is var value && value.Length + line.Length < LongestValue)
        {
            _values[label] = value.Length == 0 ? line : $"{value}\n{line}";
        }
    }

    private static (string Label, string Value)? Split(string line, Dictionary<string, string>.KeyCollection known)
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

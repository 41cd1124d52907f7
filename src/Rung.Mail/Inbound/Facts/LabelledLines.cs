using System.Text.RegularExpressions;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Threading;

namespace Rung.Mail.Inbound.Facts;

/// <summary>Lines like "Phone: 01632 960123" or "Impact - everybody", and the text without them.</summary>
internal sealed partial class LabelledLines
{
    private const int LongestLabel = 60;
    private const int LongestValue = 2_000;
    private const int LongestBelow = 80;

    private readonly Dictionary<string, string> _known;
    private readonly string _prefix;
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _rest = [];
    private string? _open;

    private LabelledLines(IReadOnlyList<RequiredFact> facts, string prefix)
    {
        _prefix = prefix;
        _known = facts
            .SelectMany(fact => fact.Labels.Select(label => (label, fact.Id)))
            .DistinctBy(one => one.label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.label, one => one.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What is in no labelled line and is no answer of one line below a label; what goes on below one is in both.</summary>
    public string Rest => string.Join('\n', _rest);

    /// <param name="facts">Their labels are the only ones looked for: "Note:" in a sentence begins nothing.</param>
    /// <param name="prefix">Of the desk's own references: "Your ref: R-7K4-239" is one of ours, and none of the customer's.</param>
    public static LabelledLines Of(string text, IReadOnlyList<RequiredFact> facts, string prefix)
    {
        var found = new LabelledLines(facts, prefix);
        foreach (var line in text.Split('\n'))
        {
            found.Take(line);
        }
        return found;
    }

    private void Take(string line)
    {
        if (Split(line) is (var label, var value))
        {
            _open = _values.TryAdd(label, value) && GoesOn(label, value) ? label : null;
            return;
        }
        if (_open is { } open && IsOneLine(open) && !string.IsNullOrWhiteSpace(line))
        {
            _open = null;
            if (Unmarked(line) is var below && IsBelow(open, below))
            {
                _values[open] = below;
                return;
            }
        }
        GoOn(line.Trim());
        _rest.Add(line);
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

    // A telephone number is one line, and so is a name: what stands below is something else, unless nothing stands beside.
    private bool IsOneLine(string label) =>
        _known[label] is "name" or "role" or "phone" or "school" or "site" or "customer" or "customer-reference";

    private bool GoesOn(string label, string value) =>
        value.Length == 0 || _known[label] is "details" or "tried" or "impact";

    private void GoOn(string line)
    {
        if (_open is { } one && IsOneLine(one))
        {
            return;
        }
        _open = line.Length == 0 ? null : _open;
        if (_open is { } label && _values[label] is var value && value.Length + line.Length < LongestValue)
        {
            _values[label] = value.Length == 0 ? line : $"{value}\n{line}";
        }
    }

    private (string Label, string Value)? Split(string line)
    {
        var trimmed = Unmarked(line);
        foreach (var mark in (char[])[':', '-', '–', '='])
        {
            var at = trimmed.IndexOf(mark, StringComparison.Ordinal);
            if (
                at is > 0 and < LongestLabel
                && trimmed[..at].Trim(' ', '*', '?') is var label
                && _known.ContainsKey(label)
            )
            {
                var value = trimmed[(at + 1)..].Trim(' ', '*');
                return Fits(label, value) ? (label, value.Length > LongestValue ? value[..LongestValue] : value) : null;
            }
        }
        return null;
    }

    private static string Unmarked(string line) => line.TrimStart(' ', '\t', '*', '-', '•', '·').TrimEnd();

    // "Phone: dead since this morning" is a report, and no number at which anybody can be rung.
    private bool Fits(string label, string value) =>
        !IsAnswer(value)
        || _known[label] switch
        {
            "phone" => FreeText.PhoneIn(value) is not null,
            "name" => value.Count(char.IsLetter) >= value.Count(char.IsDigit),
            "customer-reference" => ThreadClues.References(value, _prefix).Count == 0,
            _ => true,
        };

    // Below a gap in a form there may be another question, a sentence or a good-bye as well.
    private bool IsBelow(string label, string line) =>
        line.Length is > 0 and <= LongestBelow
        && !line.Contains(':', StringComparison.Ordinal)
        && (line[^1] is not ('.' or ',' or '!' or '?') || Abbreviated().IsMatch(line))
        && !GoodBye().IsMatch(line)
        && Fits(label, line);

    // "St. Mary's C.E." is no sentence that ends.
    [GeneratedRegex(
        @"(\b(\p{Lu}\.){2,}|\b(Acad|Ave|Co|Coll|Dept|Inc|Jnr|Jr|Ltd|Pri|Prim|Rd|Sch|Sec|Snr|Sr|St)\.)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Abbreviated();

    // A form sent back with gaps answers nothing.
    private static bool IsAnswer(string value) =>
        value.Any(char.IsLetterOrDigit)
        && value.Trim(' ', '.', '[', ']', '<', '>', '_').ToLowerInvariant()
            is not ("n/a" or "na" or "?" or "tbc" or "unknown" or "please fill in" or "your answer");

    [GeneratedRegex(
        @"^((many |with |kind |kindest |best |warm )*(thanks|thank you|regards|wishes)|cheers|best|yours)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex GoodBye();
}

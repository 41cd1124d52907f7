namespace Rung.Core.Time.HolidayFiles;

/// <summary>One VEVENT as text, with the line its BEGIN stands on.</summary>
internal sealed record IcsEvent(int Line, string Text);

/// <summary>A property before the first component, with its line.</summary>
internal sealed record IcsProperty(int Line, string Value);

/// <summary>
/// An iCalendar text cut into its header and its events, so that each event can be read alone and a problem in one
/// neither hides the others nor loses its line.
/// </summary>
internal sealed class IcsText
{
    private readonly List<IcsEvent> _events = [];
    private readonly Dictionary<string, IcsProperty> _header = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HolidayFileFinding> _findings = [];

    public IcsText(string text)
    {
        var lines = Unfold(text.TrimStart('\uFEFF').Split('\n'));
        if (!Says(lines.Find(line => line.Text.Length > 0).Text, "BEGIN:VCALENDAR"))
        {
            Fail(1, "holiday-file-format", "This is no iCalendar file: it must begin with BEGIN:VCALENDAR.");
            return;
        }

        Read(lines);
        if (!Says(lines.FindLast(line => line.Text.Length > 0).Text, "END:VCALENDAR"))
        {
            Fail(
                lines[^1].Line,
                "holiday-file-cut",
                "The file ends without END:VCALENDAR and may be cut short; fetch it again."
            );
        }
    }

    public IReadOnlyList<IcsEvent> Events => _events;

    public IReadOnlyList<HolidayFileFinding> Findings => _findings;

    public IcsProperty? Header(string name) => _header.GetValueOrDefault(name);

    private static List<(int Line, string Text)> Unfold(string[] lines)
    {
        var unfolded = new List<(int Line, string Text)>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length > 0 && line[0] is ' ' or '\t' && unfolded.Count > 0)
            {
                unfolded[^1] = (unfolded[^1].Line, unfolded[^1].Text + line[1..]);
            }
            else
            {
                unfolded.Add((i + 1, line));
            }
        }

        return unfolded;
    }

    private static string Unescape(string value) =>
        value.Replace("\\,", ",").Replace("\\;", ";").Replace("\\n", " ").Replace("\\\\", "\\").Trim();

    private void Read(List<(int Line, string Text)> lines)
    {
        var components = false;
        for (var i = 1; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            components |= text.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase);
            if (text.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                i = ReadEvent(lines, i);
            }
            else if (!components && text.IndexOf(':') is > 0 and var colon)
            {
                _header.TryAdd(text[..colon], new IcsProperty(lines[i].Line, Unescape(text[(colon + 1)..])));
            }
        }
    }

    private int ReadEvent(List<(int Line, string Text)> lines, int begin)
    {
        for (var end = begin + 1; end < lines.Count; end++)
        {
            if (lines[end].Text.Equals("END:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                var text = string.Join("\r\n", lines.Skip(begin).Take(end - begin + 1).Select(line => line.Text));
                _events.Add(new IcsEvent(lines[begin].Line, text));
                return end;
            }

            if (lines[end].Text.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                Fail(
                    lines[begin].Line,
                    "holiday-event-open",
                    "This event has no END:VEVENT before the next one begins; add it."
                );
                return end - 1;
            }
        }

        Fail(lines[begin].Line, "holiday-event-open", "This event has no END:VEVENT; the file may be cut short.");
        return lines.Count;
    }

    private void Fail(int line, string code, string message) =>
        _findings.Add(new HolidayFileFinding(line, HolidayFindingKind.Error, code, message));

    private static bool Says(string? line, string wanted) =>
        string.Equals(line, wanted, StringComparison.OrdinalIgnoreCase);
}

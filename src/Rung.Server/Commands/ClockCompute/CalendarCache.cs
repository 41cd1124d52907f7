using System.Text;
using System.Text.Json;
using Rung.Core.Time;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>Calendars by the text they were written with, so that lines that share one compile it once.</summary>
internal sealed class CalendarCache
{
    private const int Most = 1_000;

    // One calendar asked about three centuries takes megabytes, so a count alone would not keep memory in bounds.
    private const long MostBytes = 256 << 20;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly Dictionary<string, WorkingCalendar> _calendars = new(StringComparer.Ordinal);
    private byte[] _lastText = [];
    private WorkingCalendar? _last;

    /// <summary>The calendar, or null and a finding.</summary>
    /// <exception cref="JsonException">A name is there twice.</exception>
    public WorkingCalendar? Find(ReadOnlyMemory<byte> text, FirstFinding findings)
    {
        if (_last is null || !text.Span.SequenceEqual(_lastText))
        {
            _last = FindOlder(Encoding.UTF8.GetString(text.Span), text, findings);
            _lastText = _last is null ? [] : text.ToArray();
        }

        return _last;
    }

    private WorkingCalendar? FindOlder(string key, ReadOnlyMemory<byte> text, FirstFinding findings)
    {
        if (_calendars.TryGetValue(key, out var calendar))
        {
            return calendar;
        }

        using var document = JsonDocument.Parse(text, Strict);
        var definition = new CalendarReader(findings).Read(document.RootElement);
        if (findings.First is not null || definition is null)
        {
            return null;
        }

        if (_calendars.Count == Most || GC.GetTotalMemory(forceFullCollection: false) > MostBytes)
        {
            _calendars.Clear();
        }

        return _calendars[key] = WorkingCalendar.Compile(definition);
    }
}

using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Where the open spans of a calendar come from: a definition, or two calendars put together.</summary>
internal abstract class HoursSource
{
    /// <summary>True when it is known never to close.</summary>
    public abstract bool IsAlwaysOpen { get; }

    /// <summary>The times for which every holiday set in use has data.</summary>
    public abstract List<OpenSpan> Covered { get; }

    /// <summary>The length of a working day that is stated or plain from the week; null when only dates can tell.</summary>
    public abstract Duration? NominalDay { get; }

    /// <summary>Open spans, sorted, apart, cut to <c>[from, to)</c>.</summary>
    public abstract List<OpenSpan> Spans(long from, long to);

    /// <summary>Why the calendar is closed at an instant at which it is.</summary>
    public abstract ClosedReason WhyClosed(long at);

    /// <summary>Instants at which the reason may change while closed, in any order.</summary>
    public abstract IEnumerable<long> ReasonChanges(long from, long to);

    /// <summary>The dates that have hours, ascending, as numbers of days since 1970-01-01.</summary>
    public abstract IEnumerable<int> WorkingDays();

    /// <summary>The spans that belong to a date, sorted; uncut, so they may pass its midnight.</summary>
    public abstract List<OpenSpan> SpansOf(int day);
}

/// <summary>Why a calendar is closed.</summary>
internal sealed record ClosedReason(StretchKind Kind, string? Label);

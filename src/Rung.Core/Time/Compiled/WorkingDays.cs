using NodaTime;

namespace Rung.Core.Time.Compiled;

/// <summary>Working days of a calendar, for allowances that count dates. A day is a number since 1970-01-01.</summary>
internal sealed class WorkingDays(HoursSource source, DateTimeZone zone)
{
    private readonly WorkingDayIndex _index = new(source.WorkingDays());

    /// <summary>The date that an open instant belongs to: the one its span begins on, which may be the day before.</summary>
    public int DayOf(Instant open)
    {
        var day = Days.Of(open.InZone(zone).Date);
        return Contains(day, open) || !Contains(day - 1, open) ? day : day - 1;
    }

    /// <summary>The nth working day after a working day (0 is the day itself), or null beyond the supported years.</summary>
    public int? Nth(int day, int n) => _index.Nth(day, n);

    /// <summary>When the last hours of a working day end.</summary>
    public Instant Close(int day) => Nanos.ToInstant(source.SpansOf(day)[^1].To);

    /// <summary>The instant itself when it is in the hours of the day, else the last close before it, else the first opening.</summary>
    public Instant Clamp(int day, Instant at)
    {
        var spans = source
            .SpansOf(day)
            .ConvertAll(span => (From: Nanos.ToInstant(span.From), To: Nanos.ToInstant(span.To)));
        var begun = spans.FindLastIndex(span => span.From <= at);
        return begun < 0 ? spans[0].From : Instant.Min(at, spans[begun].To);
    }

    /// <summary>A time of day on a date: later by the gap where the clock skips it, the earlier where it repeats.</summary>
    public Instant At(int day, LocalTime time) => Resolve(Days.Date(day) + time);

    /// <summary>A wall time as an instant: later by the gap where the clock skips it, the earlier where it repeats.</summary>
    public Instant Resolve(LocalDateTime local) => local.InZoneLeniently(zone).ToInstant();

    private bool Contains(int day, Instant at) =>
        source.SpansOf(day).Exists(span => at >= Nanos.ToInstant(span.From) && at < Nanos.ToInstant(span.To));
}

using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Tests.Time;

/// <summary>
/// The oracle: walks a stretch of time minute by minute, looks at the wall clock each time, and marks minutes as open.
/// It knows the rules of `docs/time.md` and nothing of the engine. For zones and spans on whole minutes.
/// </summary>
public sealed class MinuteStepper
{
    private const long Minute = NodaConstants.NanosecondsPerMinute;
    private const int MinutesPerDay = 24 * 60;

    private readonly CalendarDefinition _calendar;
    private readonly Instant _origin;
    private readonly long[] _wall;
    private readonly Dictionary<long, (int First, int Last)> _met = [];
    private readonly bool[] _open;

    public MinuteStepper(CalendarDefinition calendar, Instant origin, int days)
    {
        (_calendar, _origin) = (calendar, origin);
        _wall = new long[days * MinutesPerDay];
        _open = new bool[_wall.Length];
        for (var i = 0; i < _wall.Length; i++)
        {
            var at = origin + Duration.FromMinutes(i);
            _wall[i] = (at.ToUnixTimeSeconds() + calendar.Zone.GetUtcOffset(at).Seconds) / 60;
            _met[_wall[i]] = (_met.TryGetValue(_wall[i], out var met) ? met.First : i, i);
        }

        for (
            var date = DateOf(_wall.Min()).PlusDays(1);
            date < DateOf(_wall.Max()).PlusDays(-1);
            date = date.PlusDays(1)
        )
        {
            Mark(date);
        }
    }

    public bool IsOpen(Instant at) => _open[IndexOf(at)];

    /// <summary>Open nanoseconds between two instants in order.</summary>
    public long Worked(Instant from, Instant to)
    {
        var sum = 0L;
        for (var i = IndexOf(from); i < _open.Length && Begin(i) < to; i++)
        {
            sum += _open[i] ? Nanos(Instant.Min(to, Begin(i + 1)) - Instant.Max(from, Begin(i))) : 0;
        }

        return sum;
    }

    /// <summary>The earliest instant by which the amount has passed, or null beyond the stretch.</summary>
    public Instant? Forward(Instant start, long amount)
    {
        for (var i = IndexOf(start); i < _open.Length; i++)
        {
            var from = Instant.Max(start, Begin(i));
            var here = _open[i] ? Nanos(Begin(i + 1) - from) : 0;
            if (here >= amount)
            {
                return from.PlusNanoseconds(amount);
            }

            amount -= here;
        }

        return null;
    }

    /// <summary>The latest instant from which the amount passes until the start, or null beyond the stretch.</summary>
    public Instant? Backward(Instant start, long amount)
    {
        for (var i = IndexOf(start); i >= 0; i--)
        {
            var to = Instant.Min(start, Begin(i + 1));
            var here = _open[i] ? Nanos(to - Begin(i)) : 0;
            if (here >= amount)
            {
                return to.PlusNanoseconds(-amount);
            }

            amount -= here;
        }

        return null;
    }

    /// <summary>The first instant at or after the given one that is, or is not, open.</summary>
    public Instant? Next(Instant from, bool open)
    {
        var i = IndexOf(from);
        while (i < _open.Length && _open[i] != open)
        {
            i++;
        }

        return i < _open.Length ? Instant.Max(from, Begin(i)) : null;
    }

    private static LocalDate DateOf(long wallMinute) => Instant.FromUnixTimeSeconds(wallMinute * 60).InUtc().Date;

    private static long Nanos(Duration duration) => duration.ToInt64Nanoseconds();

    private Instant Begin(int index) => _origin + Duration.FromMinutes(index);

    private int IndexOf(Instant at) => (int)(Nanos(at - _origin) / Minute);

    private IReadOnlyList<DailySpan> HoursOf(LocalDate date)
    {
        var dated = _calendar.Dates.LastOrDefault(hours => Covers(hours, date));
        if (dated is { Week: null })
        {
            return dated.Spans;
        }

        var holiday = _calendar.Holidays.Any(set => set.Days.ContainsKey(date));
        return holiday || !(dated?.Week ?? _calendar.Week).TryGetValue(date.DayOfWeek, out var spans) ? [] : spans;
    }

    private static bool Covers(DatedHours hours, LocalDate date)
    {
        if (hours.Recurs == Recurrence.Once)
        {
            return date >= hours.From && date <= hours.To;
        }

        var leap = DateTime.IsLeapYear(date.Year);
        var (day, from, to) = (date.Month * 100 + date.Day, Day(hours.From, leap), Day(hours.To, leap));
        return from <= to ? day >= from && day <= to : day >= from || day <= to;
    }

    private static int Day(LocalDate date, bool leap) =>
        date.Month * 100 + (date is { Month: 2, Day: 29 } && !leap ? 28 : date.Day);

    private void Mark(LocalDate date)
    {
        var midnight = date.AtMidnight().InUtc().ToInstant().ToUnixTimeSeconds() / 60;
        if (!Enumerable.Range(0, MinutesPerDay).Any(minute => _met.ContainsKey(midnight + minute)))
        {
            return;
        }

        foreach (var span in HoursOf(date))
        {
            var (from, to) = ((span.From.Hour * 60) + span.From.Minute, (span.To.Hour * 60) + span.To.Minute);
            var (begin, end) = (
                Find(midnight + from).First,
                Find(midnight + (to > from ? to : to + MinutesPerDay)).Last
            );
            for (var i = begin; i < end; i++)
            {
                _open[i] = true;
            }
        }
    }

    // A wall time that was never met lies in a gap: as far after the jump as it is after the last minute before it.
    private (int First, int Last) Find(long wall)
    {
        if (_met.TryGetValue(wall, out var met))
        {
            return met;
        }

        var before = Enumerable.Range(0, _wall.Length - 1).First(i => _wall[i] < wall && _wall[i + 1] > wall);
        var index = before + (int)(wall - _wall[before]);
        return (index, index);
    }
}

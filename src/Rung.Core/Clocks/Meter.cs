using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>
/// How one clock measures: an allowance on a calendar from a start. Working allowances count open time, all others
/// elapsed time; pauses are counted in the same unit (semantics, "pause arithmetic").
/// </summary>
internal readonly struct Meter
{
    private readonly WorkingCalendar _calendar;
    private readonly bool _working;
    private readonly Instant _start;
    private readonly Instant _plainDue;

    private Meter(WorkingCalendar calendar, bool working, Instant start, Instant plainDue)
    {
        _calendar = calendar;
        _working = working;
        _start = start;
        _plainDue = plainDue;
        Problem = ReckoningProblem.None;
        Note = CalendarNote.None;
        Total = Duration.Zero;
    }

    public ReckoningProblem Problem { get; private init; }
    public CalendarNote Note { get; private init; }

    /// <summary>The whole allowance in this clock's unit.</summary>
    public Duration Total { get; private init; }

    public bool CountsWorkingTime => _working;

    public static Meter Of(Allowance allowance, WorkingCalendar calendar, Instant start)
    {
        var due = allowance.DueFrom(start, calendar);
        var meter = new Meter(calendar, allowance.CountsWorkingTime, start, due.Value);
        if (!due.Ok)
        {
            return meter with { Problem = due.Problem };
        }
        var total = allowance switch
        {
            Allowance.WorkingTime working => working.Length,
            Allowance.Elapsed elapsed => elapsed.Length,
            _ => meter.Measure(start, due.Value),
        };
        return meter with { Total = total, Note = due.Note };
    }

    /// <summary>Time counted between two instants, in this clock's unit; zero when <paramref name="to"/> is not later.</summary>
    public Duration Measure(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }
        if (!_working)
        {
            return to - from;
        }
        var between = _calendar.Between(from, to);
        return between.Ok ? between.Value : Duration.Zero;
    }

    /// <summary>When <paramref name="left"/> is used up, running from <paramref name="from"/>.</summary>
    public Reckoning<Instant> DueFrom(Instant from, Duration left)
    {
        if (from == _start && left == Total)
        {
            return new Reckoning<Instant>(_plainDue, ReckoningProblem.None, Note);
        }
        return _working ? _calendar.Add(from, left) : new Reckoning<Instant>(from + left);
    }
}

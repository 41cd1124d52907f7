using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Time;
using Rung.Core.Wording;
using Rung.Server.Pages.Words;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Clocks;

/// <summary>
/// The clock of a queue row, or of a mail, in words: how much is left, what time that is, and why it is no plain sum.
/// </summary>
internal sealed class ClockMaker
{
    private const double SoonShare = 0.25;
    private static readonly Duration SoonWhenMostUrgent = Duration.FromMinutes(30);

    private readonly QueueClock _clock;
    private readonly Instant _since;
    private readonly QueueRow? _row;
    private readonly Guide _guide;
    private readonly Instant _now;
    private readonly WorkingCalendar? _calendar;

    private ClockMaker(QueueClock clock, Instant since, Guide guide, Instant now)
    {
        (_clock, _since, _guide, _now) = (clock, since, guide, now);
        _calendar = clock.CountsIn is { } id && guide.Calendars.TryGetValue(id, out var calendar) ? calendar : null;
    }

    private ClockMaker(QueueRow row, Guide guide, Instant now)
        : this(row.Clock, row.LoggedAt, guide, now) => _row = row;

    private QueueClock Clock => _clock;

    private DateTimeZone Zone => _guide.DeskCalendar.Zone;

    private Duration? Day => _calendar?.NominalDay;

    private bool IsDone => _row?.Condition is Condition.Resolved or Condition.ResolvedToConfirm or Condition.Closed;

    public static ClockView Of(QueueRow row, Guide guide, Instant now) => new ClockMaker(row, guide, now).View();

    /// <summary>A clock that runs and belongs to no case.</summary>
    public static ClockView Of(ClockReading reading, Guide guide, Instant now)
    {
        var clock = new QueueClock
        {
            State = QueueClockState.Running,
            Target = reading.Target.Id,
            DueAt = reading.Due,
            Allowance = reading.Total,
            CountsIn = reading.CountsWorkingTime ? reading.Calendar.Id : "elapsed",
        };
        return new ClockMaker(clock, reading.Start, guide, now).View();
    }

    /// <summary>A target's clock in the promise book, as the queue shows it; null: a time was agreed, nothing counts towards it.</summary>
    public static ClockView? Of(PromiseEntry entry, Guide guide, Instant now)
    {
        if (entry.Allowance is not { } allowance)
        {
            return null;
        }
        var clock = new QueueClock
        {
            State = QueueClockState.Running,
            Target = entry.Id,
            DueAt = entry.Due,
            Allowance = allowance,
            CountsIn = entry.CountsIn ?? "elapsed",
        };
        return new ClockMaker(clock, entry.GivenAt, guide, now).View();
    }

    private ClockView View() =>
        Clock switch
        {
            { State: QueueClockState.Waiting } => new(
                ClockFace.NoClock,
                "Priority missing",
                $"clock runs since {Near(_since)}"
            )
            {
                At = _since,
            },
            { State: QueueClockState.None } => new(
                ClockFace.NoClock,
                "No target",
                _row?.ClosesAt is null ? "the guide promises no time" : Ending()
            ),
            { State: QueueClockState.Paused } => Paused(),
            { DueAt: null } => new(ClockFace.NoClock, "No target", "no due time can be computed"),
            { State: QueueClockState.Met } => new(ClockFace.Met, Done("Met"), Ending()),
            _ when IsDone => new(ClockFace.Missed, Done("Missed"), Ending()),
            { DueAt: { } due } when due < _now => Overdue(due),
            { DueAt: { } due } => Running(due),
        };

    private ClockView Paused()
    {
        var left = Clock.Left ?? Duration.Zero;
        var headline =
            left < Duration.Zero
                ? $"Paused · {LengthWords.Used(-left, Day)} over"
                : $"Paused · {LengthWords.Left(left, Day)} left";
        var since = Clock.PausedSince ?? _now;
        return new(ClockFace.Paused, headline, $"{Clock.PauseReason}, since {Near(since)}") { At = since };
    }

    private ClockView Running(Instant due)
    {
        var left = Measure(_now, due);
        var isSoon = left <= Soon;
        var words = LengthWords.Left(left, Day);
        return new(isSoon ? ClockFace.DueSoon : ClockFace.OnTrack, $"{words} left", $"due {Near(due)}{Bends(due)}")
        {
            Ticks = Ticks(left, due),
            At = due,
        };
    }

    private ClockView Overdue(Instant due)
    {
        var over = Measure(due, _now);
        return new(ClockFace.Overdue, $"Overdue by {LengthWords.Used(over, Day)}", $"was due {Near(due)}{Bends(due)}")
        {
            Ticks = Ticks(-over, _now),
            At = due,
        };
    }

    private Duration Soon
    {
        get
        {
            var share = (Clock.Allowance ?? Duration.Zero) * SoonShare;
            return _row?.PriorityRank == 1 && share < SoonWhenMostUrgent ? SoonWhenMostUrgent : share;
        }
    }

    private string Done(string word) =>
        _row switch
        {
            { RfoMissing: true } => $"{word} · reason for outage missing",
            { Condition: Condition.ResolvedToConfirm, Attempts: var made and > 0 } =>
                $"{word} · to confirm, attempt {made} of {_guide.Closing.Attempts.Count}",
            { Condition: Condition.ResolvedToConfirm } => $"{word} · to confirm",
            _ => word,
        };

    private string Ending()
    {
        var next = _row?.NextAttemptAt is { } attempt ? $"next attempt {Near(attempt)}" : null;
        var closes = _row?.ClosesAt is { } at && _row.Condition != Condition.Closed ? $"closes {Near(at)}" : null;
        var due = Clock.DueAt is { } then && next is null && closes is null ? $"was due {Near(then)}" : null;
        return string.Join(", ", ((string?[])[next, closes, due]).OfType<string>());
    }

    // What makes the due time surprising: holidays on the way, or a clock that does not stop at night.
    private string Bends(Instant due)
    {
        if (_calendar is null || _calendar.IsAlwaysOpen)
        {
            return " · runs through the night";
        }
        var (from, to) = due > _now ? (_now, due) : (_since < due ? _since : due, due);
        if (_calendar.Between(from, to).Note == CalendarNote.BeyondHolidayData)
        {
            return " · beyond holiday data";
        }
        var dates = _calendar
            .Stretches(from, to)
            .Where(stretch => stretch.Kind is StretchKind.Holiday)
            .SelectMany(Dates)
            .Distinct()
            .Where(IsWorkingWeekday)
            .ToList();
        return dates.Count is 0 or > 6 ? "" : $" · {NotCounted(dates)}";
    }

    // A holiday on a weekend takes nothing from anybody.
    private bool IsWorkingWeekday(LocalDate date) => IsOpenOn(date.PlusDays(-7)) || IsOpenOn(date.PlusDays(14));

    private bool IsOpenOn(LocalDate date)
    {
        var from = date.AtStartOfDayInZone(Zone).ToInstant();
        return _calendar!.Between(from, date.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant()) is { Ok: true } open
            && open.Value > Duration.Zero;
    }

    private IEnumerable<LocalDate> Dates(Stretch stretch)
    {
        var last = (stretch.To - Duration.Epsilon).InZone(Zone).Date;
        for (var date = stretch.From.InZone(Zone).Date; date <= last; date = date.PlusDays(1))
        {
            yield return date;
        }
    }

    private static string NotCounted(List<LocalDate> dates)
    {
        var months = dates
            .GroupBy(date => (date.Year, date.Month))
            .Select(month => $"{And([.. month.Select(date => $"{date.Day}")])} {MomentWords.Month(month.First())}");
        return $"{And([.. months])} {(dates.Count == 1 ? "does" : "do")} not count";
    }

    private static string And(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items[..^1])} and {items[^1]}";

    private ClockTicks Ticks(Duration left, Instant due) =>
        ClockTicks.Of(left, Soon, Day, OpenSpans.Ahead(_calendar, _now, due));

    private Duration Measure(Instant from, Instant to) =>
        _calendar is { } working && working.Between(from, to) is { Ok: true } worked ? worked.Value : to - from;

    private string Near(Instant at) => MomentWords.Near(at, _now, Zone);
}

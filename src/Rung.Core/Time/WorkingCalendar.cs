using System.Runtime.CompilerServices;
using NodaTime;
using Rung.Core.Time.Compiled;

namespace Rung.Core.Time;

/// <summary>
/// A calendar that can be asked: when is it open, how much working time lies between two instants, when has an amount
/// of it passed. Hours are half-open, on the wall clock of <see cref="Zone"/>; lengths are real time. Every answer is
/// exact to the nanosecond and takes constant time whatever the span. Answers for 1900-01-01 to 2200-12-31 UTC.
/// Immutable to the outside and safe for all threads. Readings: `docs/time.md`, requirements section 1.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HoursTable _hours;
    private readonly HolidayCoverage _coverage;
    private readonly Lazy<WorkingDays> _dates;
    private readonly Lazy<Duration> _nominalDay;

    private WorkingCalendar(string id, DateTimeZone zone, HoursSource source)
    {
        (Id, Zone, Source, IsAlwaysOpen) = (id, zone, source, source.IsAlwaysOpen);
        _hours = new HoursTable(source);
        _coverage = new HolidayCoverage(source.Covered);
        _dates = new Lazy<WorkingDays>(() => new WorkingDays(source, zone));
        _nominalDay = new Lazy<Duration>(FindNominalDay);
    }

    /// <summary>Stable key within its guide.</summary>
    public string Id { get; }

    /// <summary>The zone of the wall clock; of the first calendar where two were put together.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>True when the calendar is known from its parts never to close.</summary>
    public bool IsAlwaysOpen { get; }

    /// <summary>
    /// Working time of "one working day": stated by the guide, else the commonest open length of a day, the longest of
    /// several; 24 hours on a calendar that is always or never open.
    /// </summary>
    public Duration NominalDay => _nominalDay.Value;

    internal HoursSource Source { get; }

    internal WorkingDays Dates => _dates.Value;

    /// <summary>Makes a definition ready to be asked. Years are compiled when first asked about.</summary>
    /// <exception cref="ArgumentException">A bug of the caller: dated hours that end before they begin.</exception>
    public static WorkingCalendar Compile(CalendarDefinition definition) =>
        new(definition.Id, definition.Zone, new DefinedHours(definition));

    /// <summary>Open when either is open.</summary>
    public static WorkingCalendar Union(string id, WorkingCalendar a, WorkingCalendar b) =>
        new(id, a.Zone, new CombinedHours(Combination.Union, a, b));

    /// <summary>Open when both are open.</summary>
    public static WorkingCalendar Intersect(string id, WorkingCalendar a, WorkingCalendar b) =>
        new(id, a.Zone, new CombinedHours(Combination.Intersect, a, b));

    /// <summary>Open when <paramref name="a"/> is open and <paramref name="b"/> is not.</summary>
    public static WorkingCalendar Minus(string id, WorkingCalendar a, WorkingCalendar b) =>
        new(id, a.Zone, new CombinedHours(Combination.Minus, a, b));

    /// <summary>Whether working time passes at the instant: true at an opening, false at a closing, false outside 1900 to 2200.</summary>
    public bool IsOpen(Instant at) =>
        Nanos.TryFrom(at, out var nanos) && Nanos.IsSupported(nanos) && _hours.Covering(nanos).IsOpen(nanos);

    /// <summary>
    /// The earliest instant by which <paramref name="worked"/> has passed since <paramref name="start"/>: a whole day's
    /// working time from opening ends at close, not at the next opening. Negative: the latest instant from which that
    /// much passes until the start. Nothing: the start itself, open or not.
    /// </summary>
    public Reckoning<Instant> Add(Instant start, Duration worked) =>
        Nanos.TryFrom(start, out var at)
        && Nanos.TryFrom(worked, out var amount)
        && _hours.Current.TryMove(at, amount, out var end)
        && end < Nanos.Latest
            ? new(Nanos.ToInstant(end), ReckoningProblem.None, _coverage.Note(Math.Min(at, end), Math.Max(at, end)))
            : AddFar(start, worked);

    /// <summary>Working time that passes from one instant to another; negative when they are reversed.</summary>
    public Reckoning<Duration> Between(Instant from, Instant to) =>
        Nanos.TryFrom(from, out var first)
        && Nanos.TryFrom(to, out var last)
        && _hours.Current.TryMeasure(first, last, out var worked)
            ? new(
                Duration.FromNanoseconds(worked),
                ReckoningProblem.None,
                _coverage.Note(Math.Min(first, last), Math.Max(first, last))
            )
            : BetweenFar(from, to);

    /// <summary>The first open instant at or after <paramref name="from"/>: itself while open.</summary>
    public Reckoning<Instant> NextOpening(Instant from) =>
        Nanos.TryFrom(from, out var at) && _hours.Current.TryOpening(at, out var opening)
            ? new(Nanos.ToInstant(opening), ReckoningProblem.None, _coverage.Note(at, opening))
            : Search(Quest.Opening, from, 0);

    /// <summary>
    /// The end of the open span that contains <paramref name="from"/>, else of the next one. A calendar that stays open
    /// to the end of the supported years answers <see cref="ReckoningProblem.OutOfRange"/>.
    /// </summary>
    public Reckoning<Instant> NextClosing(Instant from) => Search(Quest.Closing, from, 0);

    /// <summary>
    /// Open and closed stretches in order that tile <c>[from, to)</c> exactly. Closed time is cut where its reason
    /// changes, at the midnights of the zone, so neighbours always differ. Empty when <paramref name="to"/> is not later.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An end lies outside 1900 to 2200.</exception>
    public IEnumerable<Stretch> Stretches(Instant from, Instant to)
    {
        if (!Nanos.TryFromSupported(from, out var first) || !Nanos.TryFromSupported(to, out var last))
        {
            throw new ArgumentOutOfRangeException(nameof(from), $"{from} to {to}: calendars answer for 1900 to 2200.");
        }

        return first < last ? StretchWalk.Tile(_hours.Covering(first, last), Source, first, last) : [];
    }

    /// <summary>Why working days have run out after an instant.</summary>
    internal Reckoning<Instant> Exhausted(Instant from) => Search(Quest.Forward, from, ulong.MaxValue);

    /// <summary>An answer found by other means, with the note that the time from start to answer deserves.</summary>
    internal Reckoning<Instant> Noted(Instant start, Instant due) =>
        Nanos.TryFromSupported(start, out var first) && Nanos.TryFromSupported(due, out var last)
            ? new(due, ReckoningProblem.None, _coverage.Note(first, last))
            : Refuse<Instant>(ReckoningProblem.OutOfRange);

    private static Reckoning<T> Refuse<T>(ReckoningProblem problem)
        where T : struct => new(default, problem, CalendarNote.None);

    // Beyond what is compiled, beyond what is supported, or nothing to add.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Reckoning<Instant> AddFar(Instant start, Duration worked)
    {
        var size = Nanos.Size(worked, out var negative);
        return Search(negative ? Quest.Backward : Quest.Forward, start, size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Reckoning<Duration> BetweenFar(Instant from, Instant to)
    {
        if (!Nanos.TryFromSupported(from, out var first) || !Nanos.TryFromSupported(to, out var last))
        {
            return Refuse<Duration>(ReckoningProblem.OutOfRange);
        }

        var table = _hours.Covering(first, last);
        var (earlier, later) = (table.WorkedAt(Math.Min(first, last)), table.WorkedAt(Math.Max(first, last)));
        var worked = Nanos.ToDuration(later - earlier);
        var note = _coverage.Note(Math.Min(first, last), Math.Max(first, last));
        return new(first <= last ? worked : -worked, ReckoningProblem.None, note);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Reckoning<Instant> Search(Quest quest, Instant from, ulong amount)
    {
        if (!Nanos.TryFromSupported(from, out var at))
        {
            return Refuse<Instant>(ReckoningProblem.OutOfRange);
        }

        var problem = _hours.Search(quest, at, amount, out var answer);
        if (problem == ReckoningProblem.None && !Nanos.IsSupported(answer))
        {
            problem = ReckoningProblem.OutOfRange;
        }
        return problem == ReckoningProblem.None
            ? new(Nanos.ToInstant(answer), problem, _coverage.Note(Math.Min(at, answer), Math.Max(at, answer)))
            : Refuse<Instant>(problem);
    }

    private Duration FindNominalDay() => Source.NominalDay ?? CommonestDay() ?? Duration.FromDays(1);

    // Where only dates can tell, an ordinary year tells: 2026.
    private Duration? CommonestDay()
    {
        var lengths = Enumerable
            .Range(Days.Of(new LocalDate(2026, 1, 1)), 365)
            .Select(day => Source.SpansOf(day).Sum(span => span.To - span.From))
            .Where(length => length > 0);
        return DefinedHours.Commonest(lengths);
    }
}

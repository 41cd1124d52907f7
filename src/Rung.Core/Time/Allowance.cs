using NodaTime;
using Rung.Core.Time.Compiled;

namespace Rung.Core.Time;

/// <summary>
/// The time that a target allows, in one of the ways real guides put it. A closed family: every kind is nested here.
/// Which kind a guide means by "a working day" is the guide's to say (A-02, `docs/time.md`).
/// </summary>
public abstract record Allowance
{
    private Allowance() { }

    /// <summary>True when the allowance is used up by working time or counted in working days of the calendar.</summary>
    public virtual bool CountsWorkingTime => false;

    /// <summary>True when the allowance runs on through closed hours: elapsed time, calendar days, weeks and months.</summary>
    public virtual bool CountsElapsed => false;

    /// <summary>
    /// When the allowance that starts at <paramref name="start"/> is used up; stopping at that instant is in time. A
    /// problem where the calendar has no hours left, where the answer leaves 1900 to 2200, or where no time is set.
    /// </summary>
    public abstract Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar);

    /// <summary>An amount of working time: due at the earliest instant by which it has passed .</summary>
    /// <param name="Length">Working time; nothing is due at the start.</param>
    public sealed record WorkingTime(Duration Length) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsWorkingTime => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            calendar.Add(start, Length);
    }

    /// <summary>
    /// The same wall time on the nth working date. A start outside hours counts from the next opening. Where that date's
    /// hours do not contain the time, the last close before it, else the first opening. In a gap of the clock later by
    /// the gap, in an overlap the earlier.
    /// </summary>
    /// <param name="Days">Working dates after the effective one; 0 is the effective start itself.</param>
    public sealed record SameTimeNthDay(int Days) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsWorkingTime => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            DayReckoning.SameTime(start, calendar, Days);
    }

    /// <summary>
    /// The end of the nth working day, or a time of day on it. A start outside hours counts from the next opening, and
    /// day 0 is the working date of that. A time of day that has passed already when the clock starts moves on to the
    /// next working day.
    /// </summary>
    /// <param name="Days">Working days after the effective one; 0 is that day.</param>
    /// <param name="At">Time of day, in hours or not; null is when the day's last hours end.</param>
    public sealed record EndOfNthDay(int Days, LocalTime? At) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsWorkingTime => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            DayReckoning.EndOf(start, calendar, this);
    }

    /// <summary>
    /// Rules by the time of day: the first whose time the start comes before. A start outside hours is looked at as if
    /// it were the next opening, but the chosen allowance runs from the true start.
    /// </summary>
    /// <param name="Rules">In order; when none applies no time is set.</param>
    public sealed record Cutoff(IReadOnlyList<CutoffRule> Rules) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsWorkingTime => Rules.Count > 0 && Rules.All(rule => rule.Then.CountsWorkingTime);

        /// <inheritdoc/>
        public override bool CountsElapsed => Rules.Count > 0 && Rules.All(rule => rule.Then.CountsElapsed);

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            DayReckoning.ByCutoff(start, calendar, Rules);

        /// <summary>Equal when the rules are, one by one.</summary>
        public bool Equals(Cutoff? other) => other is not null && Rules.SequenceEqual(other.Rules);

        /// <inheritdoc/>
        public override int GetHashCode() => Rules.Aggregate(0, HashCode.Combine);
    }

    /// <summary>Elapsed time, day and night, in real seconds across changes of the clock .</summary>
    /// <param name="Length">Elapsed time.</param>
    public sealed record Elapsed(Duration Length) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsElapsed => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            WallReckoning.Elapsed(start, Length);
    }

    /// <summary>The same wall time so many dates later. In a gap later by the gap, in an overlap the earlier.</summary>
    /// <param name="Days">Dates, working or not; 0 is the start itself.</param>
    public sealed record CalendarDays(int Days) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsElapsed => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            WallReckoning.Later(start, calendar.Zone, Days, WallUnit.Day);
    }

    /// <summary>The same wall time on the same day of the week so many weeks later.</summary>
    /// <param name="Weeks">Weeks; 0 is the start itself.</param>
    public sealed record CalendarWeeks(int Weeks) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsElapsed => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            WallReckoning.Later(start, calendar.Zone, Weeks, WallUnit.Week);
    }

    /// <summary>The same wall time on the same day of the month so many months later, or on the month's last day.</summary>
    /// <param name="Months">Months; 0 is the start itself.</param>
    public sealed record CalendarMonths(int Months) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsElapsed => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            WallReckoning.Later(start, calendar.Zone, Months, WallUnit.Month);
    }

    /// <summary>
    /// So many days as statutes count them: whole dates from the day after, working or not; a last day that is a
    /// Saturday, a Sunday or a public holiday of the calendar moves to the next that is none. Due at the last microsecond
    /// of that date. Source: Data (Use and Access) Act 2025, section 103 (R38).
    /// </summary>
    /// <param name="Days">The last day's number; 1 is the day after the start's date.</param>
    public sealed record StatutoryDays(int Days) : Allowance
    {
        /// <inheritdoc/>
        public override bool CountsElapsed => true;

        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            LawReckoning.LastOf(start, calendar, Days);
    }

    /// <summary>A date agreed with the customer and kept on the case; only the case can say when it is due.</summary>
    /// <param name="Field">Name of the field on the case.</param>
    public sealed record AgreedDate(string Field) : Allowance
    {
        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) => WallReckoning.NoDue;
    }

    /// <summary>At once: due at the start, open or not.</summary>
    public sealed record Immediate : Allowance
    {
        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) =>
            WallReckoning.Elapsed(start, Duration.Zero);
    }

    /// <summary>No time is promised.</summary>
    public sealed record None : Allowance
    {
        /// <inheritdoc/>
        public override Reckoning<Instant> DueFrom(Instant start, WorkingCalendar calendar) => WallReckoning.NoDue;
    }
}

using NodaTime;

namespace Rung.Core.Time;

/// <summary>
/// Hours for a date or a range of dates that replace the week's hours there: an early close, an extra Saturday, a
/// half-term, a closure. Where ranges of one calendar overlap, the later in its list wins.
/// </summary>
/// <param name="From">First date, inclusive.</param>
/// <param name="To">Last date, inclusive; not before <paramref name="From"/>, unless both recur every year.</param>
/// <param name="Spans">The hours of each of these dates, public holidays included; empty is closed. Not used with <see cref="Week"/>.</param>
/// <param name="Label">Why, for a person: "Christmas Eve".</param>
public sealed record DatedHours(LocalDate From, LocalDate To, IReadOnlyList<DailySpan> Spans, string Label)
{
    /// <summary>
    /// Hours by day of the week within the range, such as those of a vacation; public holidays stay closed, and so do days
    /// that are missing. Null: every date has the same <see cref="Spans"/>.
    /// </summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<DailySpan>>? Week { get; init; }

    /// <summary>Default: the dates are meant once.</summary>
    public Recurrence Recurs { get; init; } = Recurrence.Once;

    /// <summary>
    /// The ranges that are meant, in every supported year where they recur. A recurring range whose last date lies before its
    /// first ends in the year after; 29 February is 28 February in common years.
    /// </summary>
    internal IEnumerable<DateInterval> Ranges()
    {
        if (Recurs == Recurrence.Once)
        {
            return [new DateInterval(From, To)];
        }
        var (first, last) = (new AnnualDate(From.Month, From.Day), new AnnualDate(To.Month, To.Day));
        return Enumerable
            .Range(Compiled.Days.FirstYear, Compiled.Days.LastYear - Compiled.Days.FirstYear + 1)
            .Select(year => new DateInterval(first.InYear(year), last.InYear(last < first ? year + 1 : year)));
    }
}

/// <summary>Whether dates are meant again in other years.</summary>
public enum Recurrence
{
    /// <summary>In their own year only.</summary>
    Once,

    /// <summary>The year of the dates is of no account.</summary>
    EveryYear,
}

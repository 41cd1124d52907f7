using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;

namespace Rung.Core.Reports;

/// <summary>
/// What a desk's month came to: each promise in the month of its due, each escalation in that of its call. Only what was
/// known at the end of the month counts, so that the report says the same whenever it is made again.
/// </summary>
/// <param name="From">The month's beginning in the desk's zone, inclusive.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="AsOf">The end of the month, or now while it lasts.</param>
public sealed record MonthReport(string Desk, YearMonth Month, Instant From, Instant To, Instant AsOf)
{
    /// <summary>Cases whose reference was issued in the month.</summary>
    public int Logged { get; init; }

    /// <summary>The guide's main target by priority, most urgent first; a case without one last.</summary>
    public IReadOnlyList<AttainmentRow> Attainment { get; init; } = [];

    /// <summary>All that fell due in the month by kind, without kinds that had none.</summary>
    public IReadOnlyList<KindRow> Promises { get; init; } = [];

    /// <summary>Expectations by their id: the guide's own, and the date that was named.</summary>
    public IReadOnlyList<KindRow> Expectations { get; init; } = [];

    /// <summary>Mails whose time for being logged fell into the month. ESS-41, A-05.</summary>
    public required KindRow LogBy { get; init; }

    /// <summary>Escalations that began in the month.</summary>
    public int Escalations { get; init; }

    /// <summary>How often the customer rang to escalate, and how often they asked in another way.</summary>
    public int EscalationCalls { get; init; }

    /// <summary>Wishes to escalate that raised no level, most of them by mail. S-04.</summary>
    public int OtherRequests { get; init; }

    /// <summary>Entries into each level of each ladder.</summary>
    public IReadOnlyList<CountRow> Levels { get; init; } = [];

    /// <summary>Grounds of those entries by level; an entry may have several, or none.</summary>
    public IReadOnlyList<CountRow> Grounds { get; init; } = [];

    /// <summary>Firm targets missed in the month, by due instant, then by reference.</summary>
    public IReadOnlyList<BreachRow> Breaches { get; init; } = [];

    /// <summary>Complaints by the steps of the guide's process. ESS-92.</summary>
    public IReadOnlyList<ComplaintRow> Complaints { get; init; } = [];

    /// <summary>Every promise that counts as missed, but for those of complaints, which are counted only.</summary>
    public IReadOnlyList<MissedRow> Missed { get; init; } = [];
}

/// <summary>How often something was kept.</summary>
/// <param name="Missed">Not done at all by the time of the report.</param>
/// <param name="Open">Its due is still to come; only while the month lasts.</param>
public sealed record KindRow(string Name, int Kept, int Late, int Missed, int Open)
{
    /// <summary>Kept among all whose due has passed, 0 to 1; null: there were none.</summary>
    public decimal? Share => Kept + Late + Missed is var all and > 0 ? (decimal)Kept / all : null;

    /// <summary>Counts them as they stand; what is not owed any more counts nowhere.</summary>
    public static KindRow Of(string name, IEnumerable<PromiseEntry> entries)
    {
        var states = entries.Select(entry => entry.State).ToList();
        return new KindRow(
            name,
            states.Count(state => state == PromiseState.Kept),
            states.Count(state => state == PromiseState.Late),
            states.Count(state => state == PromiseState.Missed),
            states.Count(state => state == PromiseState.Open)
        );
    }
}

/// <summary>A row of the attainment. A case counts in one of the columns.</summary>
/// <param name="LateOnArrival">Overdue already when the priority came to apply (semantics 14); a row of its own in the table.</param>
/// <param name="LeftOut">Cases that the guide has reports leave out.</param>
public sealed record AttainmentRow(string Priority, int Met, int Late, int NotDone, int LateOnArrival, int LeftOut)
{
    /// <summary>Met among met, late and not done, 0 to 1; null: there were none.</summary>
    public decimal? Share => Met + Late + NotDone is var all and > 0 ? (decimal)Met / all : null;
}

/// <param name="Of">Ladder and level: "1", "incident 2".</param>
public sealed record CountRow(string Of, string What, int Count);

/// <summary>A firm target that was missed.</summary>
/// <param name="Over">What was used over the allowance, up to the stop or the time of the report, in the clock's unit.</param>
/// <param name="Reason">What the desk entered; null: nothing.</param>
public sealed record BreachRow(
    CaseReference Case,
    string? Priority,
    string Target,
    Instant Due,
    Duration Over,
    string? Reason
);

/// <summary>A promise that counts as missed.</summary>
/// <param name="Case">The case it was given on.</param>
/// <param name="Entry">As it stood at <see cref="MonthReport.AsOf"/>.</param>
public sealed record MissedRow(CaseReference Case, PromiseEntry Entry);

/// <summary>A case as it is on file.</summary>
/// <param name="Guide">The version it was logged under.</param>
/// <param name="Events">All of them; never empty.</param>
public sealed record CaseOnFile(Guide Guide, IReadOnlyList<CaseEvent> Events);

/// <summary>A mail that had to be logged. ESS-41.</summary>
/// <param name="DecidedAt">When somebody made a case of it, put it on one or left it alone; null: it waits.</param>
public sealed record MailToLog(Instant LogBy, Instant? DecidedAt);

using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>
/// The clock of a mail that waits to be logged: from its effective receipt, apart from every clock of the case that it
/// becomes. ESS-40, ESS-41, A-05
/// </summary>
public static class LogByClock
{
    /// <summary>Names it where clocks have names.</summary>
    public const string Id = "log-by";

    /// <summary>The clock with its ledger at <paramref name="now"/>, not stopped.</summary>
    /// <param name="receivedAt">When the mail came.</param>
    /// <param name="effectiveAt">From when it counts as received; not before it came.</param>
    /// <returns>Null: the guide sets no time, or it cannot be computed.</returns>
    public static Ledger? Read(Guide guide, Instant receivedAt, Instant effectiveAt, Instant now) =>
        Running(guide, effectiveAt, now) is { } reading ? LedgerWriter.Write(guide, reading, receivedAt, now) : null;

    /// <summary>The clock with its ledger of a mail that became a case at <paramref name="loggedAt"/>: met, or missed.</summary>
    /// <param name="receivedAt">When the mail came.</param>
    /// <param name="effectiveAt">From when it counts as received; not before it came.</param>
    /// <returns>Null: the guide sets no time, or it cannot be computed.</returns>
    public static Ledger? Stopped(Guide guide, Instant receivedAt, Instant effectiveAt, Instant loggedAt)
    {
        if (Running(guide, effectiveAt, loggedAt) is not { } reading)
        {
            return null;
        }
        var stopped = reading with
        {
            State = reading.IsMissed ? ClockState.Missed : ClockState.Met,
            StoppedAt = loggedAt,
        };
        return LedgerWriter.Write(guide, stopped, receivedAt, loggedAt);
    }

    private static ClockReading? Running(Guide guide, Instant effectiveAt, Instant now)
    {
        if (guide.Intake.LogBy is not { } rule)
        {
            return null;
        }
        var calendar = guide.Calendars[rule.Calendar];
        var meter = Meter.Of(rule.Within, calendar, effectiveAt);
        var due = meter.DueFrom(effectiveAt, meter.Total);
        if (!due.Ok)
        {
            return null;
        }
        var time = new TargetTime(When.Everything, rule.Within, rule.Calendar, rule.Cite);
        return new ClockReading
        {
            Target = TargetOf(rule, time),
            Time = time,
            Calendar = calendar,
            State = ClockState.Running,
            Start = effectiveAt,
            Round = 1,
            Total = meter.Total,
            Used = meter.Measure(effectiveAt, now),
            Due = due.Value,
            MissedAt = due.Value < now ? due.Value : null,
            CountsWorkingTime = meter.CountsWorkingTime,
            Note = meter.Note | due.Note,
        };
    }

    private static Target TargetOf(LogBy rule, TargetTime time) =>
        new(
            Id,
            "Log the mail",
            TargetRole.Other,
            When.Everything,
            [time],
            new ClockRule
            {
                Calendar = rule.Calendar,
                StartsOn = [CaseMoment.Received],
                StopsOn = [CaseMoment.ReferenceIssued],
            },
            rule.Cite
        );
}

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

    private static ClockReading? Running(Guide guide, Instant effectiveAt, Instant now) =>
        guide.Intake.LogBy is { } rule
            ? new PlainClock(
                Id,
                "Log the mail",
                new TargetTime(When.Everything, rule.Within, rule.Calendar, rule.Cite),
                effectiveAt
            ).Read(guide, now)
            : null;
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>
/// The ledgers of promises that are no targets and whose time the guide sets all the same (calls, attempts, handovers, answers,
/// the reason for outage), and those of earlier rounds of targets. Each is named as <see cref="PromiseEntry.Ledger"/> says.
/// </summary>
public static class PromiseLedgers
{
    /// <summary>Earlier rounds first, then the others in the order of the book.</summary>
    public static IReadOnlyList<Ledger> Of(Guide guide, CaseState state, Instant now)
    {
        var of = new CasePromises(guide, state, now);
        var reckoned = new ReckonedDues(of);
        return
        [
            .. LedgerWriter.WriteEarlierRounds(of.Facts, state),
            .. PromiseBook
                .Of(guide, state, now)
                .Select(entry => reckoned.ClockOf(entry) is { } clock ? Write(guide, entry, clock, now) : null)
                .OfType<Ledger>(),
        ];
    }

    private static Ledger Write(Guide guide, PromiseEntry entry, PlainClock clock, Instant now)
    {
        var until = Until(entry, now);
        var reading = clock.Read(guide, until)! with
        {
            State = entry.State switch
            {
                PromiseState.Kept => ClockState.Met,
                PromiseState.Late => ClockState.Missed,
                _ => ClockState.Running,
            },
            StoppedAt = entry.KeptAt is null ? null : until,
            MissedAt = entry.MissedAt ?? (entry.CountsAsMissed ? entry.Due : null),
        };
        return LedgerWriter.Write(guide, reading, entry.GivenAt, until);
    }

    // What is not owed any more is never over, and what the desk itself did at the due is told as of the due.
    private static Instant Until(PromiseEntry entry, Instant now) =>
        entry.State is PromiseState.NotOwed or PromiseState.Kept
            ? Instant.Min(entry.KeptAt ?? now, entry.Due!.Value)
            : entry.KeptAt ?? now;
}

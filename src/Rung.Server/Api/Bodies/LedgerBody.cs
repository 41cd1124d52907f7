using NodaTime;
using Rung.Core.Clocks;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>Why a clock is due when it is: segments without gap or overlap whose amounts add up to the allowance.</summary>
/// <param name="Zone">The desk's, which the times of the text are in.</param>
/// <param name="Text">The same for a person to read.</param>
/// <param name="ClockData">The holidays and the version of the zone rules (tzdb) that it was reckoned with.</param>
public sealed record LedgerBody(
    string Reference,
    ClockBody Clock,
    string Zone,
    Duration Counted,
    Duration ToCome,
    Duration Withheld,
    Duration Overdue,
    IReadOnlyList<SegmentBody> Segments,
    string Text,
    string ClockData
)
{
    public static LedgerBody Of(CaseSnapshot snapshot, Ledger ledger) =>
        new(
            snapshot.State.Reference.Text,
            ClockBody.Of(ledger.Reading),
            snapshot.Guide.DeskCalendar.Zone.Id,
            ledger.Counted,
            ledger.ToCome,
            ledger.Withheld,
            ledger.Overdue,
            [.. ledger.Segments.Select(segment => SegmentBody.Of(snapshot, segment))],
            snapshot.TextOf(ledger),
            snapshot.ClockData
        );
}

/// <summary>The ledgers of all clocks of a case.</summary>
public sealed record LedgersBody(string Reference, IReadOnlyList<LedgerBody> Ledgers, string Text)
{
    public static LedgersBody Of(CaseSnapshot snapshot)
    {
        LedgerBody[] ledgers = [.. snapshot.Ledgers.Select(ledger => LedgerBody.Of(snapshot, ledger))];
        return new LedgersBody(
            snapshot.State.Reference.Text,
            ledgers,
            ledgers.Length == 0
                ? NoClock(snapshot)
                : $"{string.Join('\n', ledgers.Select(ledger => ledger.Text))}\nReckoned with {snapshot.ClockData}.\n"
        );
    }

    private static string NoClock(CaseSnapshot snapshot) =>
        snapshot.State.Priority is null
            ? $"No clock runs on {snapshot.State.Reference}: it has no priority yet.\n"
            : $"The guide sets no target for {snapshot.State.Reference}.\n";
}

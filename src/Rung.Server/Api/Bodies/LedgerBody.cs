using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>Why a clock is due when it is: segments without gap or overlap whose amounts add up to the allowance.</summary>
/// <param name="Reference">Left out: of a mail that is no case yet.</param>
/// <param name="Zone">The desk's, which the times of the text are in.</param>
/// <param name="Text">The same for a person to read.</param>
/// <param name="ClockData">The holidays and the version of the zone rules (tzdb) that it was reckoned with.</param>
public sealed record LedgerBody(
    string? Reference,
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
            [.. ledger.Segments.Select(segment => SegmentBody.Of(snapshot.Guide, segment))],
            snapshot.TextOf(ledger),
            snapshot.ClockData
        );

    /// <summary>Of a mail that waits to be logged.</summary>
    public static LedgerBody Of(Guide guide, Ledger ledger) =>
        new(
            null,
            ClockBody.Of(ledger.Reading),
            guide.DeskCalendar.Zone.Id,
            ledger.Counted,
            ledger.ToCome,
            ledger.Withheld,
            ledger.Overdue,
            [.. ledger.Segments.Select(segment => SegmentBody.Of(guide, segment))],
            LedgerText.Of(guide, null, ledger),
            Core.Clocks.ClockData.Version(guide)
        );
}

using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>What a stretch of a case's life means for one clock.</summary>
public enum SegmentKind
{
    /// <summary>Counted so far.</summary>
    Counted,

    /// <summary>Will count up to the due instant if nothing else happens.</summary>
    ToCome,

    /// <summary>Counted over and above the allowance, after the due instant.</summary>
    Overdue,

    /// <summary>The calendar is closed.</summary>
    Closed,

    /// <summary>On-Hold for a reason that pauses.</summary>
    Paused,

    /// <summary>Resolved until the customer said no; left out.</summary>
    Resolved,

    /// <summary>Between the reference and the start of the clock.</summary>
    NotStarted,
}

/// <summary>One line of a ledger: <c>[From, To)</c>.</summary>
/// <param name="Amount">What it adds to the time used: its length in the clock's unit for
/// <see cref="SegmentKind.Counted"/>, <see cref="SegmentKind.ToCome"/> and <see cref="SegmentKind.Overdue"/>, else zero.</param>
/// <param name="Withheld">What a pause kept from being counted, in the clock's unit.</param>
/// <param name="Why">Reason for a person: the holiday's name, the hold's reason, ….</param>
/// <param name="Cite">Paragraph of the guide that says so.</param>
public sealed record LedgerSegment(
    Instant From,
    Instant To,
    SegmentKind Kind,
    Duration Amount,
    Duration Withheld,
    string Why,
    string Cite
);

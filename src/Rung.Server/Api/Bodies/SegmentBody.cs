using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Server.Api.Bodies;

/// <summary>One line of a ledger: from inclusive, to exclusive.</summary>
/// <param name="Amount">What it adds to the allowance used.</param>
/// <param name="Withheld">What a pause kept from being counted.</param>
/// <param name="Why">The reason: the holiday's name, the hold's reason, ….</param>
/// <param name="Cite">Id of the guide's paragraph that says so, and its heading.</param>
public sealed record SegmentBody(
    Instant From,
    Instant To,
    SegmentKind Kind,
    Duration Amount,
    Duration Withheld,
    string Why,
    string Cite,
    string Paragraph
)
{
    internal static SegmentBody Of(Guide guide, LedgerSegment segment) =>
        new(
            segment.From,
            segment.To,
            segment.Kind,
            segment.Amount,
            segment.Withheld,
            segment.Why,
            segment.Cite,
            guide.Heading(segment.Cite)
        );
}

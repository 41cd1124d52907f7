using Rung.Server.Pages.Clocks;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>A clock's ledger with its times of day as customers read them, and without what only the desk is told.</summary>
internal static class PortalLedger
{
    public static LedgerView Of(LedgerView ledger) =>
        ledger with
        {
            Title = PortalMoments.Said(ledger.Title),
            Summary = PortalMoments.Said(ledger.Summary),
            Segments = [.. ledger.Segments.Select(Said)],
            StartWords = PortalMoments.Said(ledger.StartWords),
            EndWords = PortalMoments.Said(ledger.EndWords),
            NowWords = ledger.NowWords is { } now ? PortalMoments.Said(now) : null,
            ClockData = null,
        };

    private static LedgerSegmentView Said(LedgerSegmentView segment) =>
        segment with
        {
            Label = segment.Label is { } label ? PortalMoments.Said(label) : null,
            Row = segment.Row with
            {
                From = PortalMoments.Said(segment.Row.From),
                To = PortalMoments.Said(segment.Row.To),
                Why = PortalMoments.Said(segment.Row.Why),
            },
        };
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Portal.Report;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>A case in plain words.</summary>
internal static class PortalCaseMaker
{
    public static PortalCaseView Of(PortalVisitor visitor, CaseSnapshot found)
    {
        var (guide, state) = (found.Guide, found.State);
        var words = Standing(guide, state);
        var ledgers = found.Ledgers;
        var primary = ClockReader.Primary([.. ledgers.Select(one => one.Reading)]);
        var ledger = ledgers.FirstOrDefault(one => one.Reading == primary);
        return new PortalCaseView(
            PortalFrames.Of(visitor),
            visitor.Only is null ? PortalAddresses.Cases(visitor.Desk) : null
        )
        {
            Reference = state.Reference.Text,
            Subject = state.Logged.Subject,
            Condition = words.Name,
            ConditionMeans = words.Means,
            ConditionCite = words.Cite is null ? null : CiteMaker.Of(guide, words.Cite),
            Awaited = state.Hold?.Awaiting,
            About =
                $"Reported by {state.Logged.Reporter.ContactName}, {PortalMoments.InFull(state.Logged.At, visitor.Visit.Zone)}",
            Outlook = Outlook(found, primary),
            Ledger =
                ledger is not null && LedgerMaker.Of(ledger, guide, state, found.Now) is { } shown
                    ? PortalLedger.Of(shown)
                    : null,
            Promises =
            [
                .. found
                    .PromisesWith([])
                    .Where(entry => entry is { IsToCustomer: true, IsToDo: true, Kind: not PromiseKind.Target })
                    .Select(entry => Promise(entry, found)),
            ],
            Timeline = PortalStory.Of(found, PortalAddresses.Case(visitor.Desk, state.Reference.Text)),
            Actions =
            [
                .. PortalAction
                    .All.Where(action => action.Offered(state))
                    .Select(action => new PortalLink(
                        action.For(found).Title,
                        PortalAddresses.Act(visitor.Desk, state.Reference.Text, action.Id)
                    )),
            ],
        };
    }

    private static (string Name, string Means, string? Cite) Standing(Guide guide, CaseState state)
    {
        if (state.Logged.IsComplaint())
        {
            var (name, means) = ComplaintWords.Of(state.Condition);
            return (name, means, guide.Complaints?.Cite);
        }
        var text = guide.Conditions.FirstOrDefault(one => one.Condition == state.Condition);
        return (text?.Name ?? state.Condition.ToString(), text?.Plain ?? "", text?.Cite);
    }

    public static PortalCaseRowView Row(PortalVisitor visitor, QueueRow row)
    {
        var (guide, zone) = (visitor.Visit.Guide, visitor.Visit.Zone);
        var plain = row.IsComplaint
            ? ComplaintWords.Of(row.Condition).Means
            : guide.Conditions.FirstOrDefault(one => one.Condition == row.Condition)?.Plain;
        return new PortalCaseRowView(
            row.Reference.Text,
            PortalAddresses.Case(visitor.Desk, row.Reference.Text),
            row.Subject,
            plain ?? row.Condition.ToString(),
            $"Reported by {row.ReportedBy}, {PortalMoments.InFull(row.LoggedAt, zone)}"
        )
        {
            Target = row.Clock switch
            {
                { State: QueueClockState.Running, DueAt: { } due } => $"Target {PortalMoments.InFull(due, zone)}",
                { State: QueueClockState.Paused } => $"The clock stands still: {row.Clock.PauseReason}",
                _ => null,
            },
        };
    }

    private static OutlookOfCase Outlook(CaseSnapshot found, ClockReading? primary)
    {
        var priority = found.State.Logged.IsComplaint() ? null : found.Guide.Priority(found.State.Priority);
        return new OutlookOfCase(
            priority?.Says,
            priority is null ? null : OutlookMaker.Means(priority, found.State),
            primary is null ? null : Target(primary, found)
        );
    }

    private static string? Target(ClockReading reading, CaseSnapshot found)
    {
        var zone = found.Guide.DeskCalendar.Zone;
        return reading switch
        {
            { State: ClockState.Paused } =>
                "The clock stands still. What is left of the time counts on as soon as it goes on.",
            { State: ClockState.Met } => "The target was met.",
            { State: ClockState.Missed } => "The target was missed.",
            { Due: { } due } when due < found.Now => $"Our target was {PortalMoments.InFull(due, zone)}. We are late.",
            { Due: { } due } => $"Our target is {PortalMoments.InFull(due, zone)}.",
            _ => null,
        };
    }

    private static string Promise(PromiseEntry entry, CaseSnapshot found)
    {
        var zone = found.Guide.DeskCalendar.Zone;
        return entry.Due is { } due ? $"{entry.Name}: {PortalMoments.InFull(due, zone)}" : entry.Name;
    }
}

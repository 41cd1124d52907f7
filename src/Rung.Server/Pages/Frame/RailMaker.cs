using Rung.Server.Pages.Heartbeats;
using Rung.Server.Pages.Help;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Inbound;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Frame;

/// <summary>The rail: the queues of the desk with their counts; those that need somebody now are lit.</summary>
internal static class RailMaker
{
    public static IReadOnlyList<RailGroup> Of(Visit visit, RailCounts all)
    {
        RailGroup[] groups =
        [
            new(null, Work(visit, all)),
            new("Mail", Mail(visit.Desk, all)),
            new("Waiting", Waiting(Addresses.Queue(visit.Desk), all.Queue)),
            new("Desk", Desk(visit, all)),
        ];
        return
        [
            .. groups.Select(group =>
                group with
                {
                    Items = [.. group.Items.Select(item => item with { Current = IsHere(item, visit) })],
                }
            ),
        ];
    }

    private static IReadOnlyList<RailItem> Work(Visit visit, RailCounts all)
    {
        var (queue, counts) = (Addresses.Queue(visit.Desk), all.Queue);
        return
        [
            new("Queue", queue, "g q") { Count = counts.Live },
            Lit("Promises", Addresses.Promises(visit.Desk), "g b", all.Overdue),
            new("Escalations", Addresses.Escalations(visit.Desk), "g e")
            {
                Count = counts.Leading,
                Lit = all.Unreached > 0,
            },
            new("Call-backs", Addresses.CallBacks(visit.Desk), "g k"),
            new("Mine", $"{queue}?view=mine", "g m") { Count = counts.Mine },
            Lit("Unassigned", $"{queue}?view=unassigned", "g n", counts.Unassigned),
            Lit("Overdue", $"{queue}?view=overdue", "g o", counts.Overdue),
            .. Missing(queue, counts),
        ];
    }

    private static IReadOnlyList<RailItem> Mail(string desk, RailCounts all) =>
        [
            .. Intake(Addresses.Intake(desk), all.Mail),
            .. Unread(desk, all.Unread),
            .. Undelivered(desk, all.Undelivered),
        ];

    private static IReadOnlyList<RailItem> Waiting(string queue, QueueCounts counts) =>
        [
            new("On hold", $"{queue}?view=on-hold", "g h") { Count = counts.OnHold },
            new("To confirm", $"{queue}?view=to-confirm", "g t") { Count = counts.ToConfirm },
        ];

    private static IReadOnlyList<RailItem> Desk(Visit visit, RailCounts all) =>
        [
            Lit("Unfinished calls", Addresses.Calls(visit.Desk), "g f", all.Unfinished),
            .. Complaints(visit),
            new("Customers", Addresses.Customers(visit.Desk), "g s") { HasPages = true },
            Heartbeats(visit, all.Silent) with
            {
                HasPages = true,
            },
            new("Help articles", HelpAddresses.All(visit.Desk), "g a") { HasPages = true },
            new("Closed cases", $"{Addresses.Queue(visit.Desk)}?view=closed&sort=newest", "g c"),
            new("Guide in force", Addresses.Guide(visit.Desk), "g u"),
        ];

    // Without a count: what there is, not everybody may know (ESS-93).
    private static IEnumerable<RailItem> Complaints(Visit visit) =>
        visit.Guide.Complaints is null
            ? []
            : [new("Complaints", Addresses.Complaints(visit.Desk), "g w") { HasPages = true }];

    private static IEnumerable<RailItem> Missing(string queue, QueueCounts counts) =>
        counts.PriorityMissing == 0
            ? []
            : [Lit("Priority missing", $"{queue}?view=priority-missing", "g p", counts.PriorityMissing)];

    // ESS-41: what should have been logged by now has a line of its own.
    private static IEnumerable<RailItem> Intake(string intake, InboundCounts counts)
    {
        yield return Lit("Intake", intake, "g i", counts.Unlogged + counts.SetAside);
        if (counts.Overdue > 0)
        {
            yield return Lit("Log-by missed", $"{intake}?view=overdue", "g l", counts.Overdue);
        }
    }

    // R11: while a mailbox cannot be read, every page says so.
    private static IEnumerable<RailItem> Unread(string desk, int count) =>
        count == 0 ? [] : [Lit("Mail not fetched", Addresses.Mailboxes(desk), "g x", count)];

    // R17, R19: while anything that we wrote has not arrived, every page says so.
    private static IEnumerable<RailItem> Undelivered(string desk, int count) =>
        count == 0 ? [] : [Lit("Not delivered", Addresses.Outgoing(desk), "g d", count)];

    // R15: how many are silent; how many there are nobody need know on every page.
    private static RailItem Heartbeats(Visit visit, int silent) =>
        silent == 0
            ? new("Heartbeats", HeartbeatAddresses.All(visit.Desk), "g v")
            : Lit("Heartbeats", HeartbeatAddresses.All(visit.Desk), "g v", silent);

    private static RailItem Lit(string label, string href, string keys, int count) =>
        new(label, href, keys) { Count = count, Lit = count > 0 };

    private static bool IsHere(RailItem item, Visit visit)
    {
        var here = visit.Context.Request.Path;
        if (item.HasPages && here.StartsWithSegments(item.Href))
        {
            return true;
        }
        var (path, query) = item.Href.Split('?') is [var before, var after] ? (before, after) : (item.Href, "");
        var view = query.Split('&').FirstOrDefault(part => part.StartsWith("view=", StringComparison.Ordinal))?[5..];
        return here == path && visit.Query("view") == view;
    }
}

/// <summary>What the rail counts.</summary>
/// <param name="Unfinished">Calls whose questions are still open.</param>
/// <param name="Undelivered">Messages that did not reach whom they are for.</param>
internal sealed record RailCounts(QueueCounts Queue, InboundCounts Mail, int Unfinished, int Undelivered)
{
    /// <summary>Promises whose due has passed, mails that should have been logged included.</summary>
    public required int Overdue { get; init; }

    /// <summary>Posts that escalations wait for, and call-backs that are not settled: somebody is needed now. SMC-10, A-19.</summary>
    public required int Unreached { get; init; }

    /// <summary>Mailboxes that could not be read for a while.</summary>
    public required int Unread { get; init; }

    /// <summary>Heartbeats that should have been heard of. R15.</summary>
    public required int Silent { get; init; }
}

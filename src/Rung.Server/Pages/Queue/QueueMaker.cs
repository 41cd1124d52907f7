using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Row = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Queue;

/// <summary>A page of the queue from its rows.</summary>
internal static class QueueMaker
{
    public static QueueView Of(QueueAsk ask, QueueFound found, Visit visit)
    {
        var rows = found.Page.Rows;
        return new QueueView
        {
            Frame = found.Frame,
            Title = ask.Title,
            Summary = Summary(ask, found),
            Chips = [.. Chips(ask, found)],
            Filter = Filter(ask, visit),
            Rows = [.. rows.Select(row => Of(row, visit))],
            Empty = rows.Count == 0 ? Empty(ask) : null,
            NextHref = found.Page.Next is { } next ? (ask with { After = next.ToString() }).Href : null,
            FirstHref = ask.After.Length > 0 ? (ask with { After = "" }).Href : null,
            Here = ask.Href,
        };
    }

    public static QueueRowView Of(Row row, Visit visit) =>
        new(
            row.Reference.Text,
            Addresses.Case(row.Desk, row.Reference.Text),
            PriorityMaker.Of(visit.Guide, row.Priority)
        )
        {
            Subject = row.Subject,
            Subline = Subline(row, visit.Guide),
            Condition = ShortCondition(visit.Guide, row),
            Owner = row.Owner ?? (row.Condition is Condition.Open or Condition.OnHold ? null : "—"),
            Clock = ClockMaker.Of(row, visit.Guide, visit.Now),
            Ring = Ring(row, visit),
            Unread = row.UnreadSince is not null,
        };

    private static RingView? Ring(Row row, Visit visit) =>
        row.CallDueAt is { } due ? RingView.Owed(due, visit.Now, visit.Zone)
        : row.PhoneCustomer && visit.Guide.Calls is { } rule
            ? new RingView(visit.Guide.Flag(rule.Flag)!.Name, RingState.Quiet)
        : null;

    // The guide's own word for what is to be confirmed is a sentence; a case that lacks only its RFO awaits no confirmation.
    public static string ShortCondition(Guide guide, Row row) =>
        row.RfoMissing ? "RFO missing"
        : row.Condition == Condition.ResolvedToConfirm ? "To confirm"
        : ConditionName(guide, row.Condition);

    public static string ConditionName(Guide guide, Condition condition) =>
        guide.Conditions.FirstOrDefault(text => text.Condition == condition)?.Name ?? condition.ToString();

    private static string Subline(Row row, Guide guide)
    {
        var calls = row.Children == 0 ? "" : $" · {row.Children} {(row.Children == 1 ? "call" : "calls")} linked";
        var part = row.Parent is { } parent ? $" · part of {parent.Text}" : "";
        var kind = row.Kind == "fault" ? "" : $" · {guide.Kind(row.Kind)?.Name ?? row.Kind}";
        var level =
            row.EscalationLevel is { } number ? $" · escalated, level {number}"
            : row.EscalatedWith is { } lead ? $" · escalated with {lead.Text}"
            : "";
        var wish = row.EscalationAskedAt is null ? "" : " · wishes to escalate";
        var missed = row.MissedPromises == 0 ? "" : $", {row.MissedPromises} missed";
        var urgent = row.UrgencyRank is null ? "" : " · urgent";
        return $"{row.CustomerName} · {ChannelWords.Of(row.Source)}{kind}{level}{wish}{missed}{urgent}{calls}{part}";
    }

    private static string Summary(QueueAsk ask, QueueFound found)
    {
        var count = found.Page.Rows.Count;
        var more = found.Page.Next is not null;
        return (more, ask.After.Length > 0) switch
        {
            (true, _) => $"{count} cases on this page, more follow",
            (false, true) => $"the last {Cases(count)}",
            _ => Cases(count),
        };
    }

    private static string Cases(int count) => count == 1 ? "1 case" : $"{count} cases";

    private static IEnumerable<ChipView> Chips(QueueAsk ask, QueueFound found)
    {
        var first = ask with { After = "" };
        if (ask.Priority.Length > 0)
        {
            yield return new(ask.Priority, (first with { Priority = "" }).Href);
        }
        if (ask.Condition.Length > 0)
        {
            yield return new(ask.Condition, (first with { Condition = "" }).Href);
        }
        if (ask.Owner.Length > 0)
        {
            yield return new(ask.Owner == "none" ? "nobody's yet" : ask.Owner, (first with { Owner = "" }).Href);
        }
        if (ask.Customer.Length > 0)
        {
            yield return new(found.Customer ?? $"no customer “{ask.Customer}”", (first with { Customer = "" }).Href);
        }
        if (ask.Sort.Length > 0)
        {
            yield return new(ask.SortTitle, (first with { Sort = "" }).Href);
        }
    }

    private static IReadOnlyList<FieldView> Filter(QueueAsk ask, Visit visit) =>
        [
            FieldView.Select("view", "Which cases", ask.View, QueueAsk.ViewWords),
            FieldView.Select("sort", "Order", ask.Sort, QueueAsk.SortWords),
            FieldView.Select(
                "priority",
                "Priority",
                ask.Priority,
                [("", "Any"), .. visit.Guide.Priorities.Select(one => (one.Id, $"{one.Id} · {one.Name}"))]
            ),
            FieldView.Select(
                "condition",
                "Condition",
                ask.Condition,
                [("", "Any"), .. visit.Guide.Conditions.Select(one => (one.Condition.ToString(), one.Name))]
            ),
            FieldView.Select("owner", "Owner", ask.Owner, Owners(ask, visit)),
            new("customer", "Customer")
            {
                Value = ask.Customer,
                Optional = true,
                Hint = "Three letters of the name, or the site code.",
            },
        ];

    private static IEnumerable<(string, string)> Owners(QueueAsk ask, Visit visit)
    {
        var names = visit.People.Select(one => one.Name).Append(ask.Owner).Where(name => name is not ("" or "none"));
        return [("", "Anybody"), ("none", "Nobody yet"), .. names.Distinct().Select(name => (name, name))];
    }

    private static EmptyView Empty(QueueAsk ask)
    {
        var plain = new QueueAsk { Desk = ask.Desk };
        return ask.Href == plain.Href
            ? new(
                "No live cases. A case appears here as soon as its reference is issued.",
                "New call",
                Addresses.NewCall(ask.Desk)
            )
            : new("No case is like that now.", "The whole queue", plain.Href);
    }
}

using Rung.Core.Promises;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Queue;
using Rung.Storage.Promises;
using Choice = Rung.Server.Api.Json.Choice;

namespace Rung.Server.Pages.Promises;

/// <summary>A page of the book from its lines.</summary>
internal static class PromiseBookMaker
{
    private const int MostOwners = 12;

    public static PromiseBookView Of(PromiseAsk ask, PromisesFound found, Visit visit)
    {
        var lines = found.Page.Lines;
        return new PromiseBookView
        {
            Frame = found.Frame,
            Summary = Summary(ask, found),
            Chips = [.. Chips(ask)],
            Owners = [.. Shown(ask, found).Select(one => Owner(one, ask))],
            Filter = Filter(ask, found, visit),
            Rows = [.. lines.Select(line => PromiseRows.Of(line, visit))],
            Empty = lines.Count == 0 ? Empty(ask) : null,
            NextHref = found.Page.Next is { } next ? (ask with { After = next.ToString() }).Href : null,
            FirstHref = ask.After.Length > 0 ? (ask with { After = "" }).Href : null,
        };
    }

    private static string Summary(PromiseAsk ask, PromisesFound found)
    {
        var asked = found.Owners.Where(one => ask.Owner.Length == 0 || one.Owner == ask.Owner).ToList();
        var (overdue, open) = (asked.Sum(one => one.Overdue), asked.Sum(one => one.Open));
        var due = ask.Within == "all" ? $"{open:N0} open" : $"{open:N0} due in {ask.Span}";
        return ask.State switch
        {
            "overdue" => $"{overdue:N0} overdue",
            "open" => due,
            _ => $"{overdue:N0} overdue, {due}",
        };
    }

    // Those who owe most, and always the one that was chosen.
    private static IEnumerable<OwnerCount> Shown(PromiseAsk ask, PromisesFound found) =>
        found.Owners.Where((one, index) => index < MostOwners || one.Owner == ask.Owner);

    private static OwnerView Owner(OwnerCount one, PromiseAsk ask)
    {
        var isCurrent = ask.Owner == one.Owner;
        var counts = (one.Overdue, one.Open) switch
        {
            (0, var open) => $"{open:N0} open",
            (var overdue, 0) => $"{overdue:N0} overdue",
            var (overdue, open) => $"{overdue:N0} overdue, {open:N0} open",
        };
        var href = (ask with { After = "", Owner = isCurrent ? "" : one.Owner }).Href;
        return new OwnerView(one.Owner, counts, href, one.Overdue > 0, isCurrent);
    }

    private static IEnumerable<ChipView> Chips(PromiseAsk ask)
    {
        var first = ask with { After = "" };
        if (ask.Owner.Length > 0)
        {
            yield return new(ask.Owner, (first with { Owner = "" }).Href);
        }
        if (Choice.Parse<PromiseKind>(ask.Kind) is { } kind)
        {
            yield return new(PromiseWords.Of(kind), (first with { Kind = "" }).Href);
        }
        if (ask.State.Length > 0)
        {
            yield return new(ask.StateTitle, (first with { State = "" }).Href);
        }
        if (ask.Within.Length > 0)
        {
            yield return new(ask.Span, (first with { Within = "" }).Href);
        }
    }

    private static IReadOnlyList<FieldView> Filter(PromiseAsk ask, PromisesFound found, Visit visit) =>
        [
            FieldView.Select("within", "Due in", ask.Within, PromiseAsk.SpanWords),
            FieldView.Select("state", "Which", ask.State, PromiseAsk.StateWords),
            FieldView.Select(
                "kind",
                "Kind",
                ask.Kind,
                [
                    ("", "Any"),
                    .. Enum.GetValues<PromiseKind>().Select(kind => (Choice.Name(kind), PromiseWords.Of(kind))),
                ]
            ),
            FieldView.Select("owner", "Who owes it", ask.Owner, Owners(ask, found, visit)),
        ];

    private static IEnumerable<(string, string)> Owners(PromiseAsk ask, PromisesFound found, Visit visit) =>
        [
            ("", "Anybody"),
            .. found
                .Owners.Select(one => one.Owner)
                .Concat(visit.People.Select(one => one.Name))
                .Append(ask.Owner)
                .Where(name => name.Length > 0)
                .Distinct()
                .Select(name => (name, name)),
        ];

    private static EmptyView Empty(PromiseAsk ask)
    {
        var plain = new PromiseAsk { Desk = ask.Desk };
        var day = plain with { Within = "24h" };
        return ask.Href == plain.Href
                ? new("Nothing is overdue, and nothing is due in the next hour.", "The next 24 hours", day.Href)
            : ask.Href == day.Href
                ? new(
                    "Nothing is overdue, and nothing is due in the next 24 hours.",
                    "The queue",
                    Addresses.Queue(ask.Desk)
                )
            : new("Nothing that is owed is like that.", "All of the next hour", plain.Href);
    }
}

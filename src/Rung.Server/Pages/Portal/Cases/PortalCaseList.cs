using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Queue;
using QueueRow = Rung.Storage.Queue.QueueRow;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What somebody asks of the list; all of it stands in the address.</summary>
internal sealed record PortalCaseAsk(string Whose, string State, string Words, string After)
{
    public const string Mine = "mine";

    public static PortalCaseAsk Of(PortalVisitor visitor)
    {
        var visit = visitor.Visit;
        return new PortalCaseAsk(
            visit.Query("whose") ?? "",
            visit.Query("state") ?? "",
            (visit.Query("q") ?? "").Trim(),
            visit.Query("after") ?? ""
        );
    }

    public QueueSelection View =>
        State switch
        {
            "closed" => QueueSelection.Closed,
            "all" => QueueSelection.All,
            _ => QueueSelection.Live,
        };

    public string Href(string desk, string after) =>
        $"{PortalAddresses.Cases(desk)}?whose={Uri.EscapeDataString(Whose)}&state={Uri.EscapeDataString(State)}&q={Uri.EscapeDataString(Words)}&after={Uri.EscapeDataString(after)}";

    public IReadOnlyList<FieldView> Fields =>
        [
            FieldView.Select("whose", "Whose", Whose, [("", "All of your organisation"), (Mine, "Reported by you")]),
            FieldView.Select("state", "Which", State, [("", "Open"), ("closed", "Closed"), ("all", "All")]),
            new FieldView("q", "Words of the subject, or a reference") { Value = Words, Optional = true },
        ];
}

/// <summary>Finds the cases of a customer that one of its people sees, newest first.</summary>
internal sealed class PortalCaseList(RungDatabase database, CaseSight sight)
{
    private const int OnAPage = 20;
    private const int AtATime = 200;
    private const int MostReads = 25;

    /// <returns>A page of rows, and where the next begins; null: nowhere.</returns>
    public async Task<(IReadOnlyList<QueueRow> Rows, string? Next)> Read(PortalVisitor visitor, PortalCaseAsk ask)
    {
        // A complaint is nobody's but who made it (ESS-88): it stands before all others, once.
        var found = ask.After.Length == 0 ? await Complaints(visitor, ask) : [];
        var query = Query(visitor, ask, ShelfFor.Work) with
        {
            After = QueueCursor.TryParse(ask.After, out var after) ? after : null,
        };
        for (var reads = 0; reads < MostReads; reads++)
        {
            var page = await database.Queue.Page(query);
            foreach (var row in page.Rows.Where(row => Fits(row, visitor, ask)))
            {
                found.Add(row);
                if (found.Count >= OnAPage)
                {
                    return (found, QueueCursor.Of(row, QueueSort.NewestFirst).ToString());
                }
            }
            if (page.Next is null)
            {
                return (found, null);
            }
            query = query with { After = page.Next };
        }
        return (found, query.After?.ToString());
    }

    private async Task<List<QueueRow>> Complaints(PortalVisitor visitor, PortalCaseAsk ask)
    {
        var found = new List<QueueRow>();
        QueueQuery? query = Query(visitor, ask, ShelfFor.Complaints) with { MayBeOf = visitor.Contact.Id };
        while (query is not null)
        {
            var page = await database.Queue.Page(query);
            foreach (var row in page.Rows.Where(row => Fits(row, visitor, ask)))
            {
                if (await sight.Find(row.Reference, visitor.Visit.Actor) is not null)
                {
                    found.Add(row);
                }
            }
            query = page.Next is { } next ? query with { After = next } : null;
        }
        return found;
    }

    private static QueueQuery Query(PortalVisitor visitor, PortalCaseAsk ask, ShelfFor shelf) =>
        new(Shelf.Of(visitor.Desk, shelf), visitor.Visit.Now)
        {
            View = ask.View,
            Sort = QueueSort.NewestFirst,
            CustomerId = visitor.Customer.Id,
            Take = AtATime,
        };

    private static bool Fits(QueueRow row, PortalVisitor visitor, PortalCaseAsk ask) =>
        (ask.Whose != PortalCaseAsk.Mine || row.IsOf(visitor.Contact.Id, visitor.Contact.Name))
        && (
            ask.Words.Length == 0
            || row.Subject.Contains(ask.Words, StringComparison.OrdinalIgnoreCase)
            || Plain(row.Reference.Text).Contains(Plain(ask.Words), StringComparison.OrdinalIgnoreCase)
        );

    private static string Plain(string reference) => reference.Replace("-", "", StringComparison.Ordinal);
}

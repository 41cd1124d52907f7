using System.Text;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Queue;

/// <summary>What a queue's address asks for; all of a queue's state is in its address.</summary>
internal sealed record QueueAsk
{
    private static readonly (string Word, QueueSelection View, string Title)[] Views =
    [
        ("", QueueSelection.Live, "Queue"),
        ("mine", QueueSelection.Mine, "Mine"),
        ("unassigned", QueueSelection.Unassigned, "Unassigned"),
        ("overdue", QueueSelection.Overdue, "Overdue"),
        ("on-hold", QueueSelection.OnHold, "On hold"),
        ("to-confirm", QueueSelection.ToConfirm, "To confirm"),
        ("priority-missing", QueueSelection.PriorityMissing, "Priority missing"),
        ("escalated", QueueSelection.Escalated, "Escalated"),
        ("closed", QueueSelection.Closed, "Closed"),
        ("all", QueueSelection.All, "All cases"),
    ];

    private static readonly (string Word, QueueSort Sort, string Title)[] Sorts =
    [
        ("", QueueSort.Queue, "As usual"),
        ("due", QueueSort.Due, "Due first"),
        ("oldest", QueueSort.OldestFirst, "Oldest first"),
        ("newest", QueueSort.NewestFirst, "Newest first"),
        ("customer", QueueSort.Customer, "Customer"),
    ];

    public required string Desk { get; init; }
    public string View { get; init; } = "";
    public string Sort { get; init; } = "";
    public string Priority { get; init; } = "";
    public string Condition { get; init; } = "";
    public string Owner { get; init; } = "";
    public string Customer { get; init; } = "";
    public string After { get; init; } = "";

    public string Title => Views.First(one => one.Word == View).Title;

    public string SortTitle => Sorts.First(one => one.Word == Sort).Title;

    /// <summary>Words that mean nothing are left out, never an error.</summary>
    public static QueueAsk Of(Visit visit)
    {
        string Word(string name) => visit.Query(name) ?? "";
        return new QueueAsk
        {
            Desk = visit.Desk,
            View = Views.Any(one => one.Word == Word("view")) ? Word("view") : "",
            Sort = Sorts.Any(one => one.Word == Word("sort")) ? Word("sort") : "",
            Priority = visit.Guide.Priority(Word("priority")) is null ? "" : Word("priority"),
            Condition =
                Enum.TryParse<Condition>(Word("condition"), out var condition) && Enum.IsDefined(condition)
                    ? Word("condition")
                    : "",
            Owner = Word("owner"),
            Customer = Word("customer"),
            After = Word("after"),
        };
    }

    public string Href => Addresses.Queue(Desk) + Parameters();

    public QueueQuery Query(Visit visit, string? customerId)
    {
        var view = Views.First(one => one.Word == View).View;
        var sort = Sort.Length == 0 ? QueueQuery.UsualSort(view) : Sorts.First(one => one.Word == Sort).Sort;
        return new QueueQuery(Desk, visit.Now)
        {
            View = Owner == "none" && view == QueueSelection.Live ? QueueSelection.Unassigned : view,
            Sort = sort,
            Owner =
                view == QueueSelection.Mine ? visit.Actor.Name
                : Owner is "" or "none" ? null
                : Owner,
            Priority = Priority.Length == 0 ? null : Priority,
            Condition = Condition.Length == 0 ? null : Enum.Parse<Condition>(Condition),
            CustomerId = customerId,
            After = QueueCursor.TryParse(After, out var cursor) && cursor.Sort == sort ? cursor : null,
        };
    }

    public static IEnumerable<(string Word, string Title)> ViewWords => Views.Select(one => (one.Word, one.Title));

    public static IEnumerable<(string Word, string Title)> SortWords => Sorts.Select(one => (one.Word, one.Title));

    private string Parameters()
    {
        (string Name, string Value)[] all =
        [
            ("view", View),
            ("priority", Priority),
            ("condition", Condition),
            ("owner", Owner),
            ("customer", Customer),
            ("sort", Sort),
            ("after", After),
        ];
        var text = new StringBuilder();
        foreach (var (name, value) in all.Where(one => one.Value.Length > 0))
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }
}

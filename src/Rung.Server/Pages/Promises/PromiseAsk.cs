using System.Text;
using NodaTime;
using Rung.Core.Promises;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Promises;
using Choice = Rung.Server.Api.Json.Choice;

namespace Rung.Server.Pages.Promises;

/// <summary>What the book's address asks for; all of the page's state is in its address.</summary>
internal sealed record PromiseAsk
{
    private static readonly (string Word, Duration? Length, string Title)[] Spans =
    [
        ("", Duration.FromHours(1), "the next hour"),
        ("4h", Duration.FromHours(4), "the next 4 hours"),
        ("24h", Duration.FromHours(24), "the next 24 hours"),
        ("7d", Duration.FromDays(7), "the next 7 days"),
        ("all", null, "whenever"),
    ];

    private static readonly (string Word, PromiseStanding Standing, string Title)[] Standings =
    [
        ("", PromiseStanding.Owed, "Overdue and open"),
        ("overdue", PromiseStanding.Overdue, "Overdue"),
        ("open", PromiseStanding.Open, "Open"),
    ];

    public required string Desk { get; init; }
    public string Owner { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Within { get; init; } = "";
    public string State { get; init; } = "";
    public string After { get; init; } = "";

    /// <summary>"the next hour".</summary>
    public string Span => Spans.First(one => one.Word == Within).Title;

    public string StateTitle => Standings.First(one => one.Word == State).Title;

    /// <summary>Words that mean nothing are left out, never an error.</summary>
    public static PromiseAsk Of(Visit visit)
    {
        string Word(string name) => visit.Query(name) ?? "";
        return new PromiseAsk
        {
            Desk = visit.Desk,
            Owner = Word("owner"),
            Kind = Choice.Parse<PromiseKind>(Word("kind")) is null ? "" : Word("kind"),
            Within = Spans.Any(one => one.Word == Word("within")) ? Word("within") : "",
            State = Standings.Any(one => one.Word == Word("state")) ? Word("state") : "",
            After = Word("after"),
        };
    }

    public string Href => Addresses.Promises(Desk) + Parameters();

    public PromiseQuery Query(Visit visit) =>
        new(Desk, visit.Now)
        {
            Mails = visit.Guide.Desk.Name,
            Viewer = visit.Actor,
            Until = Spans.First(one => one.Word == Within).Length is { } length ? visit.Now + length : null,
            Standing = Standings.First(one => one.Word == State).Standing,
            Owner = Owner.Length == 0 ? null : Owner,
            Kind = Choice.Parse<PromiseKind>(Kind),
            After = PromiseCursor.TryParse(After, out var cursor) ? cursor : null,
        };

    public static IEnumerable<(string Word, string Title)> SpanWords =>
        Spans.Select(one => (one.Word, char.ToUpperInvariant(one.Title[0]) + one.Title[1..]));

    public static IEnumerable<(string Word, string Title)> StateWords => Standings.Select(one => (one.Word, one.Title));

    private string Parameters()
    {
        (string Name, string Value)[] all =
        [
            ("owner", Owner),
            ("kind", Kind),
            ("state", State),
            ("within", Within),
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

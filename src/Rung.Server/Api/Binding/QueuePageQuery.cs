using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage.Queue;

namespace Rung.Server.Api.Binding;

/// <summary>View, filters, order and place of a page of the queue.</summary>
internal sealed class QueuePageQuery : IBound, IEndpointParameterMetadataProvider
{
    private const int MostRows = 200;

    private static readonly Field[] Fields =
    [
        new("view", "query", "Which cases; mine are those of owner, or else of whoever asks.", "live")
        {
            Choices = [.. Choice.Names<QueueSelection>()],
        },
        new(
            "sort",
            "query",
            "In which order. When left out: queue, the order the desk works in; newestFirst where closed cases are listed.",
            "queue"
        )
        {
            Choices = [.. Choice.Names<QueueSort>()],
        },
        new("owner", "query", "Cases of this engineer.", "Alex at the desk"),
        new("priority", "query", "Cases of this priority.", "P3"),
        new("condition", "query", "Cases in this condition.", "assigned") { Choices = [.. Choice.Names<Condition>()] },
        new("customer", "query", "Cases of the customer with this id.", "millbrook-primary"),
        new("take", "query", "Rows of a page, 1 to 200.", 50),
        new("after", "query", "Goes on after the row that the header Link of the last page names.", "…"),
    ];

    private readonly HttpRequest _request;

    private QueuePageQuery(HttpRequest request, QueueQuery value) => (_request, Value) = (request, value);

    public ProblemAnswer? Problem { get; private init; }
    public QueueQuery Value { get; }

    public static ValueTask<QueuePageQuery> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        foreach (var field in Fields)
        {
            builder.Metadata.Add(field);
        }
    }

    /// <summary>The address of the page after this one.</summary>
    public string PathTo(QueueCursor next) => PageLink.To(_request, next);

    private static QueuePageQuery Of(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var desk = context.Request.RouteValues["desk"] as string ?? "";
        var now = context.RequestServices.GetRequiredService<DeskClock>().Now();
        var view = query.Choice("view", QueueSelection.Live);
        var sort = query.Choice("sort", QueueQuery.UsualSort(view));
        var value = new QueueQuery(desk, now)
        {
            View = view,
            Sort = sort,
            Owner = query.Text("owner"),
            Priority = query.Text("priority"),
            Condition = query.MayChoose<Condition>("condition"),
            CustomerId = query.Text("customer"),
            Take = query.Number("take", 50, MostRows),
            After = Cursor(query, sort),
        };
        value = Mine(value, query, context);
        return new QueuePageQuery(context.Request, value) { Problem = query.Problem() };
    }

    private static QueueCursor? Cursor(QueryReader query, QueueSort sort)
    {
        var text = query.Text("after", longest: 500);
        if (text is null)
        {
            return null;
        }
        if (QueueCursor.TryParse(text, out var cursor) && cursor.Sort == sort)
        {
            return cursor;
        }
        query.Wrong("after", "It is not from the Link of a page in this order: begin again without it.");
        return null;
    }

    private static QueueQuery Mine(QueueQuery value, QueryReader query, HttpContext context)
    {
        if (value.View != QueueSelection.Mine || value.Owner is not null)
        {
            return value;
        }
        if (ActingAs.NameOf(context) is not { } actor)
        {
            query.Wrong("owner", $"Say whose cases: owner=…, or the header {ActingAs.NameHeader}.");
            return value;
        }
        return value with { Owner = actor };
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Promises;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Commands.ClockCompute;
using Rung.Server.Desk;
using Rung.Storage.Promises;

namespace Rung.Server.Api.Binding;

/// <summary>Filters and place of a page of the promise book.</summary>
internal sealed class PromisePageQuery : IBound, IEndpointParameterMetadataProvider
{
    private const int MostRows = 200;
    private const string Everything = "all";

    private static readonly Field[] Fields =
    [
        new("state", "query", "Open, overdue, or both. At its very due a promise is open.", "owed")
        {
            Choices = [.. Choice.Names<PromiseStanding>()],
        },
        new(
            "within",
            "query",
            "Due within this length from now, in hours, minutes and seconds, or all; PT1H when left out, of one customer all. What is overdue is always within it.",
            "PT1H"
        ),
        new("owner", "query", "Of whoever has this name.", "Alex at the desk"),
        new("kind", "query", "Of this kind.", "callBack") { Choices = [.. Choice.Names<PromiseKind>()] },
        new("take", "query", "Lines of a page, 1 to 200.", 50),
        new("after", "query", "Goes on after the line that the header Link of the last page names.", "…"),
    ];

    private readonly HttpRequest _request;

    private PromisePageQuery(HttpRequest request, PromiseQuery value) => (_request, Value) = (request, value);

    public ProblemAnswer? Problem { get; private init; }
    public PromiseQuery Value { get; }

    public static async ValueTask<PromisePageQuery> BindAsync(HttpContext context) =>
        Of(context, await ActingAs.Viewer(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        foreach (var field in Fields)
        {
            builder.Metadata.Add(field);
        }
    }

    /// <summary>The address of the page after this one.</summary>
    public string PathTo(PromiseCursor next) => PageLink.To(_request, next);

    private static PromisePageQuery Of(HttpContext context, Actor viewer)
    {
        var query = new QueryReader(context.Request.Query);
        var desk = AtDesk.Of(context);
        var now = context.RequestServices.GetRequiredService<DeskClock>().Now();
        var customer = context.Request.RouteValues["id"] as string;
        var value = new PromiseQuery(context.Request.RouteValues["desk"] as string ?? "", now)
        {
            Customer = customer,
            Viewer = viewer,
            Mails = desk.Problem is null ? desk.Guide.Desk.Name : "",
            Standing = query.Choice("state", PromiseStanding.Owed),
            Until = Within(query, customer is null ? Duration.FromHours(1) : null) is { } length ? now + length : null,
            Owner = query.Text("owner"),
            Kind = query.MayChoose<PromiseKind>("kind"),
            Take = query.Number("take", 50, MostRows),
            After = Cursor(query),
        };
        return new PromisePageQuery(context.Request, value) { Problem = query.Problem() };
    }

    /// <param name="otherwise">Null: whenever it is due.</param>
    private static Duration? Within(QueryReader query, Duration? otherwise)
    {
        var text = query.Text("within");
        if (text is null or Everything)
        {
            return text is null ? otherwise : null;
        }
        var findings = new FirstFinding();
        var length = IsoDuration.Read(text, findings);
        if (findings.First is not null || length < Duration.Zero)
        {
            query.Wrong("within", $"It is a length in hours, minutes and seconds, such as PT1H, or {Everything}.");
        }
        return length;
    }

    private static PromiseCursor? Cursor(QueryReader query)
    {
        if (query.Text("after", longest: 500) is not { } text)
        {
            return null;
        }
        if (!PromiseCursor.TryParse(text, out var cursor))
        {
            query.Wrong("after", "It is not from the Link of a page: begin again without it.");
        }
        return cursor;
    }
}

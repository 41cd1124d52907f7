using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Storage.Inbound;

namespace Rung.Server.Api.Binding;

/// <summary>Which mails of a desk are listed.</summary>
internal sealed class IntakeQuery : IBound, IEndpointParameterMetadataProvider
{
    private const int MostMails = 200;

    private static readonly Field StateField = new(
        "state",
        "query",
        "What became of them. Of the un-logged those with the nearest log-by come first, of all others the latest.",
        "unlogged"
    )
    {
        Choices = [.. Choice.Names<InboundState>()],
    };

    private static readonly Field TakeField = new("take", "query", "Mails at most, 1 to 200.", 50);

    private static readonly Field AfterField = new(
        PageLink.After,
        "query",
        "The last mail of the page before; the Link of that page has it.",
        0
    );

    private readonly HttpRequest _request;

    private IntakeQuery(HttpRequest request, InboundState state, int take) =>
        (_request, State, Take) = (request, state, take);

    public ProblemAnswer? Problem { get; private init; }
    public InboundState State { get; }
    public int Take { get; }

    /// <summary>Id of the last mail of the page before; 0: the first page.</summary>
    public int After { get; private init; }

    public string PathTo(long after) => PageLink.To(_request, after);

    public static ValueTask<IntakeQuery> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var (state, take) = (query.Choice("state", InboundState.Unlogged), query.Number("take", 50, MostMails));
        var after = query.Number(PageLink.After, 0, int.MaxValue);
        return ValueTask.FromResult(
            new IntakeQuery(context.Request, state, take) { After = after, Problem = query.Problem() }
        );
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(StateField);
        builder.Metadata.Add(TakeField);
        builder.Metadata.Add(AfterField);
    }
}

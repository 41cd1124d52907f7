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

    private IntakeQuery(InboundState state, int take) => (State, Take) = (state, take);

    public ProblemAnswer? Problem { get; private init; }
    public InboundState State { get; }
    public int Take { get; }

    public static ValueTask<IntakeQuery> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var (state, take) = (query.Choice("state", InboundState.Unlogged), query.Number("take", 50, MostMails));
        return ValueTask.FromResult(new IntakeQuery(state, take) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(StateField);
        builder.Metadata.Add(TakeField);
    }
}

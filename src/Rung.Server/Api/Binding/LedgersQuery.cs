using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;

namespace Rung.Server.Api.Binding;

/// <summary>Which promises of a case are explained beside its clocks.</summary>
internal sealed class LedgersQuery : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "promises";

    private static readonly Field Field = new(
        Name,
        "query",
        "What is still to be done, or all that was ever promised, earlier rounds of clocks among it.",
        "owed"
    )
    {
        Choices = [.. Choice.Names<ExplainedPromises>()],
    };

    private LedgersQuery(ExplainedPromises promises) => Promises = promises;

    public ProblemAnswer? Problem { get; private init; }
    public ExplainedPromises Promises { get; }

    public static ValueTask<LedgersQuery> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var promises = query.Choice(Name, ExplainedPromises.Owed);
        return ValueTask.FromResult(new LedgersQuery(promises) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);
}

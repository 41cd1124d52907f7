using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>Something taken from a request that may be wrong; a wrong one is answered before the endpoint is asked.</summary>
internal interface IBound
{
    ProblemAnswer? Problem { get; }
}

internal static class BoundFilter
{
    private const string Query = "query";

    /// <summary>Answers with the first argument that is wrong, in the order of the endpoint's parameters.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBound { Problem: { } problem })
            {
                return ValueTask.FromResult<object?>(problem);
            }
        }
        return Stray(context.HttpContext) is { } stray ? ValueTask.FromResult<object?>(stray) : next(context);
    }

    // Where no argument reads the query, nothing may stand in it.
    private static ProblemAnswer? Stray(HttpContext context) =>
        context.Request.Query.Count == 0
        || context.GetEndpoint()!.Metadata.GetOrderedMetadata<Field>().Any(field => field.In == Query)
            ? null
            : new QueryReader(context.Request.Query).Problem();
}

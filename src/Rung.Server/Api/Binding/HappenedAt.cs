using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using NodaTime;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>When it happened, for what is entered later: <c>?happenedAt=</c>.</summary>
internal sealed class HappenedAt : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "happenedAt";

    private static readonly Field Field = new(
        Name,
        "query",
        "When it happened, for what is entered later: at most 24 hours back. Left out: now.",
        "2026-12-24T15:10:00Z"
    );

    private HappenedAt(Instant? at) => At = at;

    public ProblemAnswer? Problem { get; private init; }
    public Instant? At { get; }

    public static ValueTask<HappenedAt> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var at = query.Instant(Name);
        return ValueTask.FromResult(new HappenedAt(at) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);
}

using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Json;

namespace Rung.Server.Api.Problems;

/// <summary>A problem as the answer to a request.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/problem+json";

    public Problem Problem => problem;

    int? IStatusCodeHttpResult.StatusCode => problem.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var told = problem with
        {
            Instance = httpContext.Request.Path,
            TraceId = Activity.Current?.Id ?? httpContext.TraceIdentifier,
        };
        httpContext.Response.StatusCode = problem.Status;
        return httpContext.Response.WriteAsJsonAsync(told, ApiJson.Options, ContentType, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(400, typeof(Problem), [ContentType]));
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Rung.Server.Api;

/// <summary>Something that was noted and is no case.</summary>
/// <typeparam name="T">The body of the answer.</typeparam>
/// <param name="json">That body: made now, or kept with the request that is sent again.</param>
public sealed class RecordedAnswer<T>(string json) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status201Created;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        return httpContext.Response.WriteAsync(json, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(201, typeof(T), ["application/json"]));
}

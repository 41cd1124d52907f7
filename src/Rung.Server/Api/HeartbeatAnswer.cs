using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Api;

/// <summary>A heartbeat as the answer to a request, with the version of what is registered as the ETag.</summary>
internal sealed class HeartbeatAnswer(Heartbeat heartbeat, string? address) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Seen.Tag(heartbeat.Version);
        return httpContext.Response.WriteAsJsonAsync(HeartbeatBody.Of(heartbeat, address), httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(HeartbeatBody), ["application/json"]));
}

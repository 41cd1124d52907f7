using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Api;

/// <summary>A version of an article as the answer to a request, with its number as the ETag.</summary>
internal sealed class ArticleAnswer(ArticleBody article) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Seen.Tag(article.Version);
        return httpContext.Response.WriteAsJsonAsync(article, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(ArticleBody), ["application/json"]));
}

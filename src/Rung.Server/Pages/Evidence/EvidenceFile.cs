using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Evidence;

namespace Rung.Server.Pages.Evidence;

/// <summary>An evidence pack as one file that needs nothing else: to be shown, kept, printed or sent along.</summary>
/// <param name="name">What it is called when it is kept.</param>
internal sealed class EvidenceFile(string html, string name) : IResult, IEndpointMetadataProvider
{
    private const string Html = "text/html";

    public static async Task<EvidenceFile> Of(EvidencePack pack, string reference) =>
        new(await Write(pack), $"{reference}-evidence.html");

    /// <summary>The whole file; pages, API and command line write the same.</summary>
    public static Task<string> Write(EvidencePack pack) =>
        StandaloneHtml.Write<EvidencePage>(nameof(EvidencePage.Pack), pack);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = $"{EvidenceStyle.Policy}; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        headers.ContentDisposition = $"inline; filename=\"{name}\"";
        httpContext.Response.ContentType = $"{Html}; charset=utf-8";
        return httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(string), [Html]));
}

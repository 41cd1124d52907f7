using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
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
    public static async Task<string> Write(EvidencePack pack)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [nameof(EvidencePage.Pack)] = pack };
            var page = await renderer.RenderComponentAsync<EvidencePage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }

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

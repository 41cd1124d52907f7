using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rung.Server.Pages.Evidence;

/// <summary>Writes a page as a file that needs nothing else.</summary>
internal static class StandaloneHtml
{
    /// <param name="parameter">Name of the one parameter that the page has.</param>
    public static async Task<string> Write<TPage>(string parameter, object value)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [parameter] = value };
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }
}

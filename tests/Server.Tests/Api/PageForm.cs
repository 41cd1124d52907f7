using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The window of an action on a case's page, as whoever has no scripts fills it in.</summary>
internal sealed partial class PageForm
{
    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly Dictionary<string, string> _hidden;

    private PageForm(HttpClient client, string dialog)
    {
        (_client, Html) = (client, dialog);
        _address = new Uri(WebUtility.HtmlDecode(Action().Match(dialog).Groups["to"].Value), UriKind.Relative);
        _hidden = Hidden()
            .Matches(dialog)
            .Select(match => match.Value)
            .ToDictionary(tag => Attribute(tag, "name"), tag => Attribute(tag, "value"));
    }

    /// <summary>The window as it was sent.</summary>
    public string Html { get; }

    /// <param name="page">Address of the page, such as <c>/smc/cases/R-…</c>.</param>
    public static async Task<PageForm> Open(RunningDesk desk, string page, string action)
    {
        var html = await desk.Client.GetStringAsync($"{page}?do={action}", TestContext.Current.CancellationToken);
        var from = html.IndexOf($"<dialog id=\"do-{action}\"", StringComparison.Ordinal);
        Assert.True(from >= 0, $"{page} offers no {action}");
        return new PageForm(desk.Client, html[from..html.IndexOf("</dialog>", from, StringComparison.Ordinal)]);
    }

    /// <summary>Sends it; the page that comes of it.</summary>
    public async Task<string> Send(params (string Name, string Value)[] typed)
    {
        var fields = _hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(_address, content, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<text>[^\"]*)\"").Groups["text"].Value);

    [GeneratedRegex("action=\"(?<to>[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}

using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The window of an action on a case's page, or a page's own form, as whoever has no scripts fills it in.</summary>
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

    /// <summary>What it asks to choose: names of lists and of groups of answers.</summary>
    public IReadOnlyList<string> Choices =>
        [.. Chosen().Matches(Html).Select(match => Attribute(match.Value, "name")).Distinct()];

    /// <summary>Of the last answer to it.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <param name="page">Address of the page, such as <c>/smc/cases/R-…</c>.</param>
    public static Task<PageForm> Open(RunningDesk desk, string page, string action) =>
        Read(desk, $"{page}?do={action}", ($"<dialog id=\"do-{action}\"", "</dialog>"));

    /// <summary>The form that a page is there for.</summary>
    /// <param name="id">Of the form.</param>
    public static Task<PageForm> Of(RunningDesk desk, string page, string id) =>
        Read(desk, page, ($"<form id=\"{id}\"", "</form>"));

    private static async Task<PageForm> Read(RunningDesk desk, string page, (string Begin, string End) part)
    {
        var html = await desk.Client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var from = html.IndexOf(part.Begin, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{page} has no {part.Begin}");
        return new PageForm(desk.Client, html[from..html.IndexOf(part.End, from, StringComparison.Ordinal)]);
    }

    /// <summary>Sends it; the page that comes of it.</summary>
    public async Task<string> Send(params (string Name, string Value)[] typed)
    {
        var fields = _hidden.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _client.PostAsync(_address, content, TestContext.Current.CancellationToken);
        Status = answer.StatusCode;
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<text>[^\"]*)\"").Groups["text"].Value);

    [GeneratedRegex("action=\"(?<to>[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<select[^>]*>|<input[^>]*type=\"(radio|checkbox)\"[^>]*>")]
    private static partial Regex Chosen();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}

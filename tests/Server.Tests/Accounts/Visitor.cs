using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>A browser without scripts: it keeps cookies, sends forms as pages have them, and follows nothing by itself.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly SocketsHttpHandler _handler;

    public Visitor(Uri address)
    {
        _handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        Client = new HttpClient(_handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client { get; }

    public Task<HttpResponseMessage> Get(string path) =>
        Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<string> Page(string path)
    {
        using var answer = await Get(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answers {(int)answer.StatusCode}: {await Text(answer)}");
        return Scope().Replace(await Text(answer), "");
    }

    public Task<HttpResponseMessage> SignIn(string email, string password) =>
        Send("/sign-in", "/sign-in", ("email", email), ("password", password));

    /// <summary>Sends a form to an address as the page has it.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] values)
    {
        var token = TokenIn(await Page(page));
        return await SendBare(action, [("__RequestVerificationToken", token), .. values]);
    }

    public Task<HttpResponseMessage> SendBare(string action, params (string Name, string Value)[] values) =>
        Client.PostAsync(
            new Uri(action, UriKind.Relative),
            new FormUrlEncodedContent(values.Select(one => KeyValuePair.Create(one.Name, one.Value))),
            TestContext.Current.CancellationToken
        );

    /// <summary>What a form of a page shows that it is ours with.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    public static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    // Which style sheet is meant.
    [GeneratedRegex(" b-[a-z0-9]{10}")]
    private static partial Regex Scope();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

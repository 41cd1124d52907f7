using System.Net;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>Somebody of a customer in the portal, with a browser of their own and no scripts.</summary>
internal sealed partial class Secretary : IDisposable
{
    private readonly HttpClient _browser;
    private readonly string _portal;

    private Secretary(RunningDesk desk, string at)
    {
        _portal = $"/{at}/portal";
        _browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = desk.Client.BaseAddress,
        };
    }

    /// <summary>The page that was answered last.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where it is, below the portal; of a report without its name.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Name of the report that was on the last page of one.</summary>
    public string Report { get; private set; } = "none";

    /// <param name="who">Customer and contact.</param>
    public static async Task<Secretary> Of(RunningDesk desk, string who, string at = "schools-desk")
    {
        var secretary = new Secretary(desk, at);
        await secretary.Open("/visitor");
        await secretary.Send("visitor", ("visitor", who));
        return secretary;
    }

    /// <param name="path">Below the portal; <c>/report/check</c> is that of the report that was on the last page of one.</param>
    public async Task<string> Open(string path)
    {
        var whole = OfReport().Replace(path, $"/report/{Report}/");
        using var answer = await _browser.GetAsync(
            new Uri(whole.StartsWith("//", StringComparison.Ordinal) ? whole[1..] : _portal + whole, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return await Take(answer);
    }

    /// <summary>Sends a form of the page as it stands, with what is typed.</summary>
    /// <param name="id">Of the form.</param>
    public async Task<string> Send(string id, params (string Name, string Value)[] typed)
    {
        var (to, fields) = Filled(id, typed);
        using var content = new FormUrlEncodedContent(fields);
        return await Post(to, content);
    }

    /// <summary>What a script sends with the mark of a form of the page.</summary>
    /// <param name="to">Below the portal.</param>
    public async Task<string> SendTo(string to, string id, params (string Name, string Value)[] typed)
    {
        using var content = new FormUrlEncodedContent(Filled(id, typed).Fields);
        return await Post(_portal + to, content);
    }

    /// <summary>As <see cref="Send"/>, with a file.</summary>
    public async Task<string> SendFile(
        string id,
        (string Name, byte[] Bytes) file,
        params (string Name, string Value)[] typed
    )
    {
        var (to, fields) = Filled(id, typed);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }
        content.Add(new ByteArrayContent(file.Bytes), "papers", file.Name);
        return await Post(to, content);
    }

    /// <summary>Fetches a file of the portal.</summary>
    public async Task<(HttpResponseMessage Answer, byte[] Bytes)> Fetch(string path)
    {
        var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private (string To, IEnumerable<KeyValuePair<string, string>> Fields) Filled(
        string id,
        (string Name, string Value)[] typed
    )
    {
        var from = Page.IndexOf($"<form id=\"{id}\"", StringComparison.Ordinal);
        Assert.True(from >= 0, $"{Place} has no form {id}: {Page}");
        var form = Page[from..Page.IndexOf("</form>", from, StringComparison.Ordinal)];
        var hidden = Hidden()
            .Matches(form)
            .Select(tag => (Attribute(tag.Value, "name"), Attribute(tag.Value, "value")));
        var to = WebUtility.HtmlDecode(Action().Match(form).Groups["to"].Value);
        return (to, hidden.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    private async Task<string> Post(string to, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        request.Headers.Referrer = new Uri(_browser.BaseAddress!, _portal + Place);
        // What is too large is turned down before it is sent.
        request.Headers.ExpectContinue = content is MultipartFormDataContent;
        using var answer = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        return await Take(answer);
    }

    public void Dispose() => _browser.Dispose();

    private async Task<string> Take(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        var path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        var place = path.StartsWith(_portal, StringComparison.Ordinal) ? path[_portal.Length..] : path;
        Report = Named().Match(place) is { Success: true } named ? named.Groups[1].Value : Report;
        Place = Named().Replace(place, "/report/");
        return Page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"(?<text>[^\"]*)\"").Groups["text"].Value);

    [GeneratedRegex("^/report/([0-9a-f]{32})/")]
    private static partial Regex Named();

    [GeneratedRegex("^/report/(?!sent/|[0-9a-f]{32}/)")]
    private static partial Regex OfReport();

    [GeneratedRegex("action=\"(?<to>[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}

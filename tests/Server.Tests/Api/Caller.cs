using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>An answer of the API.</summary>
public sealed record Answer(int Status, JsonNode? Body, HttpResponseHeaders Headers)
{
    public string? Code => Body?["code"]?.GetValue<string>();
    public string Reference => Body!["reference"]!.GetValue<string>();
    public long Version => Body!["version"]!.GetValue<long>();
    public string? ETag => Headers.ETag?.ToString();

    public JsonNode Clock(string target) =>
        Body!["clocks"]!.AsArray().Single(clock => clock!["target"]!.GetValue<string>() == target)!;

    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Body?.ToJsonString()}");
        return this;
    }
}

/// <summary>Somebody who uses the API of a running desk.</summary>
public sealed class Caller(
    Func<HttpClient> desk,
    string? name = "Alex at the desk",
    string? role = null,
    string at = "schools-desk"
)
{
    public Caller(RunningDesk desk, string? name = "Alex at the desk", string? role = null, string at = "schools-desk")
        : this(() => desk.Client, name, role, at) { }

    /// <summary>Whose person a contact is.</summary>
    public string? Of { get; init; } = at == "smc" ? RunningDesk.CustomerOfSmc : RunningDesk.Customer;

    /// <summary>Everything about a fault for some people: the guide proposes P3.</summary>
    public static readonly JsonObject FaultForSome = Fault("some", "email");

    public static JsonObject Fault(string affected, params string[] services) =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "E-mail is down for some users",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" },
            ["services"] = new JsonArray([.. services.Select(service => (JsonNode)service)]),
            ["answers"] = new JsonObject
            {
                ["affected"] = affected,
                ["effect"] = "cannot-use",
                ["details"] = "Outlook asks for the password again and again",
                ["tried"] = "Restarted two machines",
                ["help-guides"] = "followed",
            },
        };

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Answer> Case(string reference) => Get($"cases/{reference}");

    public Task<Answer> Post(string path, JsonNode? body = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body is null ? null : Json(body.ToJsonString()), headers);

    public async Task<Answer> Log(JsonNode body) => (await Post("cases", body)).Expect(201);

    /// <summary>A command on a case, which is expected to be carried out.</summary>
    public async Task<Answer> Do(string reference, string command, JsonObject? body = null) =>
        (await Post($"cases/{reference}/{command}", body ?? [])).Expect(200);

    public async Task<JsonArray> Events(string reference) =>
        (await Get($"cases/{reference}/events")).Expect(200).Body!["events"]!.AsArray();

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{at}/{path}");
        request.Content = content;
        var customer = role is "contact" or "site-administrator" or "nominated-person" ? Of : null;
        (string Name, string? Value)[] own = [("Rung-Actor", name), ("Rung-Role", role), ("Rung-Customer", customer)];
        foreach (var (header, value) in own.Concat(headers.Select(pair => (pair.Name, (string?)pair.Value))))
        {
            if (value is not null && !request.Headers.TryAddWithoutValidation(header, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(header, value);
            }
        }
        using var answer = await desk().SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(
            (int)answer.StatusCode,
            isJson && text.Length > 0 ? JsonNode.Parse(text) : null,
            answer.Headers
        );
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}

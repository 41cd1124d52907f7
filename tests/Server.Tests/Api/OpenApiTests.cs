using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rung.Server.Api.OpenApi;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// The OpenAPI document is complete, and the copy in <c>docs/openapi.json</c> is what is served: a change of the API shows
/// in review. After a wanted change: <c>RUNG_WRITE_OPENAPI=1 eng/test server -- --filter-class '*OpenApi*'</c>.
/// </summary>
public sealed class OpenApiTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_document_in_docs_is_what_the_endpoints_say_and_what_is_served()
    {
        var said = (await Document()).ToJsonString(Pretty) + "\n";
        var copy = Documents.Path("docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("RUNG_WRITE_OPENAPI") == "1")
        {
            // It is served from the next build on.
            await File.WriteAllTextAsync(copy, said, TestContext.Current.CancellationToken);
            return;
        }
        var written = await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(written, said);
        var served = await new Caller(shared.Desk, name: null).Get("/openapi/v1.json");
        Assert.Equal(written, served.Expect(200).Body!.ToJsonString(Pretty) + "\n");
    }

    [Fact]
    public async Task Every_operation_says_what_it_takes_and_what_it_answers()
    {
        var document = await Document();
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method} {path}";
                Assert.True((string?)operation!["summary"] is { Length: > 0 }, $"{name} has no summary");
                Assert.True((string?)operation["operationId"] is { Length: > 0 }, $"{name} has no id");
                Assert.All(PathParameters(path), parameter => Assert.Contains(parameter, Names(operation, "path")));
                Assert.True(Answers(operation), $"{name} does not say what it answers");
                var writes = method != "get" && !path.EndsWith("/proposal", StringComparison.Ordinal);
                Assert.Equal(writes, Names(operation, "header").Contains("Rung-Actor") && method != "get");
            }
        }
    }

    [Fact]
    public async Task The_document_says_which_commands_need_no_body()
    {
        var document = await Document();
        var free = document["paths"]!
            .AsObject()
            .SelectMany(
                path => path.Value!.AsObject(),
                (path, one) => (Name: path.Key.Split('/')[^1], Body: one.Value!["requestBody"])
            )
            .Where(one => one.Body is { } body && (bool?)body["required"] is not true)
            .Select(one => one.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["close", "confirm", "end-wait", "escalate", "reopen", "resume"], free);
    }

    [Fact]
    public async Task The_document_asks_for_a_token_and_says_that_who_acts_is_said_in_a_demo_only()
    {
        var document = await Document();
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["token"]!["scheme"]);
        Assert.NotNull(document["security"]![0]!["token"]);
        var headers = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["parameters"]?.AsArray() ?? [])
            .Where(one => ((string)one!["name"]!).StartsWith("Rung-", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(headers);
        Assert.All(headers, one => Assert.Contains(" demo", (string)one!["description"]!, StringComparison.Ordinal));
        Assert.All(headers, one => Assert.Null(one!["required"]));
    }

    private async Task<JsonNode> Document()
    {
        var documents = shared.Desk.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(RungOpenApi.Name);
        var document = await documents.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);
        var text = await document.SerializeAsJsonAsync(
            OpenApiSpecVersion.OpenApi3_1,
            TestContext.Current.CancellationToken
        );
        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'));

    private static IEnumerable<string> Names(JsonNode operation, string place) =>
        operation["parameters"]
            ?.AsArray()
            .Where(one => (string?)one!["in"] == place)
            .Select(one => (string)one!["name"]!)
        ?? [];

    private static bool Answers(JsonNode operation) =>
        operation["responses"]!
            .AsObject()
            .Any(answer => answer.Key.StartsWith('2') && (answer.Key == "204" || answer.Value!["content"] is not null));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Issue 2, section 6: a refusal over HTTP is a problem as RFC 9457 has it, with the code and the rule.</summary>
public sealed class ProblemDetailsTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task A_refused_command_is_answered_with_problem_details()
    {
        var agent = new Caller(shared.Desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var path = $"/api/v1/schools-desk/cases/{reference}/priority";
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Rung-Actor", "Alex at the desk");
        request.Content = Caller.Json("""{"priority":"P2","with":"Head teacher"}""");

        using var answer = await shared.Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal("urn:rung:problem:role-not-allowed", (string?)problem["type"]);
        Assert.Equal(("role-not-allowed", "ESS-44"), ((string?)problem["code"], (string?)problem["rule"]));
        Assert.Equal((403, path), ((int?)problem["status"], (string?)problem["instance"]));
        Assert.Equal(JsonValueKind.Number, problem["status"]!.GetValueKind());
        Assert.NotEqual("", (string?)problem["title"] ?? "");
        Assert.Contains("Service Desk Team Leader", (string?)problem["detail"], StringComparison.Ordinal);
    }
}

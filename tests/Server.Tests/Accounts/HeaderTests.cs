using System.Net;
using Rung.Core.Cases;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>What every answer of the running product carries, whatever it answers. S60, S64.</summary>
public sealed class HeaderTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    [Fact(
        DisplayName = "S64: each route's answer forbids inline scripts, framing, guessing of types and keeping by others"
    )]
    public async Task Every_answer()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var stranger = desk.Visit();
        using var agent = await desk.SignIn(Alex);
        var reads = Route.All(desk).Where(route => route.Method == "GET" && !IsStream(route)).ToList();
        Assert.True(reads.Count > 60, $"{reads.Count} routes");
        foreach (var visitor in new[] { stranger, agent })
        {
            foreach (var path in reads.Select(route => route.Filled(Named)).Append("/no/such/page").Append("/rung.css"))
            {
                using var answer = await visitor.Get(path);
                Check(answer, path);
            }
        }
    }

    [Fact(DisplayName = "S64: who is signed in gets nothing that a browser or a proxy keeps")]
    public async Task Nothing_is_kept()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var agent = await desk.SignIn(Alex);
        foreach (var route in Route.All(desk).Where(route => route.Method == "GET" && !IsStream(route)))
        {
            var path = route.Filled(Named);
            using var answer = await agent.Get(path);
            Assert.True(answer.Headers.CacheControl?.NoStore, $"{path} may be kept: {answer.Headers.CacheControl}");
        }
    }

    [Fact(DisplayName = "S60: nothing that changes something is done by GET")]
    public async Task Get_changes_nothing()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent, new Right(Right.EveryDesk, "administrator"));
        using var agent = await desk.SignIn(Alex);
        var routes = Route.All(desk).ToList();
        var read = routes.Where(route => route.Method == "GET").Select(route => route.Path).ToHashSet();
        var onlyWritten = routes.Where(route => route.Method == "POST" && !read.Contains(route.Path)).ToList();
        Assert.True(onlyWritten.Count > 40, $"{onlyWritten.Count} routes");
        foreach (var route in onlyWritten)
        {
            using var answer = await agent.Get(route.Filled(Named));
            Assert.True(
                // Some lead back to the page with the form, for whoever reloads its answer.
                answer.StatusCode
                    is HttpStatusCode.MethodNotAllowed
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.Redirect,
                $"GET {route.Path} answers {(int)answer.StatusCode}"
            );
        }
    }

    private static void Check(HttpResponseMessage answer, string path)
    {
        var policy = string.Join(' ', Values(answer, "Content-Security-Policy"));
        Assert.True(policy.Contains("frame-ancestors", StringComparison.Ordinal), $"{path} may be framed: {policy}");
        Assert.True(policy.Contains("default-src", StringComparison.Ordinal), $"{path} loads what it likes: {policy}");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["DENY"], Values(answer, "X-Frame-Options"));
        Assert.Equal(["nosniff"], Values(answer, "X-Content-Type-Options"));
        Assert.NotEmpty(Values(answer, "Referrer-Policy"));
        Assert.NotEmpty(Values(answer, "Cross-Origin-Opener-Policy"));
        Assert.Empty(Values(answer, "Server"));
        Assert.Empty(Values(answer, "X-Powered-By"));
        Assert.Empty(Values(answer, "Access-Control-Allow-Origin"));
    }

    private static IEnumerable<string> Values(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values : [];

    // It does not end by itself.
    private static bool IsStream(Route route) => route.Path.EndsWith("/live", StringComparison.Ordinal);

    private static string Named(string name, string before) =>
        name switch
        {
            "desk" => GuardedDesk.Schools,
            "documentName" => "v1",
            _ => "1",
        };
}

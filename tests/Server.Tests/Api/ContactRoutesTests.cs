using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// What a customer's own people read: every route there is, of their own and of another customer's. The routes are those of
/// the running product, so that a new one has to be placed here. ESS-93.
/// </summary>
public sealed class ContactRoutesTests
{
    private const string Now = "2026-12-16T10:00:00Z";

    /// <summary>Null: there is nothing of one's own to compare with.</summary>
    private static readonly Dictionary<string, (int Own, int? Foreign)> Reads = new()
    {
        ["desks"] = (200, null),
        ["{desk}/"] = (200, null),
        ["{desk}/guide"] = (200, null),
        ["{desk}/guide/text"] = (200, null),
        ["{desk}/queue"] = (403, null),
        ["{desk}/queue/counts"] = (403, null),
        ["{desk}/search"] = (403, null),
        ["{desk}/promises"] = (403, null),
        ["{desk}/complaints"] = (403, null),
        ["{desk}/complaints/closed"] = (403, null),
        ["{desk}/redirections"] = (403, null),
        ["{desk}/referrals"] = (403, null),
        ["{desk}/drafts/{about}/"] = (403, null),
        ["{desk}/heartbeats/"] = (403, null),
        ["{desk}/heartbeats/{id}"] = (403, null),
        ["{desk}/intake/"] = (403, null),
        ["{desk}/intake/counts"] = (403, null),
        ["{desk}/intake/{id}/"] = (403, null),
        ["{desk}/intake/{id}/ledger"] = (403, null),
        ["{desk}/intake/{id}/original"] = (403, null),
        ["{desk}/live"] = (403, null),
        ["{desk}/customers"] = (403, null),
        ["{desk}/customers.csv"] = (403, null),
        ["{desk}/help/"] = (200, null),
        // No article is called as a customer is.
        ["{desk}/help/{id}"] = (404, null),
        ["{desk}/help/{id}/versions"] = (403, null),
        ["{desk}/customers/{id}"] = (200, 404),
        ["{desk}/customers/{id}/promises"] = (200, 404),
        ["{desk}/cases/{reference}/"] = (200, 404),
        ["{desk}/cases/{reference}/events"] = (200, 404),
        ["{desk}/cases/{reference}/messages"] = (200, 404),
        ["{desk}/cases/{reference}/promises"] = (200, 404),
        ["{desk}/cases/{reference}/evidence"] = (200, 404),
        ["{desk}/cases/{reference}/clocks/ledger"] = (200, 404),
        ["{desk}/cases/{reference}/clocks/{target}/ledger"] = (200, 404),
        ["{desk}/cases/{reference}/urgency-price"] = (403, 403),
        ["{desk}/cases/{reference}/version-move"] = (403, 403),
        ["{desk}/cases/{reference}/mails"] = (403, 403),
        // Nothing was sent under the hash that is asked for.
        ["{desk}/cases/{reference}/papers/{hash}"] = (404, 404),
    };

    [Fact]
    public async Task Every_read_is_placed_and_another_customers_case_is_as_one_that_was_never_issued()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (mine, theirs) = await Cases(desk);
        var office = new Caller(desk, "Office manager", "contact");
        var agent = new Caller(desk);

        Assert.Equal(Routes(desk, "GET"), Reads.Keys.Order(StringComparer.Ordinal));
        foreach (var (route, (own, foreign)) in Reads)
        {
            var ours = await office.Get(Path(route, RunningDesk.Customer, mine));
            Assert.True(ours.Status == own, $"{route}: {ours.Status} {ours.Body?.ToJsonString()}");
            Assert.True(own != 403 || ours.Code == "role-not-allowed", route);
            var unnamed = await new Caller(desk, null, "contact").Get(Path(route, RunningDesk.Customer, mine));
            Assert.True(unnamed.Code == "actor-missing", $"{route}: {unnamed.Status}");
            if (foreign is { } expected)
            {
                var (there, nowhere) = (
                    await office.Get(Path(route, "birchwood", theirs)),
                    await office.Get(Path(route, "nobodys", Never))
                );
                Assert.True(there.Status == expected, $"{route}: {there.Status} {there.Body?.ToJsonString()}");
                Assert.Equal(Said(nowhere, "nobodys", Never), Said(there, "birchwood", theirs));
            }
            // The desk itself has all of them, but what this test does not put there.
            var status = route.Contains("/live", StringComparison.Ordinal)
                ? 200
                : (await agent.Get(Path(route, "birchwood", theirs))).Status;
            Assert.True(status is 200 or 404, $"{route}: {status}");
        }
    }

    // What somebody may not read they do not get as the answer to a command either.
    [Fact]
    public async Task Nothing_is_done_to_what_is_not_theirs()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (_, theirs) = await Cases(desk);
        var office = new Caller(desk, "Office manager", "contact");
        string[] open = ["proposal", "cases", "complaints"];

        foreach (var route in Routes(desk, "POST").Concat(Routes(desk, "PUT")))
        {
            var isPut = !Routes(desk, "POST").Contains(route);
            var path = Path(route, "birchwood", theirs);
            var answer = isPut
                ? await office.Send(HttpMethod.Put, path, Caller.Json(Body(route)))
                : await office.Post(path, JsonNode.Parse(Body(route)));
            var isOpen = open.Contains(route["{desk}/".Length..]);
            Assert.True(
                isOpen ? answer.Status == 400 : answer.Status is 403 or 404 or 400,
                $"{route}: {answer.Status}"
            );
            Assert.DoesNotContain("Birch", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        }
        foreach (var command in (string[])["reply", "confirm", "reject", "update-request", "ask-to-escalate", "note"])
        {
            var answer = await office.Post($"cases/{theirs}/{command}", new JsonObject { ["text"] = "x" });
            var never = await office.Post($"cases/{Never}/{command}", new JsonObject { ["text"] = "x" });
            Assert.Equal(never.Status, answer.Status);
            Assert.Equal(Said(never, "nobodys", Never), Said(answer, "birchwood", theirs));
        }
    }

    // Of their own case they read what the desk says to customers: no note, no flag, nobody else's case.
    [Fact]
    public async Task Their_own_case_without_what_stays_inside_the_desk()
    {
        await using var desk = await RunningDesk.Open(Now);
        var (mine, theirs) = await Cases(desk);
        var office = new Caller(desk, "Office manager", "contact");
        var agent = new Caller(desk);
        var seen = (await agent.Case(mine)).Version;
        await agent.Do(mine, "note", new JsonObject { ["text"] = "quibberish" });
        await agent.Do(
            mine,
            "flag",
            new JsonObject
            {
                ["flag"] = "total-loss",
                ["value"] = "set",
                ["reason"] = "jabber",
            }
        );
        await agent.Do(mine, "link", new JsonObject { ["other"] = theirs, ["kind"] = "parent" });
        await agent.Do(mine, "update", new JsonObject { ["text"] = "We are at it" });

        Assert.Single((await agent.Case(mine)).Body!["links"]!.AsArray());
        string[] reads = ["", "/events", "/messages", "/promises", "/clocks/ledger"];
        foreach (var read in reads)
        {
            var text = (await office.Get($"cases/{mine}{read}")).Expect(200).Body!.ToJsonString();
            foreach (var inside in (string[])["quibberish", "jabber", theirs])
            {
                Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
            }
        }
        Assert.Contains("We are at it", (await office.Get($"cases/{mine}/events")).Body!.ToJsonString());
        var late = await office.Post(
            $"cases/{mine}/reply",
            new JsonObject { ["text"] = "x", ["channel"] = "phone" },
            ("If-Match", $"\"{seen}\"")
        );
        Assert.DoesNotContain("quibberish", late.Expect(412).Body!.ToJsonString(), StringComparison.Ordinal);
        var replied = await office.Do(mine, "reply", new JsonObject { ["text"] = "x", ["channel"] = "phone" });
        Assert.Empty(replied.Body!["links"]!.AsArray());
    }

    private static string Never => CaseReference.FromNumber("R", 987_654).Text;

    private static async Task<(string Mine, string Theirs)> Cases(RunningDesk desk)
    {
        var agent = new Caller(desk);
        var birch = new JsonObject
        {
            ["name"] = "Birchwood School",
            ["siteCode"] = "BIR03",
            ["contract"] = "direct",
            ["contacts"] = new JsonArray(new JsonObject { ["id"] = "office", ["name"] = "Office manager" }),
        };
        (await agent.Send(HttpMethod.Put, "customers/birchwood", Caller.Json(birch.ToJsonString()))).Expect(201);
        var other = Caller.Fault("some", "email");
        other["customer"] = "birchwood";
        // Both have an office manager, who is another person.
        other["contact"] = new JsonObject { ["name"] = "Office manager" };
        return ((await agent.Log(Caller.FaultForSome)).Reference, (await agent.Log(other)).Reference);
    }

    private static IOrderedEnumerable<string> Routes(RunningDesk desk, string method) =>
        desk
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(one => one.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(one => one.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("api/v1/", StringComparison.Ordinal) || route == "{desk}/live")
            .Select(route => route.Replace("api/v1/", "", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string Path(string route, string customer, string reference)
    {
        var path = route
            .Replace("{reference}", reference, StringComparison.Ordinal)
            .Replace("customers/{id}", $"customers/{customer}", StringComparison.Ordinal)
            .Replace("{id}", "1", StringComparison.Ordinal)
            .Replace("{about}", "call-1", StringComparison.Ordinal)
            .Replace("{target}", "resolve", StringComparison.Ordinal)
            .Replace("{hash}", new string('a', 64), StringComparison.Ordinal)
            .Replace("{desk}", "schools-desk", StringComparison.Ordinal)
            .TrimEnd('/');
        var query = route is "{desk}/search" or "{desk}/customers" ? "?q=birch" : "";
        return route == "{desk}/live" ? $"/{path}" : $"/api/v1/{path}{query}";
    }

    private static string Body(string route) =>
        route.EndsWith("/close", StringComparison.Ordinal) ? "{}" : """{"x":1}""";

    private static string Said(Answer answer, string customer, string reference) =>
        (answer.Body?.ToJsonString() ?? "")
            .Replace(reference, "REFERENCE", StringComparison.Ordinal)
            .Replace(customer, "CUSTOMER", StringComparison.Ordinal)
            .Replace((string?)answer.Body?["traceId"] ?? "-", "TRACE", StringComparison.Ordinal);
}

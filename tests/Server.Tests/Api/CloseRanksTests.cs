using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>What links and roles must not open: rings of cases, another desk's cases, the desk's own commands.</summary>
public sealed class CloseRanksTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private Caller Agent => new(shared.Desk);

    /// <summary>Semantics 38.</summary>
    [Fact]
    public async Task A_case_never_becomes_a_part_of_its_own_parts()
    {
        var (x, y, z) = (await Logged(), await Logged(), await Logged());
        await Agent.Do(x, "link", Under(y));
        await Agent.Do(y, "link", Under(z));

        var ring = await Agent.Post($"cases/{z}/link", Under(x));
        var fromAbove = await Agent.Post($"cases/{x}/link", new JsonObject { ["other"] = z, ["kind"] = "child" });

        Assert.Equal((400, "invalid-input"), (ring.Status, ring.Code));
        Assert.Equal((400, "invalid-input"), (fromAbove.Status, fromAbove.Code));
        Assert.Single((await Agent.Case(z)).Body!["links"]!.AsArray());
    }

    /// <summary>S1: a case of another desk cannot be told from one that does not exist.</summary>
    [Fact]
    public async Task Cases_of_two_desks_are_never_tied()
    {
        var here = await Logged();
        var smc = new Caller(shared.Desk, at: "smc");
        var customer = new StringContent(
            """{"name":"Harbour Trust","siteCode":"HBT01"}""",
            Encoding.UTF8,
            "application/json"
        );
        Assert.InRange((await smc.Send(HttpMethod.Put, "customers/harbour", customer)).Status, 200, 201);
        var body = Caller.FaultForSome.DeepClone();
        body["customer"] = "harbour";
        body["services"] = new JsonArray("connectivity");
        body["answers"] = new JsonObject();
        var there = (await smc.Log(body)).Reference;

        foreach (var kind in (string[])["parent", "child"])
        {
            var answer = await smc.Post($"cases/{there}/link", new JsonObject { ["other"] = here, ["kind"] = kind });
            Assert.Equal((404, "case-not-found"), (answer.Status, answer.Code));
        }
        Assert.Empty((await Agent.Case(here)).Body!["links"]!.AsArray());
    }

    /// <summary>ESS-94: the guide's words for the customer's people are parts that contacts play.</summary>
    [Theory]
    [InlineData("contact")]
    [InlineData("site-administrator")]
    [InlineData("nominated-person")]
    public async Task People_of_the_customer_do_nothing_in_the_desks_place(string role)
    {
        var reference = await Logged();
        var person = new Caller(shared.Desk, "Office manager", role);

        Dictionary<string, JsonObject> commands = new()
        {
            ["note"] = new() { ["text"] = "x" },
            ["assign"] = new() { ["engineer"] = "Engineer 1" },
            ["resolve"] = new() { ["resolution"] = "x", ["confirmation"] = "required" },
            ["close"] = [],
        };
        foreach (var (command, body) in commands)
        {
            var answer = await person.Post($"cases/{reference}/{command}", body);
            Assert.Equal((403, "role-not-allowed"), (answer.Status, answer.Code));
        }
        await person.Do(reference, "reply", new JsonObject { ["text"] = "It works", ["channel"] = "portal" });
    }

    [Fact]
    public async Task Nobody_acts_under_the_name_of_what_happens_by_itself()
    {
        var answer = await new Caller(shared.Desk, "Rung").Post("cases", Caller.FaultForSome);

        Assert.Equal((400, "actor-missing"), (answer.Status, answer.Code));
    }

    private static JsonObject Under(string parent) => new() { ["other"] = parent, ["kind"] = "parent" };

    private async Task<string> Logged() => (await Agent.Log(Caller.FaultForSome)).Reference;
}

using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Who left is kept, and neither offered nor believed any more; and what a customer has of its own. ESS-32, ESS-94, ESS-95.</summary>
public sealed class DepartureTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Before = "2020-07-31";

    private readonly Caller _agent = new(shared.Desk);

    [Fact]
    public async Task ESS_94_Somebody_who_left_a_school_sees_nothing_more_of_its_cases()
    {
        await Put("kestrel", Kestrel());
        var logged = (await _agent.Log(Case("kestrel", "Registrar"))).Expect(201);
        var reference = (string)logged.Body!["reference"]!;
        var registrar = new Caller(shared.Desk, "Registrar", "contact") { Of = "kestrel" };
        var head = new Caller(shared.Desk, "Head", "contact") { Of = "kestrel" };
        (await registrar.Get($"cases/{reference}")).Expect(200);

        await Put("kestrel", Kestrel(registrarLeft: Before));

        Assert.Equal("case-not-found", (await registrar.Get($"cases/{reference}")).Expect(404).Code);
        (await head.Get($"cases/{reference}")).Expect(200);
        Assert.Empty((await _agent.Get("customers?q=registrar")).Body!["customers"]!.AsArray());
        var kept = (await _agent.Get("customers/kestrel")).Body!["contacts"]!.AsArray();
        Assert.Equal(Before, (string?)kept.Single(one => (string?)one!["id"] == "registrar")!["leftOn"]);
    }

    [Fact]
    public async Task For_a_customer_that_left_nothing_new_is_logged_and_what_there_was_is_kept()
    {
        await Put("merlin", Small("Merlin School", "MER01"));
        var reference = (string)(await _agent.Log(Case("merlin", "Head"))).Expect(201).Body!["reference"]!;

        await Put("merlin", Small("Merlin School", "MER01", ("leftOn", Before)));

        Assert.Equal("unknown-customer", (await _agent.Post("cases", Case("merlin", "Head"))).Expect(422).Code);
        Assert.Empty((await _agent.Get("customers?q=mer01")).Body!["customers"]!.AsArray());
        (await _agent.Get($"cases/{reference}")).Expect(200);
        // Nobody else gets its code, by which its old cases are known.
        var other = await _agent.Send(
            HttpMethod.Put,
            "customers/other",
            Caller.Json(Small("Other", "mer01").ToJsonString())
        );
        Assert.Equal("customer-taken", other.Expect(409).Code);
        // It comes back.
        await Put("merlin", Small("Merlin School", "MER01"));
        (await _agent.Log(Case("merlin", "Head"))).Expect(201);
    }

    [Fact]
    public async Task ESS_32_A_customers_own_reference_is_put_down_as_that_customer_writes_it()
    {
        await Put("osprey", Small("Osprey College", "OSP01", ("referenceFormat", "OC-*")));
        var fault = Case("osprey", "Head");
        fault["customerReference"] = "oc 7741";
        var logged = (await _agent.Log(fault)).Expect(201).Body!;
        Assert.Equal("OC-7741", (string?)logged["reporter"]!["customerReference"]);

        var wrong = Case("osprey", "Head");
        wrong["customerReference"] = "INC7741";
        var refused = (await _agent.Post("cases", wrong)).Expect(400);
        Assert.Contains("$.customerReference", refused.Body!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task ESS_95_Sites_and_what_a_customer_has_of_a_service_are_kept_as_they_were_sent()
    {
        var sent = Small(
            "Harrier Trust",
            "HAR01",
            ("services", new JsonArray("email")),
            ("sites", JsonNode.Parse("""[{"code":"HAR02","name":"Lower school","address":"Mill Lane"}]""")),
            (
                "descriptions",
                JsonNode.Parse("""[{"service":"email","components":["Staff","Pupils"],"triage":"Try webmail."}]""")
            )
        );
        await Put("harrier", sent);

        var read = (await _agent.Get("customers/harrier")).Body!;
        Assert.Equal("Mill Lane", (string?)read["sites"]![0]!["address"]);
        Assert.Equal("Pupils", (string?)read["descriptions"]![0]!["components"]![1]);
        Assert.Single((await _agent.Get("customers?q=har02")).Body!["customers"]!.AsArray());
    }

    /// <summary>Where, and the value that is wrong there.</summary>
    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "$.leftOn", "leftOn", "\"2999-01-01\"" },
            { "$.leftOn", "leftOn", "\"0001-01-01\"" },
            { "$.referenceFormat", "referenceFormat", "\"*#\"" },
            { "$.sites[0]", "sites", "[null]" },
            { "$.sites[0].code", "sites", """[{"code":"falc1","name":"The same"}]""" },
            { "$.sites[0].name", "sites", """[{"code":"F2","name":""}]""" },
            { "$.descriptions[0]", "descriptions", "[null]" },
            { "$.descriptions[0].components", "descriptions", """[{"service":"email","components":null}]""" },
            { "$.descriptions[0].components[0]", "descriptions", """[{"service":"email","components":["a\u0007"]}]""" },
            { "$.contacts[0].site", "contacts", """[{"id":"a","name":"A","site":"ELSEWHERE"}]""" },
            { "$.contacts[0].phone", "contacts", """[{"id":"a","name":"A","phone":"at reception"}]""" },
            { "$.contacts[0].leftOn", "contacts", """[{"id":"a","name":"A","leftOn":"2999-01-01"}]""" },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_is_wrong_with_it_is_told_where(string where, string field, string value)
    {
        var sent = Small("Falcon", "FALC1", ("services", new JsonArray("email")), (field, JsonNode.Parse(value)));
        var answer = (await _agent.Send(HttpMethod.Put, "customers/falcon", Caller.Json(sent.ToJsonString()))).Expect(
            400
        );
        Assert.Contains(where, answer.Body!["errors"]!.AsObject().Select(error => error.Key));
    }

    private async Task Put(string id, JsonObject body)
    {
        var answer = await _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body.ToJsonString()));
        Assert.True((int)answer.Status is 200 or 201, $"{answer.Status} {answer.Body}");
    }

    private static JsonObject Case(string customer, string contact)
    {
        var fault = Caller.FaultForSome.DeepClone().AsObject();
        fault["customer"] = customer;
        fault["contact"] = new JsonObject { ["name"] = contact };
        return fault;
    }

    private static JsonObject Kestrel(string? registrarLeft = null) =>
        Small(
            "Kestrel School",
            "KES01",
            (
                "contacts",
                new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "registrar",
                        ["name"] = "Registrar",
                        ["leftOn"] = registrarLeft,
                    },
                    new JsonObject { ["id"] = "head", ["name"] = "Head" }
                )
            )
        );

    private static JsonObject Small(string name, string code, params (string Key, JsonNode? Value)[] more)
    {
        var body = new JsonObject { ["name"] = name, ["siteCode"] = code };
        foreach (var (key, value) in more)
        {
            body[key] = value;
        }
        return body;
    }
}

using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>ESS-43: who may agree to a raise for the customer is on file, and nobody else will do.</summary>
public sealed class RaiseTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly Caller _leader = new(shared.Desk, "Team Leader", "team-leader");

    [Fact]
    public async Task ESS_43_A_raise_names_a_contact_who_is_on_file_for_it()
    {
        const string Customer = """
            {
              "name": "Thorn Hill", "siteCode": "THO11",
              "contacts": [
                { "id": "head", "name": "Head teacher", "roles": ["agreed-contact"] },
                { "id": "office", "name": "Office manager", "roles": ["nominated-person"] }
              ]
            }
            """;
        (await _leader.Send(HttpMethod.Put, "customers/thorn-hill", Caller.Json(Customer))).Expect(201);
        var fault = Caller.FaultForSome.DeepClone();
        fault["customer"] = "thorn-hill";
        var reference = (await _leader.Log(fault)).Reference;

        foreach (var wrong in (string[])["Office manager", "Nobody Known"])
        {
            var refused = (await Raise(reference, wrong)).Expect(422);
            Assert.Equal("customer-contact-required", refused.Code);
            Assert.Contains("Head teacher", (string)refused.Body!["detail"]!, StringComparison.Ordinal);
        }
        Assert.Equal("P2", (string?)(await Raise(reference, "Head teacher")).Expect(200).Body!["priority"]!["id"]);
    }

    // a lower priority takes the fact that makes it right, which is said when it is lowered.
    [Fact]
    public async Task ESS_42_Nobody_logs_a_case_below_what_the_guide_gives()
    {
        var fault = Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");
        fault["priority"] = "P5";
        var refused = (await _leader.Post("cases", fault)).Expect(409);
        Assert.Equal("priority-out-of-bounds", refused.Code);
        Assert.Contains("P1", (string)refused.Body!["detail"]!, StringComparison.Ordinal);
    }

    private Task<Answer> Raise(string reference, string with) =>
        _leader.Post($"cases/{reference}/priority", new JsonObject { ["priority"] = "P2", ["with"] = with });
}

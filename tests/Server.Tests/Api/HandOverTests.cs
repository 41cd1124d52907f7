using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Storage;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>What is not for the desk is handed over, and callers with a desk of their own are sent back: ESS-05, ESS-06, ESS-12, ESS-85 to ESS-87.</summary>
public sealed class HandOverTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly Caller _agent = new(shared.Desk);

    [Theory]
    [InlineData("direct-sales", "Direct sales team", "01632 960120", "01632 960120 or sales@schools.example.org")]
    [InlineData(
        "management",
        "Head of Service",
        null,
        "head-of-service@schools.example.org or https://www.schools.example.org/escalation"
    )]
    public async Task ESS_12_ESS_85_It_is_kept_who_asked_for_what_and_said_where_to_turn(
        string route,
        string name,
        string? phone,
        string ways
    )
    {
        var request = Request(RunningDesk.Customer);
        request["route"] = route;
        var kept = (await _agent.Post("referrals", request)).Expect(201).Body!;
        Assert.Equal((name, phone), ((string?)kept["referredTo"], (string?)kept["phone"]));
        Assert.Equal($"Please turn to {name}: {ways}.", (string?)kept["say"]);

        var latest = (await _agent.Get("referrals")).Expect(200).Body!["referrals"]!.AsArray();
        Assert.Contains(
            latest,
            one => (string?)one!["referredTo"] == name && (string?)one["callerName"] == "Office manager"
        );
        // The address of the Head of Service is one at which the desk takes mail: they are told where they read it (ESS-87).
        // ESS-86: the team is told by mail, and whoever called, since their address is on file; in the referral's transaction.
        var told = await Told();
        Assert.Equal(
            [route == "direct-sales" ? "sales@schools.example.org" : "head-of-service@staff.schools.example.org"],
            told.Where(one => one.To != "office@ashgrove.example.org").Select(one => one.To)
        );
        Assert.All(told, one => Assert.Equal("Wants filtering for a second building", one.Subject.Split(": ")[^1]));
        Assert.Equal(2, told.Count);
        // No case: the desk has none of this customer's about it.
        var cases = (await _agent.Get($"queue?view=all&customer={RunningDesk.Customer}")).Expect(200).Body!["rows"]!;
        Assert.Empty(cases.AsArray());
    }

    [Fact]
    public async Task ESS_05_Without_a_route_only_a_customer_with_a_desk_of_its_own_is_sent_back()
    {
        var own = (await _agent.Post("referrals", Request(RunningDesk.CustomerWithOwnDesk))).Expect(201).Body!;
        Assert.Equal(("Eastholme service desk", "01632 960456"), ((string?)own["referredTo"], (string?)own["phone"]));
        Assert.Equal("no-own-desk", (await _agent.Post("referrals", Request(RunningDesk.Customer))).Expect(422).Code);
    }

    // The desk's own routes are no place to hand something over to.
    [Theory]
    [InlineData("group-a")]
    [InlineData("incident-escalation")]
    [InlineData("complaint-form")]
    [InlineData("nowhere")]
    public async Task A_route_that_takes_nothing_over_is_refused_with_those_that_do(string route)
    {
        var request = Request(RunningDesk.Customer);
        request["route"] = route;
        var refused = (await _agent.Post("referrals", request)).Expect(422);
        Assert.Equal("unknown-in-guide", refused.Code);
        Assert.Contains("direct-sales, management", (string)refused.Body!["detail"]!, StringComparison.Ordinal);
    }

    // What waits to leave about the handover to the route that was asked for last.
    private async Task<List<OutboxMessage>> Told()
    {
        var database = shared.Desk.Services.GetRequiredService<RungDatabase>();
        var waiting = await database.Outbox.Waiting("schools-desk", shared.Desk.Now, 100);
        var key = waiting.Select(one => one.Message.Key.Split('/')[0]).Last();
        return
        [
            .. waiting.Select(one => one.Message).Where(one => one.Key.StartsWith($"{key}/", StringComparison.Ordinal)),
        ];
    }

    private static JsonObject Request(string customer) =>
        new()
        {
            ["customer"] = customer,
            ["caller"] = "Office manager",
            ["reason"] = "Wants filtering for a second building",
        };
}

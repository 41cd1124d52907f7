using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Who calls, what the guide proposes, what was typed: everything around logging.</summary>
public sealed class IntakeTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly Caller _agent = new(shared.Desk);

    /// <summary>ESS-63: the rule that fired, its paragraph, and the due if the reference were issued now.</summary>
    [Fact]
    public async Task The_proposal_says_which_rule_fired_and_what_would_be_due()
    {
        var request = new JsonObject
        {
            ["kind"] = "fault",
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject { ["affected"] = "everyone", ["effect"] = "cannot-use" },
        };
        var proposal = (await _agent.Post("proposal", request)).Expect(200).Body!;
        Assert.Equal(
            ("P2", "service-down-for-all"),
            ((string?)proposal["proposed"]!["priority"], (string?)proposal["proposed"]!["rule"])
        );
        Assert.Equal("priority-choice", (string?)proposal["proposed"]!["paragraph"]!["id"]);
        // One working day from Thu 24 Dec 15:20: 2 h 40 min, then 7 h 20 min on Tue 29 Dec.
        var resolve = proposal["clocks"]!.AsArray().Single(clock => (string?)clock!["target"] == "resolve")!;
        Assert.Equal("2026-12-29T15:20:00Z", (string?)resolve["due"]);
        Assert.Equal(
            ["details", "tried", "help-guides"],
            proposal["missing"]!.AsArray().Select(question => (string?)question)
        );
    }

    [Fact]
    public async Task Nothing_is_proposed_before_the_answers_say_enough()
    {
        var proposal = (await _agent.Post("proposal", new JsonObject { ["kind"] = "fault" })).Expect(200).Body!;
        Assert.Null(proposal["proposed"]);
        Assert.Empty(proposal["clocks"]!.AsArray());
    }

    /// <summary>ESS-05, ESS-06: no case and no clock for a caller whose own desk comes first; whoever says otherwise.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("none")]
    [InlineData("ownDesk")]
    public async Task A_customer_with_its_own_desk_is_referred_back(string? said)
    {
        var body = Caller.FaultForSome.DeepClone().AsObject();
        body["customer"] = RunningDesk.CustomerWithOwnDesk;
        if (said is not null)
        {
            body["firstLine"] = said;
        }
        var refused = (await _agent.Post("cases", body)).Expect(409);
        Assert.Equal(("own-first-line-desk", "ESS-05"), (refused.Code, (string?)refused.Body!["rule"]));

        body["firstLine"] = "ownDeskReferred";
        (await _agent.Post("cases", body)).Expect(201);
    }

    /// <summary>ESS-29, A-04: what our own monitoring found had no caller who could be referred back.</summary>
    [Fact]
    public async Task What_monitoring_found_is_logged_for_a_customer_with_its_own_desk()
    {
        var body = Caller.FaultForSome.DeepClone().AsObject();
        body["customer"] = RunningDesk.CustomerWithOwnDesk;
        body["source"] = "monitoring";

        (await _agent.Post("cases", body)).Expect(201);
    }

    [Fact]
    public async Task A_referral_is_recorded_with_time_and_reason()
    {
        var request = new JsonObject
        {
            ["customer"] = RunningDesk.CustomerWithOwnDesk,
            ["caller"] = "Science technician",
            ["reason"] = "Mail is slow; had not asked their own desk",
        };
        var made = (await _agent.Post("referrals", request, ("Idempotency-Key", "r-1"))).Expect(201).Body!;
        (await _agent.Post("referrals", request, ("Idempotency-Key", "r-1"))).Expect(201);
        Assert.Equal(("Eastholme service desk", "01632 960456"), ((string?)made["referredTo"], (string?)made["phone"]));
        var listed = (await _agent.Get("referrals")).Expect(200).Body!["referrals"]!.AsArray();
        Assert.Single(
            listed,
            one => (string?)one!["callerName"] == "Science technician" && (string?)one["at"] == "2026-12-24T15:20:00Z"
        );

        request["customer"] = RunningDesk.Customer;
        Assert.Equal("no-own-desk", (await _agent.Post("referrals", request)).Expect(422).Code);
    }

    [Theory]
    [InlineData("ash", 1)]
    [InlineData("ASH01", 1)]
    [InlineData("960123", 1)]
    [InlineData("as", 0)]
    [InlineData("zzz", 0)]
    public async Task Callers_are_found_by_letters_site_code_and_number(string part, int found) =>
        Assert.Equal(found, (await _agent.Get($"customers?q={part}")).Expect(200).Body!["customers"]!.AsArray().Count);

    [Fact]
    public async Task Customers_of_another_desk_are_not_served()
    {
        var other = new Caller(shared.Desk, at: "smc");
        Assert.Equal("no-such-customer", (await other.Get($"customers/{RunningDesk.Customer}")).Expect(404).Code);
        (await _agent.Get($"customers/{RunningDesk.Customer}")).Expect(200);
    }

    [Fact]
    public async Task A_draft_is_kept_for_each_author()
    {
        var put = Caller.Json("""{"text":"Dear all, we are"}""");
        (await _agent.Send(HttpMethod.Put, "drafts/R-7K4-239", put)).Expect(200);
        Assert.Equal("Dear all, we are", (string?)(await _agent.Get("drafts/R-7K4-239")).Expect(200).Body!["text"]);
        Assert.Equal(
            "no-such-draft",
            (await new Caller(shared.Desk, "Somebody else").Get("drafts/R-7K4-239")).Expect(404).Code
        );
        (await _agent.Send(HttpMethod.Delete, "drafts/R-7K4-239", null)).Expect(204);
        (await _agent.Get("drafts/R-7K4-239")).Expect(404);
    }

    /// <summary>ESS-24, ESS-29: the reference first, the rest of the intake after it.</summary>
    [Fact]
    public async Task The_intake_is_finished_after_the_reference_is_issued()
    {
        var body = Caller.FaultForSome.DeepClone().AsObject();
        var answers = body["answers"]!.DeepClone().AsObject();
        body.Remove("answers");
        var logged = await _agent.Log(body);
        Assert.Equal("open", (string?)logged.Body!["intake"]);
        Assert.Empty(logged.Body["clocks"]!.AsArray());

        var half = new JsonObject
        {
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject(),
            ["state"] = "finished",
        };
        Assert.Equal(
            "intake-incomplete",
            (await _agent.Post($"cases/{logged.Reference}/intake", half)).Expect(422).Code
        );
        var whole = new JsonObject
        {
            ["services"] = new JsonArray("email"),
            ["answers"] = answers,
            ["state"] = "finished",
        };
        var finished = await _agent.Do(logged.Reference, "intake", whole);
        Assert.Equal("2026-12-31T15:20:00Z", (string?)finished.Clock("resolve")["due"]);
    }

    /// <summary>Back-dating: at most 24 hours, never into the future (semantics 37).</summary>
    [Fact]
    public async Task What_is_entered_later_keeps_its_own_time()
    {
        var logged = await _agent.Post("cases?happenedAt=2026-12-24T15:10:00Z", Caller.FaultForSome);
        Assert.Equal("2026-12-24T15:10:00Z", (string?)logged.Expect(201).Body!["clockStart"]);
        var future = await _agent.Post("cases?happenedAt=2026-12-24T15:20:01Z", Caller.FaultForSome);
        Assert.Equal("moment-not-allowed", future.Expect(422).Code);
        var offset = await _agent.Post("cases?happenedAt=2026-12-24T16:15:00%2B01:00", Caller.FaultForSome);
        Assert.Equal("2026-12-24T15:15:00Z", (string?)offset.Expect(201).Body!["clockStart"]);
    }
}

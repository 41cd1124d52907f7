using System.Net;
using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>A school follows its cases in the portal, and answers. The desk's clock stands at Thursday 24 December 2026, 15:20.</summary>
public sealed class PortalCaseTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";
    private readonly Caller _agent = new(shared.Desk);

    [Fact]
    public async Task ESS_75_The_condition_is_said_in_the_guides_plain_words_with_what_is_awaited_and_that_the_clock_stands()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        await _agent.Do(
            reference,
            "hold",
            new JsonObject { ["reason"] = "information", ["awaiting"] = "the wording of the message" }
        );
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}");
        Assert.Contains("We are waiting for something from you.", office.Page, StringComparison.Ordinal);
        Assert.Contains("the wording of the message", office.Page, StringComparison.Ordinal);
        Assert.Contains("The clock stands still.", office.Page, StringComparison.Ordinal);
        await office.Open($"/cases/{reference}/reply");
        await office.Send("act", ("text", "It says: password expired."));
        Assert.Equal($"/cases/{reference}", office.Place);
        Assert.Contains("Our target is Thursday 31 December 2026, 3:20pm.", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_28_ESS_46_The_portal_tells_what_was_written_to_the_customer_and_nothing_that_was_not()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        await _agent.Do(reference, "update", new JsonObject { ["text"] = "One of two mail servers is down." });
        await _agent.Do(reference, "note", new JsonObject { ["text"] = "They never read what we write." });
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}");
        Assert.Contains("One of two mail servers is down.", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("They never read what we write.", office.Page, StringComparison.Ordinal);
        Assert.Contains("Our target is Thursday 31 December 2026, 3:20pm.", office.Page, StringComparison.Ordinal);
        Assert.Contains("Why it is due Thu 31 Dec 3:20pm", office.Page, StringComparison.Ordinal);
        Assert.Contains("/schools-desk/guide#", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("TZDB", office.Page, StringComparison.Ordinal);
    }

    /// <summary>S14: mail scanners and browsers that read ahead follow links.</summary>
    [Fact]
    public async Task S14_A_fix_is_confirmed_by_a_form_and_by_no_link()
    {
        var reference = await Resolved();
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/fixed");
        Assert.Equal("resolvedToConfirm", await Condition(reference));
        await office.Send("act");
        Assert.Equal("closed", await Condition(reference));
        Assert.Contains("You have confirmed that it is fixed", office.Page, StringComparison.Ordinal);
        // ESS-53: what is said about a closed case begins the next one.
        await office.Open($"/cases/{reference}/reply");
        await office.Send("act", ("text", "It is back."));
        Assert.NotEqual($"/cases/{reference}", office.Place);
        Assert.Contains("stays closed", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_fixed_is_worked_on_again_and_what_is_still_wrong_has_to_be_said()
    {
        var reference = await Resolved();
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/not-fixed");
        await office.Send("act", ("text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.Send("act", ("text", "Two people still cannot sign in."));
        Assert.Equal("open", await Condition(reference));
    }

    // The first step is taken from here: the level is named, and their own words stand on the case.
    [Fact]
    public async Task ESS_83_A_wish_that_enters_a_level_is_said_to_and_their_own_words_are_read_again()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/escalate");
        await office.Send("act", ("text", "Reports are due tomorrow."));

        Assert.Contains("Your case is escalated: First", office.Page, StringComparison.Ordinal);
        Assert.Contains("Reports are due tomorrow.", office.Page, StringComparison.Ordinal);
        await office.Open($"/cases/{reference}/escalate");
        await office.Send("act", ("text", "And nobody has rung."));
        Assert.Contains("Your wish to escalate is on the case", office.Page, StringComparison.Ordinal);
    }

    /// <summary>R13: an impatient second press.</summary>
    [Theory]
    [InlineData("fixed")]
    [InlineData("not-fixed")]
    public async Task R13_What_is_pressed_twice_is_done_once_and_both_lead_to_the_case(string action)
    {
        var reference = await Resolved();
        using var office = await Secretary.Of(shared.Desk, Office);
        using var again = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/{action}");
        await again.Open($"/cases/{reference}/{action}");
        (string, string)[] sent = [("token", Guid.NewGuid().ToString("N")), ("text", "Two people cannot sign in.")];
        await office.Send("act", sent);
        await again.Send("act", sent);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal($"/cases/{reference}", again.Place);
    }

    [Fact]
    public async Task What_can_no_longer_be_done_to_a_case_leads_back_to_it()
    {
        var reference = await Resolved();
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/fixed");
        await office.Send("act");
        await office.Open($"/cases/{reference}/fixed");
        Assert.Equal($"/cases/{reference}", office.Place);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/nothing/at/all")]
    [InlineData("/known/nothing")]
    [InlineData("/report/sent/R-AAA-AAA")]
    public async Task What_the_portal_does_not_have_leads_to_its_start_and_never_to_the_desk(string path)
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open(path);
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
        Assert.Contains("href=\"/schools-desk/portal\"", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("queue", office.Page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_customers_case_is_answered_as_one_that_does_not_exist()
    {
        await Put("stoneleigh", "Stoneleigh School", "STO01");
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var other = await Secretary.Of(shared.Desk, "stoneleigh/head");
        foreach (var more in (string[])["", "/reply", "/fixed", "/escalate"])
        {
            var foreign = await other.Open($"/cases/{reference}{more}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            var none = await other.Open($"/cases/R-AAA-AAA{more}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            Assert.Equal(none, foreign.Replace(reference, "R-AAA-AAA", StringComparison.Ordinal));
        }
        await other.Open("/cases?state=all");
        Assert.DoesNotContain(reference, other.Page, StringComparison.Ordinal);
        await other.Open($"/report/sent/{reference}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task The_list_is_of_the_whole_school_or_of_what_somebody_reported_and_is_searched_by_words()
    {
        var mine = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        var body = Caller.FaultForSome.DeepClone().AsObject();
        (body["subject"], body["contact"]) = ("Calendars are empty", new JsonObject { ["name"] = "Caretaker" });
        var other = (await _agent.Log(body)).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        foreach (
            var (path, shows) in new[]
            {
                ("/cases", (true, true)),
                ("/cases?whose=mine", (true, false)),
                ("/cases?q=calendars", (false, true)),
                ($"/cases?q={mine.ToLowerInvariant()}", (true, false)),
                ("/cases?state=closed", (false, false)),
            }
        )
        {
            await office.Open(path);
            Assert.Equal(
                shows,
                (
                    office.Page.Contains(mine, StringComparison.Ordinal),
                    office.Page.Contains(other, StringComparison.Ordinal)
                )
            );
        }
    }

    private async Task<string> Resolved()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        await _agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "The server was restarted.", ["confirmation"] = "required" }
        );
        return reference;
    }

    private async Task<string?> Condition(string reference) =>
        (string?)(await _agent.Case(reference)).Expect(200).Body!["condition"];

    private async Task Put(string id, string name, string code)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["siteCode"] = code,
            ["contacts"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "head",
                    ["name"] = "Head",
                    ["roles"] = new JsonArray(),
                }
            ),
        };
        (await _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body.ToJsonString()))).Expect(201);
    }
}

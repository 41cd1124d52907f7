using System.Net;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>How to escalate, how to complain, and the guide that says so.</summary>
public sealed partial class PortalHelpTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";

    [Fact]
    public async Task ESS_82_ESS_83_The_ladder_is_shown_with_its_levels_and_numbers()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/escalate");
        foreach (
            var said in (string[])
                ["Service Desk Team Leader", "Service Desk Manager", "Head of Service", "01632 960100"]
        )
        {
            Assert.Contains(said, office.Page, StringComparison.Ordinal);
        }
    }

    /// <summary>A-18, A-19: in the order in which they are taken, with what is asked of whom, and no word of the desk's own.</summary>
    [Fact]
    public async Task ESS_83_How_to_escalate_says_who_is_rung_in_which_order_when_and_what_to_have_ready()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/escalate");
        var steps = (string[])["Service Desk Team Leader", "Service Desk Manager", "Head of Service"];
        var places = steps.Select(step => office.Page.IndexOf($">{step}</h3>", StringComparison.Ordinal)).ToList();
        Assert.True(places[0] >= 0, office.Page);
        Assert.Equal(places.Order(), places);
        foreach (
            var said in (string[])
                [
                    "the reference of <a href=\"/schools-desk/portal/cases\">your case</a>",
                    "<a href=\"tel:01632960100\">01632 960100</a>; ask for the Team Leader",
                    "<a href=\"mailto:desk-manager@schools.example.org\">",
                    "Target missed",
                    "Ask by telephone, by e-mail or in the customer portal.",
                    "Take the steps in this order, beginning with the first.",
                    "Give each step 30 minutes",
                ]
        )
        {
            Assert.Contains(said, Plain(office.Page), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("the agent is warned", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_88_A_complaint_is_made_by_a_form_and_seen_by_whoever_made_it_and_by_no_colleague()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/complain");
        await office.Send("complain", ("kind", "complaint"), ("text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.Send("complain", ("kind", "complaint"), ("text", "Nobody rang us back for a week."));
        Assert.StartsWith("/cases/R-", office.Place, StringComparison.Ordinal);
        var reference = office.Place["/cases/".Length..];
        Assert.Contains("We have your complaint", office.Page, StringComparison.Ordinal);
        await office.Open("/cases");
        Assert.Contains(reference, office.Page, StringComparison.Ordinal);
        var agent = new Caller(shared.Desk);
        (await agent.Case(reference)).Expect(404);
    }

    // A complaint has no engineer and is not fixed.
    [Fact]
    public async Task ESS_88_How_a_complaint_stands_is_said_in_words_of_a_complaint()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/complain");
        Assert.Contains("at most 10 MB each and 25 MB together", office.Page, StringComparison.Ordinal);
        await office.Send("complain", ("kind", "complaint"), ("text", "Nobody rang us back for a week."));

        Assert.Contains("We have your complaint. Somebody will look into it.", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting for an engineer", office.Page, StringComparison.Ordinal);
        await office.Open("/cases");
        Assert.Contains("We have your complaint.", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_there_can_be_somebody_else_on_every_page()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/cases");

        Assert.Contains("href=\"/schools-desk/portal/visitor\"", office.Page, StringComparison.Ordinal);
        Assert.Contains(">Be somebody else</a>", office.Page, StringComparison.Ordinal);
    }

    /// <summary>Published to customers, with the version in force; nobody has to sign in for it.</summary>
    [Fact]
    public async Task ESS_03_The_guide_in_force_is_read_by_anybody_without_the_desk_around_it()
    {
        await using var desk = await GuardedDesk.Open();
        using var anybody = desk.Visit();
        var page = await anybody.Page("/schools-desk/guide");
        Assert.Contains("Version 2.0, in force since Thu 1 Oct 2020", page, StringComparison.Ordinal);
        Assert.Contains("id=\"silence\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/schools-desk/queue", page, StringComparison.Ordinal);
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var alex = await desk.SignIn("Alex Agent");
        Assert.Contains("/schools-desk/queue", await alex.Page("/schools-desk/guide"), StringComparison.Ordinal);
        using var none = await anybody.Get("/no-such-desk/guide");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    // The marks of a page's own styles stand in its tags.
    private static string Plain(string html) => Mark().Replace(html, "");

    [GeneratedRegex(" b-[a-z0-9]+")]
    private static partial Regex Mark();
}

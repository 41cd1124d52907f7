using System.Net;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Retention;

/// <summary>Legal holds on the pages of a case, of somebody and of a customer.</summary>
public sealed class LegalHoldPageTests
{
    private const string Customer = "/schools-desk/customers/ashgrove";
    private const string Contact = $"{Customer}/contacts/office";

    [Fact]
    public async Task A_hold_is_placed_on_a_case_and_lifted_and_both_stay_to_be_read()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        var (home, page) = ($"/schools-desk/cases/{reference}", $"/schools-desk/cases/{reference}/legal-holds");
        Act(desk);

        var placed = await (await PageForm.Of(desk, page, "place")).Send(("reason", "A claim is expected."));

        Assert.Contains("A claim is expected.", placed, StringComparison.Ordinal);
        Assert.Contains("Placed today 10:00 by Service Desk Team Leader", placed, StringComparison.Ordinal);
        Assert.Contains("since today 10:00", await Page(desk, home), StringComparison.Ordinal);
        var lift = await PageForm.Of(desk, page, "lift-1");
        var refused = await lift.Send(("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lift.Status);
        Assert.Contains("Say why, in a sentence", refused, StringComparison.Ordinal);
        lift = await PageForm.Of(desk, page, "lift-1");
        var lifted = await lift.Send(("reason", "It was settled."));
        Assert.Contains("None stands", lifted, StringComparison.Ordinal);
        Assert.Contains("Lifted today 10:00 by Service Desk Team Leader", lifted, StringComparison.Ordinal);
        Assert.Contains("It was settled.", lifted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_on_a_customer_is_told_on_the_pages_of_its_people_and_cases()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        Act(desk);

        await (await PageForm.Of(desk, $"{Customer}/legal-holds", "place")).Send(("reason", "An inquiry."));

        const string Over = $"href=\"{Customer}/legal-holds\"";
        Assert.Contains(Over, await Page(desk, $"{Contact}/legal-holds"), StringComparison.Ordinal);
        Assert.Contains(
            Over,
            await Page(desk, $"/schools-desk/cases/{reference}/legal-holds"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "since today 10:00",
            await Page(desk, $"/schools-desk/cases/{reference}"),
            StringComparison.Ordinal
        );
        Assert.Contains(">Legal hold</span>", await Page(desk, Customer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_reads_holds_and_places_none()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var page = await Page(desk, $"{Contact}/legal-holds");
        Assert.DoesNotContain("id=\"place\"", page, StringComparison.Ordinal);
        Act(desk);
        var form = await PageForm.Of(desk, $"{Contact}/legal-holds", "place");
        desk.Client.DefaultRequestHeaders.Remove("Cookie");
        desk.Client.DefaultRequestHeaders.Add("Cookie", "rung-acting=agent%7CAgent");

        await form.Send(("reason", "Because."));

        Assert.Equal(HttpStatusCode.Forbidden, form.Status);
        Assert.Contains("None stands", await Page(desk, $"{Contact}/legal-holds"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/schools-desk/cases/R-222-222/legal-holds")]
    [InlineData("/schools-desk/customers/nobody/legal-holds")]
    [InlineData($"{Customer}/contacts/nobody/legal-holds")]
    [InlineData("/smc/customers/ashgrove/legal-holds")]
    public async Task On_what_is_not_there_there_are_none(string path)
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        using var answer = await desk.Client.GetAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static void Act(RunningDesk desk) =>
        desk.Client.DefaultRequestHeaders.Add(
            "Cookie",
            $"rung-acting={Uri.EscapeDataString("team-leader|Service Desk Team Leader")}"
        );

    private static async Task<string> Page(RunningDesk desk, string path) =>
        WebUtility.HtmlDecode(await desk.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}

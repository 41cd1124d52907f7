using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rung.Server.Tests.Api;
using Rung.Server.Workers;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>
/// One browser with several windows open: each report that was begun is one of its own, and nothing is sent but what was shown. R58
/// </summary>
public sealed partial class ReportTabsTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";
    private readonly Caller _agent = new(shared.Desk);

    [Fact]
    public async Task Two_reports_that_are_written_side_by_side_become_two_cases_each_with_its_own_answers()
    {
        using var first = await Secretary.Of(shared.Desk, Office);
        using var second = await Secretary.Of(shared.Desk, Office);
        await Answered(first, "dns");
        await Answered(second, "email");

        await first.Send("send");
        await second.Send("send");

        Assert.Equal("dns", await ServiceOf(first));
        Assert.Equal("email", await ServiceOf(second));
    }

    [Fact]
    public async Task Another_report_that_is_begun_leaves_the_first_one_to_be_gone_on_with()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Answered(office, "dns");
        await Answered(office, "email");
        await office.Open("/report");
        var begun = Begun().Matches(office.Page).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(begun, label => label.StartsWith("DNS, ", StringComparison.Ordinal));
        Assert.Contains(begun, label => label.StartsWith("E-mail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_that_another_window_changed_are_shown_before_they_are_sent()
    {
        using var here = await Secretary.Of(shared.Desk, Office);
        using var there = await Secretary.Of(shared.Desk, Office);
        await Answered(here, "email");
        await there.Open($"/report/{here.Report}/affected?change=yes");
        await there.Send("question", ("q.affected", "one"));

        await here.Send("send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        Assert.Contains("changed in another window", here.Page, StringComparison.Ordinal);
        Assert.Contains("Only me", here.Page, StringComparison.Ordinal);

        await here.Send("send");
        Assert.StartsWith("/report/sent/", here.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_was_sent_in_another_window_is_not_sent_again_and_that_is_said()
    {
        using var here = await Secretary.Of(shared.Desk, Office);
        using var there = await Secretary.Of(shared.Desk, Office);
        await Answered(here, "email");
        await there.Open($"/report/{here.Report}/check");
        await there.Send("send");

        await here.Send("send");
        Assert.Equal("/report", here.Place);
        Assert.Contains("it is among your cases", here.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_or_sends_what_a_colleague_has_begun()
    {
        await School();
        using var office = await Secretary.Of(shared.Desk, "brindle/office");
        await Answered(office, "email");
        using var caretaker = await Secretary.Of(shared.Desk, "brindle/caretaker");
        await caretaker.Open($"/report/{office.Report}/check");
        Assert.Equal("/report", caretaker.Place);
        Assert.DoesNotContain("Begun and not sent", caretaker.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("")]
    public async Task What_is_not_offered_begins_no_report(string about)
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/report");
        await office.Send("begin", ("about", about));
        Assert.Equal("/report", office.Place);
    }

    /// <summary>Thirty days from 24 December 2026, 15:20, end on 23 January 2027, 15:20.</summary>
    [Fact]
    public async Task What_was_begun_is_kept_for_thirty_days()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var office = await Secretary.Of(desk, Office);
        await Answered(office, "email");

        desk.AdvanceTo("2027-01-23T15:20:00Z");
        await Sweep(desk);
        await office.Open("/report/check");
        Assert.Equal("/report/check", office.Place);

        desk.AdvanceTo("2027-01-23T15:20:01Z");
        await Sweep(desk);
        await office.Open("/report/check");
        Assert.Equal("/report", office.Place);
    }

    private static Task Sweep(RunningDesk desk) =>
        desk.Services.GetServices<IHostedService>().OfType<Sweeper>().Single().Sweep();

    private async Task School()
    {
        const string Body = """
            {
              "name": "Brindle School", "siteCode": "BRI01",
              "contacts": [
                { "id": "office", "name": "Office manager", "roles": [] },
                { "id": "caretaker", "name": "Caretaker", "roles": [] }
              ]
            }
            """;
        (await _agent.Send(HttpMethod.Put, "customers/brindle", Caller.Json(Body))).Expect(201);
    }

    private static async Task Answered(Secretary office, string service)
    {
        await office.Open("/report");
        await office.Send("begin", ("about", "fault"));
        for (var pages = 0; office.Place != "/report/check"; pages++)
        {
            Assert.True(pages < 6, office.Place);
            await office.Send("question", Answer(office.Place, service));
        }
    }

    private static (string, string) Answer(string place, string service) =>
        place switch
        {
            "/report/service" => ("services", service),
            "/report/affected" => ("q.affected", "some"),
            "/report/effect" => ("q.effect", "cannot-use"),
            "/report/help-guides" => ("q.help-guides", "did-not-help"),
            var text => ($"q.{text["/report/".Length..]}", "It has not worked since nine"),
        };

    private async Task<string?> ServiceOf(Secretary office)
    {
        var kept = (await _agent.Case(Reference().Match(office.Page).Value)).Expect(200);
        return (string?)Assert.Single(kept.Body!["services"]!.AsArray());
    }

    [GeneratedRegex("R-[A-Z0-9]{3}-[A-Z0-9]{3}")]
    private static partial Regex Reference();

    [GeneratedRegex("Go on with: <bdi>([^<]+)</bdi>")]
    private static partial Regex Begun();
}

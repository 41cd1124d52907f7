using System.Net;
using Rung.Server.Pages.Help;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>Help articles: an agent writes them, customers find them before they report. ESS-23.</summary>
public sealed class HelpArticleTests
{
    private const string Office = "ashgrove/office";
    private const string Title = "Outlook asks for the password again";

    [Fact]
    public async Task ESS_23_An_article_is_looked_at_kept_as_a_draft_published_and_withdrawn_and_every_version_stays()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var agent = await Secretary.Of(desk, Office);
        await agent.Open("//schools-desk/help/new");
        await agent.Send("article", [.. Text("1. Close **Outlook**."), ("do", "preview")]);
        Assert.Contains("<strong>Outlook</strong>", agent.Page, StringComparison.Ordinal);
        await agent.Send("article", [.. Text("1. Close **Outlook**."), ("do", "draft")]);
        var article = agent.Place;
        Assert.EndsWith("/help/articles/outlook-asks-for-the-password-again", article, StringComparison.Ordinal);
        await agent.Open("/help");
        Assert.DoesNotContain(Title, agent.Page, StringComparison.Ordinal);

        await agent.Open($"/{article}/change");
        await agent.Send("article", [.. Text("Remove what is kept."), ("do", "publish")]);
        await agent.Open("/help?q=password");
        Assert.Contains(Title, agent.Page, StringComparison.Ordinal);
        await agent.Open("/help/articles/outlook-asks-for-the-password-again");
        Assert.Contains("Remove what is kept.", agent.Page, StringComparison.Ordinal);

        await agent.Open($"/{article}/versions/1");
        Assert.Contains("<strong>Outlook</strong>", agent.Page, StringComparison.Ordinal);
        await agent.Send("withdraw");
        Assert.Contains("Version 3, withdrawn", agent.Page, StringComparison.Ordinal);
        await agent.Open("/help/articles/outlook-asks-for-the-password-again");
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
    }

    [Fact]
    public async Task A_draft_above_what_is_withdrawn_is_what_a_change_begins_from()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var agent = await Secretary.Of(desk, Office);
        await Write(agent, "Customers");
        var article = agent.Place;
        await agent.Open($"/{article}/change");
        await agent.Send("article", [.. Text("Better words."), ("do", "draft")]);
        await agent.Send("withdraw");
        Assert.Contains("Version 3, withdrawn", agent.Page, StringComparison.Ordinal);

        await agent.Open($"/{article}/change");
        Assert.Contains("Better words.", agent.Page, StringComparison.Ordinal);
        await agent.Send("article", [.. Text("Best words."), ("do", "publish")]);
        Assert.Contains("Version 4", agent.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_loses_nothing()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var one = await Secretary.Of(desk, Office);
        using var two = await Secretary.Of(desk, Office);
        await one.Open("//schools-desk/help/new");
        await one.Send("article", [.. Text("First."), ("do", "draft")]);
        await two.Open($"/{one.Place}/change");
        await one.Open($"/{one.Place}/change");
        await one.Send("article", [.. Text("Second."), ("do", "draft")]);
        await two.Send("article", [.. Text("Mine."), ("do", "draft")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, two.Status);
        Assert.Contains("Somebody kept another version", two.Page, StringComparison.Ordinal);
        Assert.Contains("Mine.", two.Page, StringComparison.Ordinal);
        await two.Send("article", [.. Text("Mine."), ("do", "draft")]);
        Assert.Contains("Version 3, draft", two.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Text.", "The title is empty")]
    [InlineData("Title", "", "The text is empty")]
    [InlineData("Ti\u202Etle", "Text.", "turn the direction of writing")]
    public async Task What_cannot_be_kept_is_said_at_its_field(string title, string body, string reason)
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var agent = await Secretary.Of(desk, Office);
        await agent.Open("//schools-desk/help/new");
        await agent.Send("article", ("title", title), ("body", body), ("audience", "Customers"), ("do", "publish"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Contains(reason, agent.Page, StringComparison.Ordinal);
    }

    /// <summary>Without scripts: between the last question and the check, and only when something fits.</summary>
    [Fact]
    public async Task ESS_23_What_fits_is_shown_before_a_report_is_checked_and_the_report_goes_on_from_there()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var office = await Secretary.Of(desk, Office);
        await Write(office, "Customers");
        await Report(office, "Outlook wants the password");
        Assert.Equal("/report/may-help", office.Place);
        Assert.Contains(Title, office.Page, StringComparison.Ordinal);
        await office.Open("/help/articles/outlook-asks-for-the-password-again");
        Assert.Contains("Go on with your report", office.Page, StringComparison.Ordinal);
        await office.Open("/report/check");
        Assert.Contains("Outlook wants the password", office.Page, StringComparison.Ordinal);
        // What the script asks for while somebody types.
        await office.Open("/report/details");
        await office.SendTo($"/help/fitting?report={office.Report}", "question", ("q", "the password"));
        Assert.Contains(Title, office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", office.Page, StringComparison.Ordinal);
        await Report(office, "The calendar is empty");
        Assert.Equal("/report/check", office.Place);
    }

    [Fact]
    public async Task What_is_for_the_desk_only_is_shown_to_no_customer()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        using var office = await Secretary.Of(desk, Office);
        await Write(office, "Desk");
        await office.Open("/help?q=password");
        Assert.DoesNotContain(Title, office.Page, StringComparison.Ordinal);
        await office.Open("/help/articles/outlook-asks-for-the-password-again");
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:")]
    [InlineData("![x](https://example.net/pixel.png)", "<img")]
    [InlineData("<a href=\"https://example.net\" onclick=\"x()\">y</a>", "<a href=\"https://example.net\" onclick")]
    [InlineData("[x](https://example.net \"\\\" onmouseover=\\\"x()\")", "onmouseover")]
    public void No_article_runs_anything_or_loads_anything(string body, string never) =>
        Assert.DoesNotContain(never, ArticleHtml.Of(body).Value, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void What_is_nested_without_end_is_refused() =>
        Assert.NotNull(ArticleHtml.Fault(new string('>', 19_000) + "x"));

    private static (string, string)[] Text(string body) =>
        [("title", Title), ("body", body), ("audience", "Customers"), ("services", "email")];

    private static async Task Write(Secretary agent, string audience)
    {
        await agent.Open("//schools-desk/help/new");
        await agent.Send(
            "article",
            ("title", Title),
            ("body", "Remove what is kept."),
            ("audience", audience),
            ("do", "publish")
        );
    }

    private static async Task Report(Secretary office, string details)
    {
        await office.Open("/report");
        await office.Send("begin", ("about", "fault"));
        for (var pages = 0; office.Place is not ("/report/check" or "/report/may-help") && pages < 7; pages++)
        {
            await office.Send(
                "question",
                office.Place switch
                {
                    "/report/service" => ("services", "email"),
                    "/report/affected" => ("q.affected", "some"),
                    "/report/effect" => ("q.effect", "cannot-use"),
                    "/report/help-guides" => ("q.help-guides", "did-not-help"),
                    var text => ($"q.{text["/report/".Length..]}", details),
                }
            );
        }
    }
}

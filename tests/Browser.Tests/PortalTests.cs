using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The customers' pages: by keyboard alone, without scripts, on a telephone and in the dark. ESS-15, ESS-16.</summary>
public sealed class PortalTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Findings = """
        async () => (await axe.run(document, { resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } })).violations
          .filter((finding) => ['serious', 'critical'].includes(finding.impact))
          .map((finding) => `${finding.id}: ${finding.nodes.map((node) => node.html).join(' | ')}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>A secretary reports by keyboard alone, on a telephone without scripts.</summary>
    [Fact]
    public async Task A_problem_is_reported_by_keyboard_alone_on_a_telephone_without_scripts()
    {
        var page = await Enter(new Look(ColorScheme.Light, 320, Scripts.Off));
        await page.GotoAsync("/schools-desk/portal/report");
        await Press(page, "button[value=fault]", "Enter");
        await Press(page, "input[value=email]", "Space");
        await Press(page, "#question button", "Enter");
        await Choose(page, 2);
        await Press(page, "#question button", "Enter");
        await Choose(page, 1);
        await Press(page, "#question button", "Enter");
        foreach (var text in (string[])["Outlook asks for the password since nine", "Restarted two machines"])
        {
            await Reach(page, "textarea");
            await page.Keyboard.InsertTextAsync(text);
            await Press(page, "#question button", "Enter");
        }
        await Choose(page, 3);
        await Press(page, "#question button", "Enter");
        await page.WaitForURLAsync("**/report/*/may-help");
        Assert.Equal("This may help", await page.InnerTextAsync("h1"));
        await Press(page, ".buttons .primary", "Enter");
        await page.WaitForURLAsync("**/report/*/check");
        Assert.Equal("Check your answers", await page.InnerTextAsync("h1"));
        await Press(page, "#send button", "Enter");
        await page.WaitForURLAsync("**/report/sent/**");
        Assert.Matches(new Regex("^Your reference is R-"), await page.InnerTextAsync("h1"));
        Assert.False(await IsWider(page));
    }

    /// <summary>While somebody types, in any script and of any length; and none of it stands in an address.</summary>
    [Fact]
    public async Task ESS_23_Help_that_fits_is_shown_while_a_report_is_typed_and_what_is_typed_is_in_no_address()
    {
        var page = await Enter(new Look(ColorScheme.Light, 1440, Scripts.On));
        await Begin(page);
        await page.GotoAsync($"/schools-desk/portal{OfReport(page, "/report/details")}");
        var asked = new List<IRequest>();
        page.Request += (_, request) => asked.Add(request);

        await page.FillAsync("textarea", "Outlook asks for the password. " + new string('ж', 3_000));

        await page.Locator("[data-fitting] a >> nth=0").WaitForAsync();
        Assert.Contains("Help that may fit", await page.InnerTextAsync("[data-fitting]"), StringComparison.Ordinal);
        Assert.All(asked, request => Assert.DoesNotContain("utlook", request.Url, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/report")]
    [InlineData("/report/service")]
    [InlineData("/report/affected")]
    [InlineData("/report/help-guides")]
    [InlineData("/report/check")]
    [InlineData("/visitor")]
    [InlineData("/cases?state=all")]
    [InlineData("/escalate")]
    [InlineData("/complain")]
    [InlineData("/../guide")]
    public async Task A_page_of_the_portal_has_no_serious_finding(string path)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Dark), (320, ColorScheme.Light)])
        {
            var page = await Enter(new Look(scheme, width, Scripts.On));
            await Begin(page);
            await Check(page, OfReport(page, path));
        }
    }

    /// <summary>ESS-75: a case of the school's, and what can be done to it.</summary>
    [Fact]
    public async Task A_case_in_the_portal_has_no_serious_finding()
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Light), (320, ColorScheme.Dark)])
        {
            var page = await Enter(new Look(scheme, width, Scripts.On));
            await page.GotoAsync("/schools-desk/portal/cases?state=all");
            var reference = await page.InnerTextAsync(".cases .ref >> nth=0");
            foreach (var more in (string[])["", "/reply", "/escalate"])
            {
                await Check(page, $"/cases/{reference}{more}");
            }
        }
    }

    private async Task Check(IPage page, string path)
    {
        await page.GotoAsync($"/schools-desk/portal{path}");
        await page.EvaluateAsync(Axe);
        Assert.Empty(await page.EvaluateAsync<string[]>(Findings));
        Assert.False(await IsWider(page), path);
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            var size = page.ViewportSize!.Width;
            await page.ScreenshotAsync(
                new() { Path = $"{folder}/{path.Replace('/', '_').Replace('.', '_')}-{size}.png", FullPage = true }
            );
        }
    }

    // A page of the report that the page before was of.
    private static string OfReport(IPage page, string path) =>
        Regex.Match(page.Url, "/report/[0-9a-f]{32}/") is { Success: true } named
            ? path.Replace("/report/", named.Value, StringComparison.Ordinal)
            : path;

    private static async Task Begin(IPage page)
    {
        await page.GotoAsync("/schools-desk/portal/report");
        await page.ClickAsync("button[value=fault]");
        await page.CheckAsync("input[value=email]");
        await page.ClickAsync("#question button");
        await page.CheckAsync("#f-q-affected-4");
        await page.ClickAsync("#question button");
        await page.CheckAsync("#f-q-effect-1");
        await page.ClickAsync("#question button");
        for (var texts = 0; texts < 2; texts++)
        {
            await page.FillAsync(
                "textarea",
                "Outlook asks for the password since nine.\nEverybody in the office has it."
            );
            await page.ClickAsync("#question button");
        }
        await page.CheckAsync("#f-q-help-guides-3");
        await page.ClickAsync("#question button");
    }

    private async Task<IPage> Enter(Look look)
    {
        var page = await Open("portal/visitor?q=larkmere", look);
        await page.ClickAsync("button[value='larkmere-primary/larkmere-primary-office']");
        return page;
    }

    // By Tab alone, as far as it takes.
    private static async Task Reach(IPage page, string target)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            if (await page.Locator($"{target}:focus").CountAsync() > 0)
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{target} is not reached by Tab at {page.Url}");
    }

    private static async Task Press(IPage page, string target, string key)
    {
        await Reach(page, target);
        await page.Keyboard.PressAsync(key);
        await page.WaitForLoadStateAsync();
    }

    // The first answer has the focus of its group; the arrows lead on.
    private static async Task Choose(IPage page, int number)
    {
        await Press(page, "input[type=radio]", "Space");
        for (var at = 1; at < number; at++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static async Task<bool> IsWider(IPage page) =>
        await page.Locator("html").EvaluateAsync<bool>("one => one.scrollWidth > one.clientWidth");
}

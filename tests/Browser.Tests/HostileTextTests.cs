using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>What people type is shown as they typed it, whatever it is, and never bends a page.</summary>
public class HostileTextTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Markup = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>";
    private static readonly string Endless = new('W', 500);

    // S33
    [Theory]
    [InlineData(Markup)]
    [InlineData("\u202Eالبريد الإلكتروني لا يعمل منذ الصباح ولا أحد يعرف السبب")]
    [InlineData("{{7*7}} ${7*7} %s \\u0000 ' OR 1=1; -- &lt;b&gt; 🛠️👩🏽‍💻 a\u0301\u0301\u0301\u0301")]
    public async Task A_subject_is_shown_as_it_was_typed(string subject) => await Check(subject);

    [Fact]
    public async Task A_subject_of_five_hundred_letters_without_a_space_bends_nothing() => await Check(Endless);

    private async Task Check(string text)
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, "zzz", "Not on the list");
        await page.FillAsync("#f-customer-name", text);
        await page.FillAsync("#f-contact-name", text);
        await page.ClickAsync("#call-extras summary");
        await page.FillAsync("#f-subject", text);
        await page.FillAsync("#f-q-details", text);
        await page.CheckAsync("#f-services-1");
        await page.CheckAsync("#f-q-affected-2");
        await page.CheckAsync("#f-q-effect-1");
        await new Keys(page).Press("Control+Enter");
        await page.WaitForSelectorAsync(".readback .reference, .errors");
        if (await page.IsVisibleAsync(".errors"))
        {
            // No name, too long or turning the line round: said, and nothing typed is lost.
            var said = text.Length > 200 ? "longer than 200" : "turn the direction";
            Assert.Contains(said, await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
            Assert.Equal(text, await page.InputValueAsync("#f-customer-name"));
            await Fits(page, "a refused call");
            var name = text.Replace("\u202E", "", StringComparison.Ordinal)[..Math.Min(text.Length - 1, 150)];
            await page.FillAsync("#f-customer-name", name);
            await page.FillAsync("#f-contact-name", name);
            await new Keys(page).Press("Control+Enter");
        }
        var reference = await page.InnerTextAsync(".readback .reference");
        CaseReference.TryParse("R", reference, out var parsed);
        await Demo.ServiceDesk.Handle(parsed!.Value, new AddNote(text), new(new Actor("Engineer 1", Actor.AgentRole)));
        string[] pages = [$"cases/{reference}", $"calls/{reference}", "queue?sort=newest", $"search?q={reference}"];
        foreach (var path in pages)
        {
            await page.GotoAsync($"/{RunningDemo.Desk}/{path}");
            await Fits(page, path);
        }
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Contains(text, await page.Locator("#story").TextContentAsync(), StringComparison.Ordinal);
        // Isolated, so that a direction that it turns to ends with it.
        Assert.Equal(
            "isolate",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1 bdi')).unicodeBidi")
        );
    }

    /// <summary>The longest name there is leaves the due time in view, and is there in full for who points at it.</summary>
    [Fact]
    public async Task A_long_owner_leaves_the_clock_in_view()
    {
        var owner = new string('W', 200);
        var page = await Open("calls/new");
        var reference = await Calling.Issue(page, 3);
        CaseReference.TryParse("R", reference, out var parsed);
        await Demo.ServiceDesk.Handle(parsed!.Value, new Assign(owner), new(new Actor("Engineer 1", Actor.AgentRole)));
        foreach (var width in (int[])[1440, 1024, 900, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync($"/{RunningDemo.Desk}/queue?sort=newest");
            var row = page.Locator($"[data-reference='{reference}']");
            Assert.Equal(owner, await row.Locator(".owner .name").GetAttributeAsync("title"));
            var clock = (await row.Locator(".clock").BoundingBoxAsync())!;
            Assert.True(
                clock.X >= 0 && clock.X + clock.Width <= width,
                $"at {width} the clock ends at {clock.X + clock.Width}"
            );
            Assert.InRange(clock.Width, 200, width);
            await Fits(page, $"a long owner at {width}", width);
        }
    }

    private static async Task Fits(IPage page, string path, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{path} at {width} is {wide} wide");
    }

    private static async Task Fits(IPage page, string path)
    {
        foreach (var width in (int[])[1440, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Fits(page, path, width);
        }
        Assert.False(await page.EvaluateAsync<bool>("'owned' in window"));
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
    }
}

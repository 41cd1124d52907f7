using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>An agent types faster than pages come: nothing of it is lost, and nothing reaches the page that is going.</summary>
public class TypeAheadTests(RunningDemo demo) : InBrowser(demo)
{
    [Fact]
    public async Task Keys_typed_while_the_next_page_is_awaited_are_for_that_page()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        var letGo = await Withhold(page, "**/calls/new");
        await keys.Press("c");
        // On the queue these would take a case and open the help.
        await keys.Type("lmp14a?");
        letGo.SetResult();
        await page.ArriveAt("/calls/new");
        await page.Becomes("document.getElementById('caller')?.value === 'lmp14a?'");
    }

    [Fact]
    public async Task Keys_typed_before_the_scripts_are_there_wait_for_them()
    {
        var page = await Open("queue");
        var letGo = await Withhold(page, "**/js/rung.js");
        await page.GotoAsync($"/{RunningDemo.Desk}/queue", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("#queue-rows");
        await new Keys(page).Press("j", "Enter");
        letGo.SetResult();
        await page.ArriveAt("/cases/*");
    }

    /// <summary>The questions are answered while the caller is still being looked up.</summary>
    [Fact]
    public async Task Keys_typed_while_the_caller_is_looked_up_answer_the_questions()
    {
        var page = await Open("calls/new");
        var keys = new Keys(page);
        await keys.Type("lmp14");
        await keys.Press("Enter", "1", "2", "4", "1", "Control+Enter");
        await page.WaitForSelectorAsync(".readback .reference");
        Assert.Contains("priority 2", await page.InnerTextAsync(".readback .sentence"), StringComparison.Ordinal);
        Assert.Contains("Larkmere", await page.InnerTextAsync(".picked"), StringComparison.Ordinal);
    }

    /// <summary>Answers to this address wait until the test lets them go.</summary>
    private static async Task<TaskCompletionSource> Withhold(IPage page, string address)
    {
        var letGo = new TaskCompletionSource();
        await page.RouteAsync(
            address,
            async route =>
            {
                await letGo.Task;
                await route.ContinueAsync();
            }
        );
        return letGo;
    }
}

using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>What is missing or wrong is said beside the field and above the form; what was typed stays.</summary>
public class BadInputTests(RunningDemo demo) : InBrowser(demo)
{
    [Theory]
    [InlineData("hold")]
    [InlineData("resolve")]
    [InlineData("said")]
    [InlineData("asked")]
    [InlineData("link")]
    [InlineData("flag")]
    public async Task A_dialog_sent_empty_says_what_is_missing(string action)
    {
        var reference = await Queue.ReferenceOf(Demo, "on-track");
        var page = await Open($"cases/{reference}");
        await page.EvaluateAsync("id => document.querySelector(`[data-opens=do-${id}]`).click()", action);
        await page.WaitForSelectorAsync($"#do-{action}[open]");
        await new Keys(page).Do("Control+Enter", "dialog[open] .errors");
        Assert.Equal("alert", await page.EvaluateAsync<string>("document.activeElement.getAttribute('role')"));
        Assert.True(await page.IsVisibleAsync("dialog[open] .error"), "It is said beside the field as well.");
        // The summary leads to the field.
        await page.ClickAsync("dialog[open] .errors a[href^='#']");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('.field, .choice') !== null"));
    }

    [Theory]
    [InlineData("r", "reply")]
    [InlineData("n", "note")]
    public async Task An_empty_message_is_not_sent(string key, string composer)
    {
        var reference = await Queue.ReferenceOf(Demo, "on-track");
        var page = await Open($"cases/{reference}");
        var keys = new Keys(page);
        await keys.Press(key);
        await keys.Type("   ");
        await keys.Do("Control+Enter", $"#{composer}[open] .error");
        await page.ClickAsync(".errors a");
        Assert.Equal($"{composer}-text", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task A_call_without_a_caller_gets_no_reference()
    {
        var page = await Open("calls/new");
        await page.CheckAsync("#f-services-1");
        await page.FillAsync("#f-q-details", "Somebody hung up.");
        await new Keys(page).Do("Control+Enter", ".errors");
        Assert.Contains("who is calling", await page.InnerTextAsync(".errors"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Somebody hung up.", await page.InputValueAsync("#f-q-details"));
        Assert.True(await page.IsCheckedAsync("#f-services-1"));
    }

    /// <summary>Addresses that somebody mistyped or made up are answered with a page, never with a failure of ours.</summary>
    [Theory]
    [InlineData("queue?view=%00&priority=P99&sort=zzz&after=nonsense", 400)]
    [InlineData("cases/R-0O1-I!!", 404)]
    [InlineData("cases/%F0%9F%92%A9", 404)]
    [InlineData("calls/R-AAA-AAA", 404)]
    [InlineData("nowhere", 404)]
    [InlineData("search?q=%25%22%27%28%2A%00", 200)]
    public async Task A_made_up_address_is_answered_with_a_page(string path, int most)
    {
        var page = await Open("guide");
        var answer = await page.GotoAsync($"/{RunningDemo.Desk}/{path}");
        Assert.True(answer!.Status <= most, $"{path} is answered with {answer.Status}");
        Assert.NotEmpty(await page.InnerTextAsync("h1"));
    }
}

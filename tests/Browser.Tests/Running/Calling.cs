using Microsoft.Playwright;

namespace Rung.Browser.Tests.Running;

/// <summary>Taking a call.</summary>
internal static class Calling
{
    /// <summary>A school that contacts the desk directly, by its site code.</summary>
    public const string Direct = "LMP14";

    /// <summary>The one school with a first-line desk of its own, by its site code.</summary>
    public const string OwnDesk = "CBC40";

    /// <summary>Finds the caller by a part of name, code or number; takes who has these words.</summary>
    public static async Task Pick(IPage page, string part, string words)
    {
        await page.FillAsync("#caller", part);
        await page.ClickAsync($"#callers button:has-text('{words}')");
        await page.WaitForSelectorAsync(".picked");
    }

    /// <summary>Issues a reference for a fault of one service; the page of the call is open afterwards.</summary>
    public static async Task<string> Issue(IPage page, int service)
    {
        await Pick(page, Direct, "School business manager");
        await page.CheckAsync($"#f-services-{service}");
        await page.CheckAsync("#f-q-affected-2");
        await page.CheckAsync("#f-q-effect-1");
        await page.ClickAsync("button[value=issue]");
        await page.WaitForSelectorAsync(".readback .reference");
        await page.WaitForSelectorAsync("html.keys");
        return await page.InnerTextAsync(".readback .reference");
    }
}

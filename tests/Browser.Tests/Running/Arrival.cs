using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rung.Browser.Tests.Running;

/// <summary>Waits for another page by asking for its address again and again: the library's own wait can miss a quick one.</summary>
internal static class Arrival
{
    /// <summary>The page is at an address that ends so, <c>*</c> standing for anything, and takes keys.</summary>
    public static async Task ArriveAt(this IPage page, string end)
    {
        var pattern = Regex.Escape(end).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        await page.Becomes("pattern => new RegExp(pattern).test(location.href)", pattern);
        await page.WaitForSelectorAsync("html.keys");
    }
}

using Microsoft.Playwright;
using Xunit;

namespace Rung.Browser.Tests.Running;

/// <summary>What the page looked like when its test failed: said in the test's output, kept beside the test program.</summary>
internal static class Kept
{
    public static async Task Keep(IPage page)
    {
        var name = TestContext.Current.TestMethod?.MethodName ?? "page";
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failed")).FullName;
        var picture = Path.Combine(folder, $"{name}.png");
        await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), await page.ContentAsync());
        Console.WriteLine($"{page.Url}, kept as {picture}");
        Console.WriteLine(await page.InnerTextAsync("body"));
    }
}

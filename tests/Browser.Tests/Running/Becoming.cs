using Microsoft.Playwright;
using Xunit;

namespace Rung.Browser.Tests.Running;

/// <summary>
/// Waits until something is so on a page by asking again and again. The library's own wait evaluates text inside the page,
/// which the page's Content-Security-Policy forbids from the second look on.
/// </summary>
internal static class Becoming
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Becomes(this IPage page, string expression, object? argument = null)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        var began = TimeProvider.System.GetTimestamp();
        while (!await IsSo(page, expression, argument))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"It never came to this: {expression}");
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<bool> IsSo(IPage page, string expression, object? argument)
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression, argument);
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return false; // The next page is coming.
        }
    }
}

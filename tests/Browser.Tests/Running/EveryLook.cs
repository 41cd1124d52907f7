using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Rung.Browser.Tests.Running;

/// <summary>A page as it stands, light and dark, wide and narrow: axe finds nothing serious in it, and it never scrolls sideways.</summary>
internal static class EveryLook
{
    private const string Findings = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter((finding) => ['serious', 'critical'].includes(finding.impact))
          .map((finding) => `${finding.id}: ${finding.nodes.map((node) => node.html).join(' | ')}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task Check(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1440, 320 })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await page.SetViewportSizeAsync(width, 900);
                await page.EvaluateAsync(Axe);
                var findings = await page.EvaluateAsync<string[]>(Findings);
                Assert.True(findings.Length == 0, $"{name} {scheme} {width}: {string.Join("\n", findings)}");
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{name} at {width} is {wide} wide");
            }
        }
        await page.SetViewportSizeAsync(1440, 900);
    }
}

using System.Globalization;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The colours are those of the design, worked out there for contrast.</summary>
public class TokenTests(RunningDemo demo) : InBrowser(demo)
{
    // Name, light, dark. The rail is dark in both.
    private const string Tokens = """
        page             #f6f7f5 #10171d
        surface          #ffffff #182129
        sunken           #eceff0 #0b1116
        ink              #15202b #e8edf0
        muted            #4f5d68 #a5b2bc
        line             #c9d1d6 #33414c
        control-line     #7b8891 #7d8c97
        accent           #0a5c66 #6fd0d3
        on-accent        #ffffff #08252a
        accent-soft      #dcefef #143a40
        on-track         #1d6b3c #7fd6a0
        on-track-soft    #e2f2e7 #12351f
        due-soon         #7a4b00 #f3c063
        due-soon-soft    #fdeecb #3c2a06
        overdue          #a3171b #ff9d97
        overdue-soft     #fde3e1 #471615
        paused           #4a4f87 #b4b8f5
        paused-soft      #e6e7f6 #26294f
        note             #6b5500 #ecd573
        note-soft        #fff7d1 #38300a
        focus            #b3530a #ffb066
        rail             #15202b #15202b
        rail-ink         #dfe7ea #dfe7ea
        rail-lit         #f3c063 #f3c063
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_tokens_are_those_of_the_design(ColorScheme scheme)
    {
        var page = await Open("guide", new Look(scheme));
        foreach (var line in Tokens.Split('\n'))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(
                (parts[0], parts[scheme == ColorScheme.Light ? 1 : 2]),
                (parts[0], await Token(page, parts[0]))
            );
        }
    }

    /// <summary>WCAG 1.4.11: what shows where a control is, on every surface that controls lie on.</summary>
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Borders_of_controls_and_the_focus_stand_out(ColorScheme scheme)
    {
        var page = await Open("guide", new Look(scheme));
        foreach (var surface in (string[])["page", "surface", "sunken"])
        {
            foreach (var line in (string[])["control-line", "focus"])
            {
                var contrast = Contrast(await Token(page, line), await Token(page, surface));
                Assert.True(contrast >= 3, $"{line} on {surface}: {contrast}");
            }
        }
        // And it is what controls are drawn with.
        var drawn = await page.EvaluateAsync<string>(
            "getComputedStyle(document.getElementById('search')).borderTopColor"
        );
        Assert.Equal(scheme == ColorScheme.Light ? "rgb(123, 136, 145)" : "rgb(125, 140, 151)", drawn);
    }

    private static Task<string> Token(IPage page, string name) =>
        page.EvaluateAsync<string>(
            "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name)",
            name
        );

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    // WCAG 2.2, relative luminance.
    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}

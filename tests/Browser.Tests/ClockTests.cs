using System.Globalization;
using Microsoft.Playwright;
using NodaTime;
using Rung.Browser.Tests.Running;
using Rung.Core.Wording;
using Rung.Server.Hosting;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>The clocks on a page that stays open say what the server would say.</summary>
public class ClockTests(RunningDemo demo) : InBrowser(demo)
{
    // Five minutes before the desk closes for Christmas, ten minutes a second: from 18:00 on nothing of its own time passes.
    [Fact]
    public async Task The_badge_says_what_the_server_says_also_when_the_desk_has_closed()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"rung-closing-{Guid.NewGuid():N}");
        var options = new RungOptions(folder, 0)
        {
            Demo = new DemoOptions(new LocalDateTime(2026, 12, 24, 17, 55), 600),
        };
        await using (var app = await RungHost.Build(options))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            var address = $"{RungHost.Address(app)}schools-desk/queue";
            var live = await Demo.OpenAddress(address);
            await live.Becomes("() => /, (19|2[0-3]):/.test(document.querySelector('[data-desk-clock]').textContent)");
            var fresh = await Demo.OpenAddress(address, new Look(Scripts: Scripts.Off));

            var (counted, said) = (await Working(live), await Working(fresh));

            Assert.NotEmpty(said);
            Assert.All(said, row => Assert.Equal(row.Value, counted.GetValueOrDefault(row.Key, row.Value)));
            Assert.NotEmpty(said.Keys.Intersect(counted.Keys));
            await live.Context.CloseAsync();
            await fresh.Context.CloseAsync();
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }

    // A working day of the schools desk has 10 hours; 0 is a clock that counts days of 24.
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Lengths_have_the_words_of_the_core(int hoursOfDay)
    {
        long[] lengths =
        [
            0,
            1,
            999,
            59_999,
            60_000,
            60_001,
            3_599_999,
            3_600_000,
            3_660_000,
            35_999_999,
            36_000_000,
            36_000_001,
            39_600_000,
            71_999_999,
            72_000_000,
            86_399_999,
            86_400_000,
            90_000_001,
            172_799_999,
            999_999_999,
        ];
        var page = await Open("queue");
        Duration? day = hoursOfDay == 0 ? null : Duration.FromHours(hoursOfDay);

        var said = await page.EvaluateAsync<string[]>(
            """
            async ([lengths, day]) => {
              const words = await import('/js/words.js');
              return lengths.flatMap((length) => [words.left(length, day), words.over(length, day)]);
            }
            """,
            new object[] { lengths, hoursOfDay * 3_600_000 }
        );

        var expected = lengths
            .Select(length => Duration.FromMilliseconds(length))
            .SelectMany(length => new[] { LengthWords.Left(length, day), LengthWords.Used(length, day) });
        Assert.Equal(expected, said);
    }

    [Theory]
    [InlineData("", "on-track", "^[0-9].* left$", "^due ")]
    [InlineData("?view=overdue", "overdue", "^Overdue by [0-9]", "^was due ")]
    [InlineData("?view=on-hold", "paused", "^Paused · ", "^.+, since ")]
    public async Task A_badge_says_what_is_left_when_it_is_due_and_why_it_stands(
        string view,
        string face,
        string words,
        string detail
    )
    {
        var page = await Open($"queue{view}");

        var badge = page.Locator($".badge.{face}").First;

        Assert.Matches(words, await badge.Locator(".words").First.InnerTextAsync());
        Assert.Matches(detail, await badge.Locator(".detail").First.InnerTextAsync());
    }

    private static async Task<Dictionary<string, string>> Working(IPage page)
    {
        var rows = page.Locator("[data-reference]:has(.badge[data-day]:not([data-day='0']))");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < await rows.CountAsync(); index++)
        {
            var row = rows.Nth(index);
            var reference = (await row.GetAttributeAsync("data-reference"))!;
            found[reference] = await row.Locator(".badge .words").First.InnerTextAsync();
        }
        return found;
    }
}

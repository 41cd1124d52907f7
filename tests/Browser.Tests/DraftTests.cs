using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Customers;
using Rung.Server.Hosting;
using Rung.Storage;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>R14: what is being typed when the server ends is there again, but for the last five seconds.</summary>
public sealed class DraftTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Note = "#f-q-details";
    private const string Reply = "#reply-text";

    // A letter in a tenth of a second at the quickest, without a pause: of 80 the last five seconds are 50 at most.
    private const int Letters = 80;
    private const int LostAtMost = 50;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"rung-typing-{Guid.NewGuid():N}");

    [Fact]
    public async Task R14_The_note_of_a_call_is_kept_while_it_is_typed_without_a_pause_and_is_there_after_a_restart()
    {
        await Typed(
            Note,
            async desk =>
            {
                var page = await Open(desk, $"{RunningDemo.Desk}/calls/new");
                if (await page.QuerySelectorAsync("a[href$='call=kept']") is { } left)
                {
                    await left.ClickAsync();
                    await page.WaitForSelectorAsync(".picked");
                }
                else
                {
                    await Calling.Pick(page, Calling.Direct, "School business manager");
                }
                return page;
            }
        );
    }

    [Fact]
    public async Task R14_A_reply_is_kept_while_it_is_typed_without_a_pause_and_is_there_after_a_restart()
    {
        string? reference = null;
        await Typed(
            Reply,
            async desk =>
            {
                reference ??= await Calling.Issue(await Open(desk, $"{RunningDemo.Desk}/calls/new"), 5);
                var page = await Open(desk, $"{RunningDemo.Desk}/cases/{reference}");
                if (!await page.IsVisibleAsync(Reply))
                {
                    await page.ClickAsync("#reply summary");
                }
                return page;
            }
        );
    }

    private async Task Typed(string field, Func<Uri, Task<IPage>> open)
    {
        var text = string.Concat(Enumerable.Range(0, Letters).Select(number => (char)('a' + (number % 26))));
        await using (var app = await Start())
        {
            var page = await open(RungHost.Address(app));
            await page.Locator(field).PressSequentiallyAsync(text, new() { Delay = 100 });
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        await using (var app = await Start())
        {
            var found = await (await open(RungHost.Address(app))).InputValueAsync(field);
            Assert.StartsWith(found, text, StringComparison.Ordinal);
            Assert.InRange(found.Length, Letters - LostAtMost, Letters);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<WebApplication> Start()
    {
        var app = await RungHost.Build(new RungOptions(_folder, 0));
        await app
            .Services.GetRequiredService<RungDatabase>()
            .Customers.Save(
                new Customer("larkmere", RunningDemo.Desk, "Larkmere Primary School", Calling.Direct)
                {
                    Contract = "direct",
                    Contacts = [new Contact("manager", "School business manager", "01632 960140", null, [])],
                }
            );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

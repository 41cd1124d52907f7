using System.Text;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Mail.Inbound;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>S32: whatever a formatted mail tries, in a real browser nothing of it runs and nothing is asked of anybody.</summary>
public class HostileHtmlTests(RunningDemo demo) : InBrowser(demo)
{
    private const int PartsOfMail = 20;

    // Everything is pointed at, pressed and focused; links alone may lead somewhere.
    private const string TryAll = """
        () => {
            for (const one of document.querySelectorAll('body *')) {
                for (const type of ['mouseover', 'mouseenter', 'pointerdown', 'focus', 'toggle', 'load', 'error'])
                    one.dispatchEvent(new Event(type, { bubbles: true }));
                if (one.focus) one.focus();
                if (!/^(https?|mailto|tel):/.test(one.getAttribute('href') ?? '')) one.click?.();
            }
            return 'ran' in window;
        }
        """;

    [Fact]
    public void S32_There_are_at_least_300_vectors_none_twice()
    {
        Assert.True(HostileHtml.All.Count >= 300, $"There are {HostileHtml.All.Count}.");
        Assert.Distinct(HostileHtml.All);
    }

    // Without the frame and the headers that would stop it as well: what is left of the text itself is harmless.
    [Fact]
    public async Task S32_What_is_made_of_them_runs_nothing_and_loads_nothing_even_outside_its_frame()
    {
        var safe = HostileHtml.All.Select(vector => MailReader.Read(Message([vector])).Body.Html ?? "").ToList();
        var page = await Open("queue");
        await page.GotoAsync("about:blank");
        var asked = new List<string>();
        await page.RouteAsync(
            "**/*",
            route =>
            {
                asked.Add(route.Request.Url);
                return route.AbortAsync();
            }
        );
        await page.SetContentAsync(
            $"<!DOCTYPE html><body>{string.Concat(safe.Select(html => $"<div>{html}</div>"))}<p id=end>end</p>"
        );

        Assert.False(await page.EvaluateAsync<bool>(TryAll));
        Assert.Empty(asked);
        // None of them swallowed what stands below it.
        Assert.Equal(safe.Count, await page.Locator("body > div").CountAsync());
        Assert.Equal("end", await page.InnerTextAsync("body > #end"));
    }

    // The page of the mail itself, where a frame shows it.
    [Fact]
    public async Task S32_On_the_pages_of_their_mails_nothing_runs_and_no_request_leaves()
    {
        var mails = new List<long>();
        foreach (var vectors in HostileHtml.All.Chunk(PartsOfMail))
        {
            mails.Add((await Demo.Mails.Keep(Message(vectors), "desk@schools.example.org", null)).Id);
        }
        var page = await Open("queue");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        foreach (var mail in mails)
        {
            await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mail}/formatted");
            Assert.Equal(0, await page.Locator("script, style, img, svg, math, form, iframe, object").CountAsync());
        }
        await Becomes(mails[0]);
        await page.GotoAsync($"/{RunningDemo.Desk}/mails/{mails[0]}");
        await page.ClickAsync("#formatted summary");
        await page.FrameLocator("#formatted iframe").Locator("body").WaitForAsync();

        Assert.False(await page.EvaluateAsync<bool>("'ran' in window"));
        var own = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        Assert.All(asked, url => Assert.StartsWith(own, url, StringComparison.Ordinal));
    }

    private async Task Becomes(long mail)
    {
        while ((await Demo.Database.Inbound.Find(mail))!.State == InboundState.Received)
        {
            await Task.Yield();
        }
    }

    private static byte[] Message(IEnumerable<string> vectors)
    {
        var parts = vectors.Select(vector =>
            $"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Encoded(vector)}\r\n"
        );
        var message =
            $"From: mallory@stranger.example.net\r\nTo: desk@schools.example.org\r\nMessage-ID: <{Guid.NewGuid():N}@stranger.example.net>\r\n"
            + $"Subject: Formatted\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{string.Concat(parts)}--b--\r\n";
        return Encoding.UTF8.GetBytes(message);
    }

    private static string Encoded(string html) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(html), Base64FormattingOptions.InsertLineBreaks);
}

using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Complaints on the pages: logged by anybody, seen and answered by those whom the guide lets. ESS-88 to ESS-93.</summary>
public class ComplaintTests(RunningDemo demo) : InBrowser(demo)
{
    private const string Handler = "complaint-handler|Complaint Handler";

    // Without scripts: whatever they add, the form is whole without them.
    [Fact]
    public async Task ESS_89_ESS_93_An_agent_logs_a_letter_with_its_scan_and_then_knows_its_reference_only()
    {
        var page = await Demo.Open("complaints", new Look(Scripts: Scripts.Off));
        await page.ClickAsync("a:has-text('Log a complaint') >> nth=0");
        await page.FillAsync("#q", "larkmere");
        await page.ClickAsync("#whose button");
        await page.CheckAsync("#f-picked-1");
        await page.CheckAsync("input[value=Letter]");
        await page.FillAsync("#f-text", "Nobody rang back, three times");
        await page.ClickAsync("#complaint button[type=submit]");
        // A letter has its time of delivery.
        Assert.Contains("delivered", await page.InnerTextAsync(".errors"));
        Assert.Equal("Nobody rang back, three times", await page.InputValueAsync("#f-text"));

        await page.FillAsync("#f-received", "2026-12-23 11:00");
        await page.SetInputFilesAsync(
            "#f-papers",
            new FilePayload
            {
                Name = "letter.pdf",
                MimeType = "application/pdf",
                Buffer = "%PDF-1.7"u8.ToArray(),
            }
        );
        await page.ClickAsync("#complaint button[type=submit]");
        await page.WaitForURLAsync("**/complaints");
        var notice = await page.InnerTextAsync(".notice");
        var reference = notice.Split(' ').First(word => word.StartsWith("R-", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator($"#complaint-{reference}").CountAsync());
        var gone = await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        Assert.Equal(404, gone!.Status);

        await Act(page, Handler);
        await page.GotoAsync($"/{RunningDemo.Desk}/complaints");
        await page.ClickAsync($"#complaint-{reference} a");
        await page.GotoAsync($"/{RunningDemo.Desk}/search?q={reference}");
        Assert.Contains("letter.pdf", await page.InnerTextAsync("#case-side"));
        Assert.Contains("Nobody rang back", await page.InnerTextAsync("main"));
        Assert.Equal(0, await page.Locator("#do-priority, #do-resolve, #do-escalate").CountAsync());
    }

    [Fact]
    public async Task ESS_92_A_complaint_is_held_by_keyboard_with_the_date_of_the_rest()
    {
        var reference = await Log(Demo);
        var page = await Open("queue");
        await Act(page, Handler);
        await page.GotoAsync($"/{RunningDemo.Desk}/queue");
        await page.WaitForSelectorAsync("html.keys");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("w");
        await page.WaitForSelectorAsync($"#complaint-{reference}");
        await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
        await page.WaitForSelectorAsync("html.keys");
        await page.Keyboard.PressAsync("w");
        await page.WaitForSelectorAsync("#do-holding-reply[open]");
        await page.FillAsync("#f-holding-reply-text", "We look into it");
        await page.FillAsync("#f-holding-reply-followUp", "2027-01-12");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("text=12 Jan");
        Assert.Contains("Full answer after a holding reply", await page.InnerTextAsync("#case-side"));
    }

    [Fact]
    public async Task ESS_90_What_was_only_spoken_of_is_noted_and_no_case()
    {
        var page = await Demo.Open("complaints/new?q=larkmere", new Look(Scripts: Scripts.Off));
        await page.CheckAsync("#f-picked-1");
        await page.CheckAsync("input[value=spoken]");
        await page.FillAsync("#f-text", "Spoke of slow answers");
        await page.ClickAsync("#complaint button[type=submit]");
        await page.WaitForSelectorAsync(".notice");

        Assert.EndsWith("/complaints", page.Url, StringComparison.Ordinal);
        Assert.Contains("No clock has started", (await page.InnerTextAsync(".notice")).ReplaceLineEndings(" "));
        Assert.Contains("Spoke of slow answers", await page.InnerTextAsync("main"));
    }

    /// <summary>A complaint that is logged at the demo's desk.</summary>
    internal static async Task<string> Log(RunningDemo demo)
    {
        var guide = demo.Guide;
        var command = new LogCase
        {
            Kind = "complaint",
            Source = Channel.Phone,
            Subject = "Complaint",
            Reporter = new Reporter(
                "larkmere-primary",
                "Larkmere Primary",
                "Head teacher",
                null,
                null,
                "head@larkmere.example.org"
            ),
            Complaint = new ComplaintDetails("Nobody rang back") { About = "Engineer 9" },
        };
        var answer = await demo.ServiceDesk.Log(
            guide,
            command,
            new Requester(new Actor("Engineer 4", Actor.AgentRole))
        );
        return Assert.IsType<DeskAnswer.Done>(answer).Case.State.Reference.Text;
    }

    internal static Task Act(IPage page, string as_) =>
        page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "rung-acting",
                Value = Uri.EscapeDataString(as_),
                Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
}

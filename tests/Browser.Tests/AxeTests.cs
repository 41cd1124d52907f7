using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Rung.Server.Pages.Cases.Actions;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>No serious or critical finding, and no sideways scrolling, on any page, light and dark, wide and narrow.</summary>
public class AxeTests(RunningDemo demo) : InBrowser(demo)
{
    // What decides on light or dark is contrast alone; every other rule reads the same document in both. What an open menu
    // lies over is no target until it is closed.
    private const string Findings = """
        async (rules) => (await axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }) })).violations
          .filter((finding) => ['serious', 'critical'].includes(finding.impact))
          .map((finding) => ({ ...finding, nodes: finding.nodes.filter((node) => {
            const menu = finding.id === 'target-size' && document.querySelector('[data-menu][open]');
            return !menu || menu.contains(document.querySelector(node.target[0]));
          }) }))
          .filter((finding) => finding.nodes.length > 0)
          .map((finding) => `${finding.id}: ${finding.nodes.map((node) => node.html).join(' | ')}`)
        """;

    private static readonly string[] Contrast = ["color-contrast", "link-in-text-block"];

    // As wide as text gets when a reader spaces it out (WCAG 1.4.12), and wider than any usual font.
    private const string SpaceOut = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }');
          document.adoptedStyleSheets = [sheet];
        }
        """;
    private const string Windows = "[...document.querySelectorAll('dialog[id^=do-]')].map((one) => one.id.slice(3))";
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("queue")]
    [InlineData("queue?view=closed&sort=newest")]
    [InlineData("queue?customer=nobody-of-this-name")]
    [InlineData("promises")]
    [InlineData("promises?within=all")]
    [InlineData("promises?owner=nobody-of-this-name")]
    [InlineData("complaints")]
    [InlineData("complaints/new?q=larkmere")]
    [InlineData("calls")]
    [InlineData("calls/new")]
    [InlineData("search?q=larkmere")]
    [InlineData("search?q=no-such-word-anywhere")]
    [InlineData("guide")]
    [InlineData("cases/R-AAA-AAA")]
    [InlineData("intake")]
    [InlineData("intake?view=set-aside")]
    [InlineData("intake?view=left-alone")]
    [InlineData("mails/1")]
    [InlineData("mails/2")]
    [InlineData("mails/5?do=discard")]
    [InlineData("mails/6")]
    [InlineData("mails/7")]
    [InlineData("mails/999")]
    [InlineData("outgoing")]
    [InlineData("outgoing/1")]
    [InlineData("mailboxes")]
    [InlineData("versions")]
    [InlineData("versions/cases")]
    [InlineData("customers")]
    [InlineData("customers?show=left")]
    [InlineData("customers?q=nobody-of-this-name")]
    [InlineData("customers/new")]
    [InlineData("customers/import")]
    [InlineData("customers/saltmarsh-academy")]
    [InlineData("customers/saltmarsh-academy/change")]
    [InlineData("customers/saltmarsh-academy/leave")]
    [InlineData("customers/saltmarsh-academy/sites/SMA06")]
    [InlineData("customers/saltmarsh-academy/services/web-filtering")]
    [InlineData("customers/saltmarsh-academy/sites/new")]
    [InlineData("customers/saltmarsh-academy/contacts/new")]
    [InlineData("customers/saltmarsh-academy/contacts/saltmarsh-academy-network")]
    [InlineData("customers/saltmarsh-academy/contacts/saltmarsh-academy-office/leave")]
    public async Task A_page_has_no_serious_finding(string path) => await Check(path);

    /// <summary>A mail of ours as its reader sees it formatted.</summary>
    [Fact]
    public async Task A_formatted_mail_that_went_out_has_no_serious_finding() =>
        await CheckUnfenced("outgoing/1/formatted");

    /// <summary>The text of a mail as its sender formatted it.</summary>
    [Fact]
    public async Task A_formatted_mail_that_came_has_no_serious_finding()
    {
        const string Mail = """
            From: office@larkmere.example.org
            To: desk@schools.example.org
            Subject: Folders
            Message-ID: <axe@larkmere.example.org>
            Content-Type: text/html

            <p>The folders are <b>slow</b>, see <a href="https://www.example.org/">our page</a>.</p>
            <table><tr><th>Room</th><td>12</td></tr></table><blockquote>As written before.</blockquote>

            """;
        var mail = Encoding.UTF8.GetBytes(Mail.ReplaceLineEndings("\r\n"));
        var kept = await Demo.Mails.Keep(mail, "desk@schools.example.org", envelopeSender: null);
        await CheckUnfenced($"mails/{kept.Id}/formatted");
    }

    private async Task CheckUnfenced(string path)
    {
        var page = await Open("guide");
        await page.RouteAsync("**/formatted", Unfenced);
        Assert.Equal(200, (await page.GotoAsync($"/{RunningDemo.Desk}/{path}"))!.Status);
        // What has no background of its own is shown on the browser's, which axe takes for white in the dark as well.
        await page.AddStyleTagAsync(new() { Content = "html { background: Canvas }" });
        await Check(page, path);
    }

    // Nothing runs in the frame of a formatted mail, so that axe would not either.
    private static async Task Unfenced(IRoute route)
    {
        var response = await route.FetchAsync();
        var headers = response.Headers.Where(header => header.Key != "content-security-policy");
        await route.FulfillAsync(new() { Response = response, Headers = headers });
    }

    [Theory]
    [InlineData("due-soon", "")]
    [InlineData("overdue", "?do=priority")]
    [InlineData("paused", "")]
    [InlineData("met", "?do=attempt")]
    [InlineData("on-track", "?do=hold")]
    [InlineData("on-track", "?do=resolve")]
    [InlineData("no-clock", "")]
    public async Task A_case_has_no_serious_finding(string face, string query) =>
        await Check($"cases/{await Queue.ReferenceOf(Demo, face)}{query}");

    /// <summary>
    /// Every window of the case page. Which there are is read from the pages of cases that stand differently; what none of
    /// them offers just then is asked for by its address, so that no action that the page knows is left out.
    /// </summary>
    [Fact]
    public async Task No_window_of_a_case_has_a_serious_finding()
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var page = await Open("queue");
        foreach (var face in (string[])["on-track", "overdue", "paused", "met"])
        {
            var reference = await Queue.ReferenceOf(Demo, face);
            await page.GotoAsync($"/{RunningDemo.Desk}/cases/{reference}");
            foreach (var window in await page.EvaluateAsync<string[]>(Windows))
            {
                if (seen.Add(window))
                {
                    await CheckWindow(page, reference, window);
                }
            }
        }
        var any = await Queue.ReferenceOf(Demo, "overdue");
        foreach (var rare in ActionMaker.All.Select(action => action.Id).Where(id => !seen.Contains(id)))
        {
            await page.GotoAsync($"/{RunningDemo.Desk}/cases/{any}?do={rare}");
            if (await page.Locator($"#do-{rare}").CountAsync() > 0 && seen.Add(rare))
            {
                await CheckWindow(page, any, rare);
            }
        }
        Assert.Superset(
            new HashSet<string>(
                "asked assign attempt call confirm explain flag hold link night-contact outcome priority reject resolve rfo said unlink wait".Split(
                    ' '
                )
            ),
            new HashSet<string>(seen)
        );
    }

    /// <summary>Every window of an escalated case, also those that are asked for by their address.</summary>
    [Fact]
    public async Task No_window_of_an_escalated_case_has_a_serious_finding()
    {
        var page = await Open("guide");
        await page.GotoAsync("/smc/queue");
        var reference = await page.InnerTextAsync("[data-row]:has-text('escalated, level') .ref");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in EscalationActions.All.Concat(PlanActions.All))
        {
            await page.GotoAsync($"/smc/cases/{reference}?do={action.Id}");
            if (await page.Locator($"#do-{action.Id}").CountAsync() > 0)
            {
                seen.Add(action.Id);
                await CheckWindow(page, reference, action.Id, "smc");
            }
        }
        Assert.Superset(
            new HashSet<string>("escalate engage call-back planned-contact hand-over end-escalation".Split(' ')),
            seen
        );
    }

    // Light and wide, dark and narrow: between them every rule of style is met once.
    private static async Task CheckWindow(IPage page, string reference, string window, string desk = RunningDemo.Desk)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Light), (320, ColorScheme.Dark)])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Dress(page, scheme);
            await page.GotoAsync($"/{desk}/cases/{reference}?do={window}");
            await page.WaitForSelectorAsync($"#do-{window}[open]");
            await Check(page, $"{window} of {reference} {scheme}", width);
        }
    }

    /// <summary>SMC-17, SMC-32: the escalation beside its case, and what is asked while the customer escalates.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("?do=escalate")]
    [InlineData("?do=planned-contact")]
    [InlineData("?do=end-escalation")]
    public async Task An_escalated_case_has_no_serious_finding(string query)
    {
        var page = await Open("guide");
        await page.GotoAsync("/smc/queue");
        var reference = await page.InnerTextAsync("[data-row]:has-text('escalated, level') .ref");
        await page.GotoAsync($"/smc/cases/{reference}{query}");
        Assert.Equal(query.Length > 0, await page.Locator("dialog[open]").CountAsync() > 0);
        await Check(page, $"escalated {query}");
    }

    /// <summary>ESS-93: the list and the case as those see them who deal with complaints.</summary>
    [Fact]
    public async Task A_complaint_has_no_serious_finding()
    {
        var reference = await ComplaintTests.Log(Demo);
        var page = await Open("queue");
        await ComplaintTests.Act(page, "complaint-handler|Complaint Handler");
        foreach (var path in (string[])["complaints", $"cases/{reference}?do=holding-reply"])
        {
            await page.GotoAsync($"/{RunningDemo.Desk}/{path}");
            await page.WaitForSelectorAsync(path == "complaints" ? $"#complaint-{reference}" : "dialog[open]");
            await Check(page, path);
        }
    }

    /// <summary>SMC-35: the pack for the customer and the one for the desk, as the file that is sent.</summary>
    [Theory]
    [InlineData("customer")]
    [InlineData("internal")]
    public async Task An_evidence_pack_has_no_serious_finding(string edition)
    {
        var page = await Open("guide");
        await page.GotoAsync("/smc/queue");
        var reference = await page.InnerTextAsync("[data-row]:has-text('escalated, level') .ref");
        await page.GotoAsync($"/smc/cases/{reference}/evidence?edition={edition}");
        Assert.Equal($"Evidence pack for {reference}", await page.InnerTextAsync("h1"));
        await Check(page, $"pack, {edition}");
        // On a telephone the reference stays in one piece.
        await page.SetViewportSizeAsync(320, 640);
        Assert.Equal(1, await page.EvaluateAsync<int>("document.querySelector('h1 .ref').getClientRects().length"));
    }

    /// <summary>SMC-09, SMC-31: the escalations of a desk, and who is to be telephoned.</summary>
    [Theory]
    [InlineData("escalations", "[data-row] .level")]
    [InlineData("call-backs", "[data-row] .tel")]
    public async Task The_pages_of_escalations_have_no_serious_finding(string path, string row)
    {
        var page = await Open("guide");
        await page.GotoAsync($"/smc/{path}");
        await page.WaitForSelectorAsync(row);
        await Check(page, path);
    }

    [Fact]
    public async Task A_stopped_call_has_no_serious_finding()
    {
        var page = await Open("calls/new");
        await Calling.Pick(page, Calling.OwnDesk, "somebody else");
        await page.WaitForSelectorAsync("#stop h2");
        await Check(page, "stop");
        await page.ClickAsync("button[value=refer]");
    }

    [Theory]
    [InlineData("?", "#keys[open]")]
    [InlineData("Control+k", "#palette[open]")]
    [InlineData("f", "#filter[open]")]
    public async Task A_window_over_the_queue_has_no_serious_finding(string key, string window)
    {
        var page = await Open("queue");
        await page.Keyboard.PressAsync(key);
        await page.WaitForSelectorAsync(window);
        await Check(page, window);
    }

    [Theory]
    [InlineData("r")]
    [InlineData("n")]
    [InlineData(".")]
    public async Task What_a_key_opens_on_a_case_has_no_serious_finding(string key)
    {
        var page = await Open($"cases/{await Queue.ReferenceOf(Demo, "on-track")}");
        await page.Keyboard.PressAsync(key);
        await Check(page, $"{key} on a case");
    }

    [Fact]
    public async Task A_call_has_no_serious_finding_before_and_after_its_reference()
    {
        var page = await Open("calls/new");
        await page.FillAsync("#caller", "lmp");
        await page.WaitForSelectorAsync("#callers button");
        await Check(page, "callers found");
        await Calling.Issue(page, 1);
        await Check(page, "issued");
    }

    /// <summary>What would become of the rows of a file, before anything is taken over.</summary>
    [Fact]
    public async Task The_preview_of_an_import_has_no_serious_finding()
    {
        var page = await Open("customers/import");
        var file = "customer,name,site_code,contract\naxe,Axe School,AXE81,direct\nbroken,Broken,BRO81,gold\n"u8;
        await page.SetInputFilesAsync(
            "#f-file",
            new FilePayload
            {
                Name = "a.csv",
                MimeType = "text/csv",
                Buffer = file.ToArray(),
            }
        );
        await page.ClickAsync("#file button[type=submit]");
        await page.WaitForSelectorAsync("#rows-title");
        await Check(page, "import, preview");
    }

    /// <summary>A form that was refused: the summary on top, the fields that are wrong marked.</summary>
    [Fact]
    public async Task A_refused_form_has_no_serious_finding()
    {
        var page = await Open("customers/new");
        await page.FillAsync("#f-zone", "Mars/Olympus");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync("#customer button[type=submit]"),
            response => response.Request.Method == "POST"
        );
        Assert.Equal(422, answer.Status);
        await page.WaitForSelectorAsync(".errors");
        await Check(page, "refused");
    }

    [Theory]
    [InlineData("/smc/queue")]
    [InlineData("/smc/guide")]
    [InlineData("/no-such-desk/queue")]
    public async Task Another_desk_has_no_serious_finding(string address)
    {
        var page = await Open("guide");
        await page.GotoAsync(address);
        await Check(page, address);
    }

    // One page, looked at in four ways, as a visitor would who turns the lights off and narrows the window.
    private async Task Check(string path) => await Check(await Open(path), path);

    internal static async Task Check(IPage page, string what)
    {
        foreach (var width in (int[])[1440, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            await Dress(page, ColorScheme.Light);
            await Check(page, $"{what} light", width);
            await Dress(page, ColorScheme.Dark);
            await Check(page, $"{what} dark", width, Contrast);
        }
        await page.EvaluateAsync(SpaceOut);
        await Fits(page, $"{what} spaced out", 320);
    }

    private static async Task Dress(IPage page, ColorScheme scheme) =>
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

    private static async Task Check(IPage page, string what, int width, string[]? rules = null)
    {
        await Fits(page, what, width);
        if (await page.EvaluateAsync<bool>("!window.axe"))
        {
            await page.EvaluateAsync(Axe);
        }
        var findings = await page.EvaluateAsync<string[]>(Findings, rules);
        Assert.True(findings.Length == 0, $"{what} at {width}: {string.Join('\n', findings)}");
    }

    private static async Task Fits(IPage page, string what, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{what} at {width} is {wide} wide");
    }
}

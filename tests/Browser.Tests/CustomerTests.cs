using Microsoft.Playwright;
using Rung.Browser.Tests.Running;
using Xunit;

namespace Rung.Browser.Tests;

/// <summary>Customers, their sites and people on the pages. ESS-04, ESS-94, ESS-95.</summary>
public class CustomerTests(RunningDemo demo) : InBrowser(demo)
{
    // Without scripts: whatever they add, the forms are whole without them.
    [Fact]
    public async Task ESS_94_A_school_is_put_on_file_with_a_site_and_somebody_who_then_can_call()
    {
        var page = await Demo.Open("customers", new Look(Scripts: Scripts.Off));
        await page.ClickAsync("a:has-text('New customer')");
        await page.FillAsync("#f-name", "St Ædith's Infants");
        await page.FillAsync("#f-zone", "Mars/Olympus");
        await page.ClickAsync("#customer button[type=submit]");
        // All that is wrong, each a link to its field; what was typed is still there.
        Assert.Equal(2, await page.Locator(".errors a[href='#f-siteCode'], .errors a[href='#f-zone']").CountAsync());
        Assert.Equal("St Ædith's Infants", await page.InputValueAsync("#f-name"));
        Assert.Equal("true", await page.GetAttributeAsync("#f-zone", "aria-invalid"));

        await page.FillAsync("#f-siteCode", "SAI77");
        await page.FillAsync("#f-zone", "");
        await page.SelectOptionAsync("#f-contract", "direct");
        await page.CheckAsync("input[value=email]");
        await page.ClickAsync("#customer button[type=submit]");
        await page.WaitForURLAsync("**/customers/st-diths-infants");

        await page.ClickAsync("a:has-text('Add a site')");
        await page.FillAsync("#f-code", "LMP14");
        await page.FillAsync("#f-name", "Annexe");
        await page.ClickAsync("#customer button[type=submit]");
        Assert.Contains("Larkmere", await page.InnerTextAsync(".errors"));
        await page.FillAsync("#f-code", "SAI78");
        await page.ClickAsync("#customer button[type=submit]");

        await page.ClickAsync("a:has-text('Add somebody')");
        await page.FillAsync("#f-name", "Bursar");
        await page.FillAsync("#f-phone", "01632 960991");
        await page.CheckAsync("input[value=site-administrator]");
        await page.SelectOptionAsync("#f-site", "SAI78");
        await page.ClickAsync("#customer button[type=submit]");
        var people = await page.InnerTextAsync("section:has(#people-title)");
        Assert.Contains("Bursar", people);
        Assert.Contains("Annexe", people);
        Assert.Contains("Site administrator", people);

        await page.ClickAsync("a:has-text('E-mail and Office')");
        await page.FillAsync("#f-components", "Staff mail\nPupils' mail");
        await page.ClickAsync("#customer button[type=submit]");
        Assert.Contains("Staff mail · Pupils' mail", await page.InnerTextAsync("main"));

        await page.GotoAsync($"/{RunningDemo.Desk}/calls/new?caller=960991");
        await page.FillAsync("#caller", "960991");
        await page.ClickAsync("button[value=find]");
        Assert.Contains("Bursar", await page.InnerTextAsync("#callers"));
    }

    // Saltmarsh has two policies of web filtering, and asks its people for the one that refused the address.
    [Fact]
    public async Task ESS_95_The_call_knows_what_the_school_has_of_a_service_and_what_it_should_have_tried()
    {
        var page = await Demo.Open("calls/new", new Look(Scripts: Scripts.Off));
        await page.FillAsync("#caller", "saltmarsh");
        await page.ClickAsync("button[value=find]");
        await page.ClickAsync("#callers button >> nth=0");
        Assert.Contains("Staff policy, Pupils' policy", await page.InnerTextAsync("#f-services"));
        await page.CheckAsync("input[value=web-filtering]");
        await page.ClickAsync("button[value=issue]");
        Assert.Contains("the policy it was refused under", await page.InnerTextAsync("#f-services"));

        // Mossgate does not take web hosting.
        await page.GotoAsync($"/{RunningDemo.Desk}/calls/new");
        await page.FillAsync("#caller", "mossgate");
        await page.ClickAsync("button[value=find]");
        await page.ClickAsync("#callers button >> nth=0");
        Assert.Contains("not on file for them", await page.InnerTextAsync("label:has(input[value=web-hosting])"));
    }

    [Fact]
    public async Task What_is_open_is_shown_first_and_who_left_is_offered_to_no_caller()
    {
        var page = await Open("customers/thistlecombe-high");
        await page.ClickAsync("section:has(#people-title) a:has-text('Network manager')");
        await page.ClickAsync("a:has-text('They leave')");
        await page.FillAsync("#f-leftOn", "2031-01-01");
        await page.ClickAsync("#customer button[type=submit]");
        Assert.Contains("to come yet", await page.InnerTextAsync(".errors"));
        await page.FillAsync("#f-leftOn", "2026-12-18");
        await page.ClickAsync("#customer button[type=submit]");
        Assert.Contains("They have left", await page.InnerTextAsync(".notice"));
        await page.ClickAsync("summary:has-text('1 person left')");
        Assert.Contains("left on 18 Dec 2026", await page.InnerTextAsync("section:has(#people-title)"));

        await page.GotoAsync($"/{RunningDemo.Desk}/customers?q=thistlecombe");
        Assert.Contains("2 people", await page.InnerTextAsync(".book"));
        // Back again, for whoever comes after.
        await page.GotoAsync(
            $"/{RunningDemo.Desk}/customers/thistlecombe-high/contacts/thistlecombe-high-network/leave"
        );
        await page.ClickAsync("#customer button[type=submit]");
        Assert.Contains("They are there again", await page.InnerTextAsync(".notice"));
    }

    // S72: whoever may not have the file is told who may; whoever may gets a zip.
    [Fact]
    public async Task What_is_kept_of_somebody_is_given_to_the_post_that_may_have_it()
    {
        var page = await Open("customers/saltmarsh-academy/contacts/saltmarsh-academy-office");
        await page.ClickAsync("a:has-text('Everything kept of them')");
        await page.WaitForURLAsync("**/kept");
        Assert.Equal(0, await page.Locator("a[download]").CountAsync());
        Assert.Contains("ask one of them", await page.InnerTextAsync("main"));

        await page.Context.AddCookiesAsync([
            new()
            {
                Name = "rung-acting",
                Value = Uri.EscapeDataString("team-leader|Service Desk Team Leader"),
                Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            },
        ]);
        await page.ReloadAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
        Assert.Equal("saltmarsh-academy-saltmarsh-academy-office.zip", file.SuggestedFilename);
        await EveryLook.Check(page, "what is kept");
    }

    [Fact]
    public async Task Who_changes_what_somebody_else_has_changed_meanwhile_is_told()
    {
        var mine = await Open("customers/pennyfold-lane/change");
        var theirs = await Open("customers/pennyfold-lane/change");
        await theirs.FillAsync("#f-group", "Hartwell Learning Trust");
        await theirs.ClickAsync("#customer button[type=submit]");
        await theirs.WaitForURLAsync("**/customers/pennyfold-lane");

        await mine.FillAsync("#f-group", "Lanternlight Schools Trust");
        await mine.ClickAsync("#customer button[type=submit]");

        Assert.Contains("changed this customer meanwhile", await mine.InnerTextAsync(".errors"));
        Assert.Equal("Lanternlight Schools Trust", await mine.InputValueAsync("#f-group"));
    }

    [Fact]
    public async Task By_keyboard_alone_a_customer_is_found_and_changed()
    {
        var page = await Open("queue");
        var keys = new Keys(page);
        await keys.Press("g", "s");
        await page.ArriveAt("/customers");
        await page.FocusAsync("#q");
        await keys.Type("wren");
        await keys.Press("Enter");
        await page.ArriveAt("/customers?q=wren");
        await page.FocusAsync(".do");
        await keys.Press("Enter");
        await page.ArriveAt("/customers/wren-hollow-primary");
        await page.FocusAsync("a:has-text('Change')");
        await keys.Press("Enter");
        await page.ArriveAt("/customers/wren-hollow-primary/change");
        await page.FocusAsync("#f-region");
        await keys.Press("Control+Enter");
        await page.ArriveAt("/customers/wren-hollow-primary");
        Assert.Contains("Saved", await page.InnerTextAsync(".notice"));
    }

    [Fact]
    public async Task ESS_94_A_file_is_looked_at_row_by_row_before_it_is_taken_over()
    {
        var page = await Demo.Open("customers", new Look(Scripts: Scripts.Off));
        await page.ClickAsync("a:has-text('Import')");
        await page.ClickAsync("#file button[type=submit]");
        Assert.Contains("Choose a file", await page.InnerTextAsync(".errors"));

        await page.SetInputFilesAsync(
            "#f-file",
            new FilePayload
            {
                Name = "schools.csv",
                MimeType = "text/csv",
                Buffer =
                    "customer,name,site_code,contract\nmarsh,Marsh School,MAR81,direct\nbroken,Broken,BRO81,gold\n"u8.ToArray(),
            }
        );
        await page.ClickAsync("#file button[type=submit]");
        Assert.Contains("1 new, 1 refused", await page.InnerTextAsync("#rows-title"));
        // What needs somebody comes first.
        Assert.Contains("contract: There is no gold", await page.InnerTextAsync("tbody tr:first-child"));

        await page.ClickAsync("#import button[type=submit]");
        Assert.Contains("Done: 1 new, 1 refused", await page.InnerTextAsync("#rows-title"));
        await page.ClickAsync("tbody a:has-text('marsh')");
        Assert.Equal("Marsh School", await page.InnerTextAsync("h1"));

        var answer = await page.APIRequest.GetAsync(
            $"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}/{RunningDemo.Desk}/customers/export"
        );
        Assert.Contains("marsh,Marsh School,MAR81", await answer.TextAsync());
    }
}

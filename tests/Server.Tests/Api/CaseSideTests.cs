using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>What stands beside a case and in the rail while an escalation goes on: SMC-08 to SMC-10, SMC-16, S-04.</summary>
public sealed partial class CaseSideTests
{
    private const string Opens = "2027-04-12T09:00:00Z";

    // Nobody has it and no call-back is settled: both within half an hour, and lit from the first.
    [Fact]
    public async Task SMC_10_The_rail_is_lit_from_the_call_until_the_post_was_reached_and_a_call_back_is_settled()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage())).Reference;
        Assert.Equal(("0", false), await Rail(desk));

        await agent.Do(reference, "escalate", Call());
        Assert.Equal(("1", true), await Rail(desk));
        await agent.Do(reference, "engage", new() { ["level"] = 2, ["person"] = "Duty Manager 1" });
        Assert.Equal(("1", true), await Rail(desk));
        await agent.Do(reference, "agree-call-back", new() { ["at"] = "2027-04-12T10:00:00Z" });

        Assert.Equal(("1", false), await Rail(desk));
    }

    // Missed half an hour after the call: the duty desk is written to, the customer is not.
    [Fact]
    public async Task SMC_09_What_is_told_to_the_desk_stands_apart_from_what_is_written_to_the_customer()
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk, at: "smc");
        var reference = (await agent.Log(Outage())).Reference;
        Assert.DoesNotContain("Told to the desk", await Case(desk, reference), StringComparison.Ordinal);
        await agent.Do(reference, "escalate", Call());
        desk.AdvanceTo("2027-04-12T09:30:01Z");
        await RunningDesk.Until(
            async () => (await Case(desk, reference)).Contains("Told to the desk", StringComparison.Ordinal),
            "the duty desk is told"
        );

        var page = await Case(desk, reference);
        var told = Panel(page, "Told to the desk");
        Assert.Contains("promise missed", told, StringComparison.Ordinal);
        Assert.DoesNotContain("escalated", told, StringComparison.Ordinal);
        var written = Panel(page, "Written to the customer");
        Assert.Contains("escalated", written, StringComparison.Ordinal);
        Assert.DoesNotContain("promise missed", written, StringComparison.Ordinal);
    }

    // At the SMC a mail to a manager is a way around the desk; at the schools desk it is how level 2 is asked for.
    [Theory]
    [InlineData("smc", true)]
    [InlineData("schools-desk", false)]
    public async Task SMC_16_The_window_for_a_direct_approach_offers_mail_only_where_it_is_no_request(
        string at,
        bool mail
    )
    {
        await using var desk = await RunningDesk.Open(Opens);
        var agent = new Caller(desk, at: at);
        var body = at == "smc" ? Outage() : (JsonObject)Caller.FaultForSome.DeepClone();
        var reference = (await agent.Log(body)).Reference;

        var form = await PageForm.Open(desk, $"/{at}/cases/{reference}", "note-approach");

        Assert.Equal(mail, form.Html.Contains("value=\"Email\"", StringComparison.Ordinal));
        Assert.Contains("value=\"InPerson\"", form.Html, StringComparison.Ordinal);
        Assert.Equal(
            !mail,
            form.Html.Contains("is a request to escalate: register that as one", StringComparison.Ordinal)
        );
        Assert.Contains("No level is entered before they do.", form.Html, StringComparison.Ordinal);
    }

    private static JsonObject Outage() =>
        new()
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "All sites cut off",
            ["customer"] = RunningDesk.CustomerOfSmc,
            ["contact"] = new JsonObject { ["name"] = "Network control", ["email"] = "noc@harbour.example.org" },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = "No site answers",
                ["tried"] = "Routers restarted",
            },
        };

    private static JsonObject Call() =>
        new()
        {
            ["from"] = "Network control",
            ["level"] = 1,
            ["seenLevel"] = 0,
            ["acknowledged"] = true,
        };

    private static Task<string> Case(RunningDesk desk, string reference) =>
        desk.Client.GetStringAsync($"/smc/cases/{reference}", TestContext.Current.CancellationToken);

    private static string Panel(string page, string title)
    {
        var from = page.IndexOf(title, StringComparison.Ordinal);
        Assert.True(from >= 0, $"there is no panel {title}");
        return WebUtility.HtmlDecode(page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)]);
    }

    private static async Task<(string Count, bool Lit)> Rail(RunningDesk desk)
    {
        var page = await desk.Client.GetStringAsync("/smc/queue", TestContext.Current.CancellationToken);
        var count = Escalations().Match(page);
        Assert.True(count.Success, page);
        return (count.Groups["count"].Value, count.Groups["how"].Value == "count lit");
    }

    [GeneratedRegex("<span[^>]*>Escalations</span>\\s*<span class=\"(?<how>[^\"]*)\"[^>]*>(?<count>\\d+)")]
    private static partial Regex Escalations();
}

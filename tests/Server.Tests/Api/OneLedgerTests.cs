using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The command line, the API and the case's page tell one ledger: same segments, instants, paragraphs and words.</summary>
public sealed partial class OneLedgerTests
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM HH:mm"
    );

    /// <summary>Story D1: 149 minutes on the 24th, 600 on the 29th, 180 on the 30th; the pause holds back 420 + 600 + 90 minutes.</summary>
    [Fact]
    public async Task A_hold_over_Christmas()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-30T11:00:00Z");
        await agent.Do(
            reference,
            "hold",
            new() { ["reason"] = "customer-unavailable", ["awaiting"] = "somebody to let us in" }
        );
        desk.AdvanceTo("2027-01-04T09:30:00Z");
        await agent.Do(reference, "reply", new() { ["text"] = "We are back", ["channel"] = "phone" });

        var told = await Same(desk, agent, reference);

        Assert.Contains("Counted 15 h 29 min, paused 18 h 30 min", told[0], StringComparison.Ordinal);
        Assert.Contains("Due Tue 5 Jan 14:01 GMT", told[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Its hours", told[0], StringComparison.Ordinal);
    }

    /// <summary>
    /// The desk is in London, the hours that count in Muscat, four hours ahead and without holidays: Thursday 15:31 there is
    /// 19:31, so the three days of ten hours are Friday, Monday and Tuesday, each from 04:00 to 14:00 in London.
    /// </summary>
    [Fact]
    public async Task Hours_in_another_zone_than_the_desks()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z", Abroad);
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-28T09:00:00Z");

        var told = await Same(desk, agent, reference);

        Assert.Contains("Counted 15 h. Due Tue 29 Dec 14:00 GMT.", told[0], StringComparison.Ordinal);
        Assert.EndsWith(
            " Its hours are those of Asia/Muscat; all times here are the desk's, Europe/London.",
            told[0],
            StringComparison.Ordinal
        );
        Assert.Equal("Fri 25 Dec 04:00 – 14:00 counted 10 h open hours (Case priorities)", told[2]);
    }

    /// <summary>
    /// Four hours day and night from 09:00:37; at 09:08:12 7 min 35 s are used, shown as 8 min, and 3:52:25 are left, shown
    /// as 3 h 52 min.
    /// </summary>
    [Fact]
    public async Task Seconds_past_the_minute_add_up_everywhere()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T09:00:37Z");
        var agent = new Caller(desk);
        var reference = (
            await agent.Log(Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering"))
        ).Reference;
        desk.AdvanceTo("2026-12-24T09:08:12Z");

        var told = await Same(desk, agent, reference);

        Assert.Equal("counted 8 min, to come 3 h 52 min, of 4 h", told[^1]);
    }

    /// <returns>The sentence, the segments and the sums, with single spaces.</returns>
    private static async Task<string[]> Same(RunningDesk desk, Caller agent, string reference)
    {
        var served = (await agent.Get($"cases/{reference}/clocks/resolve/ledger")).Expect(200).Body!;
        var text = Lines((string)served["text"]!);
        var url = desk.Client.BaseAddress!.ToString();
        var (code, output, _) = await RungProgram.Run("clock", "explain", reference, "--url", url);
        Assert.Equal(0, code);
        Assert.Contains((string)served["text"]!, output, StringComparison.Ordinal);

        var page = await desk.Client.GetStringAsync(
            $"/schools-desk/cases/{reference}",
            TestContext.Current.CancellationToken
        );
        var ledger = page[page.IndexOf("id=\"ledger\"", StringComparison.Ordinal)..];
        var rows = Rows(ledger);
        var sentence = Plain(Summary().Match(ledger).Groups["text"].Value);
        Assert.StartsWith(text[0], sentence, StringComparison.Ordinal);

        var segments = served["segments"]!.AsArray();
        Assert.True(segments.Count > 1);
        Assert.Equal(segments.Count, rows.Count);
        Assert.Equal(text[1..^1], rows.Select(row => row.Line));
        Assert.Equal(text[^1].Split([", ", "; "], StringSplitOptions.None), Sums(ledger));
        Assert.Equal(segments.Select(one => AtDesk(one!, "from")), rows.Select(row => row.From));
        Assert.All(
            segments.Zip(rows),
            pair => Assert.EndsWith(pair.Second.To, AtDesk(pair.First!, "to"), StringComparison.Ordinal)
        );
        Assert.Equal(segments.Select(one => (string)one!["why"]!), rows.Select(row => row.Why));
        Assert.Equal(segments.Select(one => (string)one!["paragraph"]!), rows.Select(row => row.Cite));
        return text;
    }

    private static string AtDesk(JsonNode segment, string end) =>
        Wall.Format(
            RunningDesk
                .At((string)segment[end]!)
                .InZone(DateTimeZoneProviders.Tzdb[(string)segment.Parent!.Parent!["zone"]!])
                .LocalDateTime
        );

    private static List<Row> Rows(string ledger)
    {
        var body = ledger[
            ledger.IndexOf("<tbody", StringComparison.Ordinal)..ledger.IndexOf("</tbody>", StringComparison.Ordinal)
        ];
        return
        [
            .. TableRow()
                .Matches(body)
                .Select(row =>
                    Cell().Matches(row.Groups["cells"].Value).Select(cell => Plain(cell.Groups["text"].Value))
                )
                .Select(cells => Row.Of([.. cells])),
        ];
    }

    private static IEnumerable<string> Sums(string ledger)
    {
        var foot = ledger[
            ledger.IndexOf("<tfoot", StringComparison.Ordinal)..ledger.IndexOf("</tfoot>", StringComparison.Ordinal)
        ];
        return TableRow()
            .Matches(foot)
            .Select(row => Plain(row.Groups["cells"].Value.Replace("</th>", " ", StringComparison.Ordinal)));
    }

    private static string[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Plain)];

    private static string Plain(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ").Trim();

    private static void Abroad(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        var guide = File.ReadAllText(Documents.Path("guides", "schools-desk.yaml"));
        const string Desk = "  round-the-clock:                                          # ESS-13\n";
        const string Row = "{ when: { priority: P3 }, allow: { workingDays: 3 }, calendar: desk, cite: priorities }";
        Assert.Contains(Desk, guide, StringComparison.Ordinal);
        Assert.Contains(Row, guide, StringComparison.Ordinal);
        File.WriteAllText(
            Path.Combine(own, "schools-desk.yaml"),
            guide
                .Replace(
                    Desk,
                    "  muscat:\n    name: Muscat hours\n    zone: Asia/Muscat\n    week: { mon-fri: [\"08:00-18:00\"] }\n"
                        + $"    workingDay: {{ reading: nominalTime, length: 10h }}\n{Desk}",
                    StringComparison.Ordinal
                )
                .Replace(Row, Row.Replace("desk", "muscat", StringComparison.Ordinal), StringComparison.Ordinal)
        );
        File.Copy(Documents.Path("guides", "smc.yaml"), Path.Combine(own, "smc.yaml"));
    }

    [GeneratedRegex("<p class=\"muted\"[^>]*>(?<text>.*?)</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Summary();

    [GeneratedRegex("<tr[^>]*>(?<cells>.*?)</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();

    [GeneratedRegex("<td[^>]*>(?<text>.*?)</td>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>A row of the page's table.</summary>
    private sealed record Row(string From, string To, string What, string Amount, string Why, string Cite)
    {
        public string Line => Plain($"{From} – {To} {What} {Amount} {Why} ({Cite})");

        public static Row Of(string[] cells) => new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }
}

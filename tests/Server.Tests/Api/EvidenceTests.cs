using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// The evidence pack as one file: from the API, the page and the command line the same, loading nothing, whatever was typed
/// is text. SMC-10, SMC-35, SMC-36.
/// </summary>
public sealed partial class EvidenceTests
{
    private const string Hostile = "<script src=//evil.example.org></script><img src=x onerror=alert(1)>\"'&";
    private const string Escaped = "&lt;script src=//evil.example.org&gt;&lt;/script&gt;";

    private static readonly HashSet<string> Tags =
    [
        .. "html head meta title style body main h1 span h2 h3 nav section ul li a dl div dt dd p table caption thead tbody tr th td wbr".Split(
            ' '
        ),
    ];

    [Fact]
    public async Task Whatever_was_typed_anywhere_is_text_and_nothing_is_loaded()
    {
        await using var desk = await RunningDesk.Open("2027-03-27T22:30:00Z");
        var agent = new Caller(desk, at: "smc");
        var owner = new Caller(desk, "Duty Manager", "duty-manager", "smc");
        var reference = await Everything(agent, owner);

        var pack = await Pack(desk, $"/api/v1/smc/cases/{reference}/evidence?edition=internal");
        var opened = Tag().Matches(pack).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.Subset(Tags, opened);
        Assert.Empty(Loading().Matches(pack));
        Assert.All(
            Links().Matches(pack),
            link => Assert.StartsWith("#", link.Groups["to"].Value, StringComparison.Ordinal)
        );
        // Subject, contact, two answers, note, hold, escalation twice, what a post said, call-back, plan, peer, decision, step, RFO.
        Assert.True(pack.Split(Escaped).Length > 15);

        var forThem = await Pack(desk, $"/api/v1/smc/cases/{reference}/evidence");
        Assert.Contains("For the customer: without notes", forThem, StringComparison.Ordinal);
        Assert.DoesNotContain("kept inside", forThem, StringComparison.Ordinal);
        Assert.Contains("kept inside", pack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_API_and_command_line_give_the_same_file_which_nothing_can_make_load_more()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        var url = desk.Client.BaseAddress!.ToString();

        using var answer = await desk.Client.GetAsync(
            $"/api/v1/schools-desk/cases/{reference}/evidence",
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"{reference}-evidence.html", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var pack = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Due Thu 31 Dec 15:31 GMT", pack, StringComparison.Ordinal);

        Assert.Equal(pack, await Pack(desk, $"/schools-desk/cases/{reference}/evidence"));
        var file = System.IO.Path.Combine(desk.Folder, "pack.html");
        var mine = file + ".db";
        await File.WriteAllTextAsync(mine, "SQLite format 3");
        var (refused, _, why) = await RungProgram.Run("evidence", reference, "--url", url, "--to", mine);
        Assert.NotEqual(0, refused);
        Assert.Contains("is there already and is no such report. Name another file", why, StringComparison.Ordinal);
        Assert.Equal("SQLite format 3", await File.ReadAllTextAsync(mine));
        File.Delete(mine);

        var (code, _, error) = await RungProgram.Run("evidence", reference, "--url", url, "--to", file);
        Assert.True(code == 0, error);
        Assert.Equal(pack, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var (missing, _, said) = await RungProgram.Run("evidence", "R-222-222", "--url", url);
        Assert.Equal(1, missing);
        Assert.Contains("no case", said, StringComparison.Ordinal);

        await desk.Stop();
        var (stored, output, _) = await RungProgram.Run("evidence", reference, "--data", desk.Folder);
        Assert.Equal(0, stored);
        // Another clock tells another moment; the ledger's due is the same.
        Assert.Contains("Due Thu 31 Dec 15:31 GMT", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_gets_their_own_edition_and_nobody_elses()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        var office = new Caller(desk, "Office manager", "contact");

        (await office.Get($"cases/{reference}/evidence")).Expect(200);
        var refused = (await office.Get($"cases/{reference}/evidence?edition=internal")).Expect(403);
        Assert.Equal("role-not-allowed", refused.Code);
        var stranger = new Caller(desk, "Somebody else", "contact");
        Assert.Equal("case-not-found", (await stranger.Get($"cases/{reference}/evidence")).Expect(404).Code);
        Assert.Equal(
            "actor-missing",
            (await new Caller(desk, null, "contact").Get($"cases/{reference}/evidence")).Expect(400).Code
        );
        Assert.Equal(
            "malformed-request",
            (await office.Get($"cases/{reference}/evidence?edition=all")).Expect(400).Code
        );
        Assert.Equal("case-not-found", (await office.Get("cases/R-222-222/evidence")).Expect(404).Code);
    }

    private static async Task<string> Everything(Caller agent, Caller owner)
    {
        var outage = new JsonObject
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = Hostile,
            ["customer"] = RunningDesk.CustomerOfSmc,
            ["contact"] = new JsonObject { ["name"] = Hostile, ["email"] = "noc@harbour.example.org" },
            ["services"] = new JsonArray("connectivity"),
            ["answers"] = new JsonObject
            {
                ["affected"] = "everything",
                ["effect"] = "down",
                ["details"] = Hostile,
                ["tried"] = Hostile,
            },
        };
        var reference = (await agent.Log(outage)).Reference;
        await agent.Do(reference, "note", Text($"kept inside {Hostile}"));
        await agent.Do(reference, "hold", new() { ["reason"] = "information", ["awaiting"] = Hostile });
        await agent.Do(reference, "resume");
        await agent.Do(reference, "update", Text(Hostile));
        await agent.Do(reference, "reply", new() { ["text"] = Hostile, ["channel"] = "email" });
        for (var level = 0; level < 3; level++)
        {
            var call = new JsonObject
            {
                ["from"] = Hostile,
                ["seenLevel"] = level,
                ["level"] = level + 1,
                ["acknowledged"] = true,
                ["note"] = Hostile,
                ["otherReason"] = Hostile,
                ["callBack"] = "2027-03-27T23:00:00Z",
            };
            await agent.Do(reference, "escalate", call);
        }
        await agent.Do(
            reference,
            "engage",
            new()
            {
                ["level"] = 2,
                ["person"] = Hostile,
                ["text"] = Hostile,
            }
        );
        var withPlan = Text(Hostile);
        withPlan["plan"] = new JsonObject { ["everyMinutes"] = 30, ["audience"] = Hostile };
        await owner.Do(reference, "call-back", withPlan);
        await owner.Do(reference, "planned-contact", Text(Hostile));
        await agent.Do(reference, "peer", new() { ["level"] = 3, ["peer"] = Hostile });
        await agent.Do(reference, "decision", new() { ["level"] = 3, ["text"] = Hostile });
        await owner.Do(
            reference,
            "plan-step",
            new()
            {
                ["what"] = Hostile,
                ["who"] = Hostile,
                ["due"] = "2027-03-28T01:00:00Z",
            }
        );
        await owner.Do(reference, "rfo", Text(Hostile));
        return reference;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static async Task<string> Pack(RunningDesk desk, string path) =>
        await desk.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    [GeneratedRegex("<(?<name>[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "<[a-z][^>]*\\s(src|srcset|data|action|background|on[a-z]+)\\s*=|@import|url\\(",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Loading();

    [GeneratedRegex("<[a-z][^>]*\\shref=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}

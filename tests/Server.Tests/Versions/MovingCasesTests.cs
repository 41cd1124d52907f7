using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NodaTime;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Versions;

/// <summary>
/// ESS-02, semantics 29: open cases are moved to the version in force after a look at what that changes. Logged on Monday 11
/// January 2027 at 09:00, priority 3 is due on Thursday at 09:00 by version 2.0; by 2.1, five days, on Monday 18 at 09:00.
/// </summary>
public sealed class MovingCasesTests
{
    private const string Cases = "/schools-desk/versions/cases";

    [Fact]
    public async Task Open_cases_keep_their_version_until_they_are_moved_after_a_look_at_what_changes()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var old = await new Caller(desk).Log(Caller.FaultForSome);
        await OwnGuides.Replace(desk, OwnGuides.Allowing("workingDays: 5"));
        var agent = new Caller(desk);

        var versions = await Page(desk, "");
        Assert.Contains("In force since Mon 11 Jan 2027.", versions, StringComparison.Ordinal);
        Assert.Contains("Was in force from Thu 1 Oct 2020 until Sun 10 Jan 2027.", versions, StringComparison.Ordinal);
        var difference = await Page(desk, "/difference?from=2.0&to=2.1");
        Assert.Matches("<del[^>]*>3</del> working days", difference);
        Assert.Matches("<ins[^>]*>5</ins> working days", difference);
        Assert.Equal(HttpStatusCode.NotFound, await Status(desk, "/difference?from=2.0&to=9"));

        // An agent holds no post of a ladder; a page that was made for another version moves nothing.
        var seen = ("case", $"{old.Reference}/{old.Version}");
        var byAgent = await PageForm.Of(desk, Cases, "moves");
        Assert.Matches("<strong[^>]*>Mon 18 Jan 09:00</strong>", byAgent.Html);
        Assert.DoesNotContain("checkbox", byAgent.Html, StringComparison.Ordinal);
        await byAgent.Send(seen);
        ByLeader(desk);
        await (await PageForm.Of(desk, Cases, "moves")).Send(seen, ("to", "2.0"));
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(await agent.Case(old.Reference)));

        var done = await (await PageForm.Of(desk, Cases, "moves")).Send(seen, ("case", "no case"));
        Assert.Contains("1 case goes on under version 2.1.", done, StringComparison.Ordinal);
        Assert.Contains("Every open case that you may see is under version 2.1.", done, StringComparison.Ordinal);
        Assert.Equal(("2.1", "2027-01-18T09:00:00Z"), Promise(await agent.Case(old.Reference)));

        // It goes on by it: at Thursday's due nothing happens.
        desk.AdvanceTo("2027-01-15T10:00:00Z");
        Assert.Equal("running", (string?)(await agent.Case(old.Reference)).Clock("resolve")["state"]);
    }

    // By one day it was due on Tuesday at 09:00, an hour ago: nobody moves that without a look.
    [Fact]
    public async Task What_would_be_overdue_at_once_is_not_ticked_beforehand()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var old = await new Caller(desk).Log(Caller.FaultForSome);
        desk.AdvanceTo("2027-01-12T09:30:00Z");
        var young = await new Caller(desk).Log(Caller.FaultForSome);
        desk.AdvanceTo("2027-01-12T10:00:00Z");
        await OwnGuides.Replace(desk, OwnGuides.Allowing("workingDays: 1"));
        ByLeader(desk);

        var html = (await PageForm.Of(desk, Cases, "moves")).Html;

        Assert.Matches($"value=\"{young.Reference}/{young.Version}\" checked", html);
        Assert.DoesNotMatch($"value=\"{old.Reference}/[0-9]+\" checked", html);
        Assert.Contains("overdue at once", html, StringComparison.Ordinal);
        Assert.Contains("Target time missed, late on arrival", html, StringComparison.Ordinal);
    }

    // Moved is what was looked at.
    [Fact]
    public async Task A_case_on_which_something_happened_since_the_look_is_not_moved()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var old = await new Caller(desk).Log(Caller.FaultForSome);
        await OwnGuides.Replace(desk, OwnGuides.Allowing("workingDays: 5"));
        ByLeader(desk);
        var form = await PageForm.Of(desk, Cases, "moves");
        var agent = new Caller(desk);
        await agent.Do(old.Reference, "note", new JsonObject { ["text"] = "They rang again" });

        var said = await form.Send(("case", $"{old.Reference}/{old.Version}"));

        Assert.Contains(
            "Nothing was moved. On 1 something has happened since you looked",
            said,
            StringComparison.Ordinal
        );
        Assert.Equal("2.0", (string?)(await agent.Case(old.Reference)).Body!["guideVersion"]);
    }

    // R50. Its second event is damaged: it is shown as it is, and the one behind it is moved.
    [Fact]
    public async Task A_case_that_cannot_be_read_holds_up_no_other()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var broken = await new Caller(desk).Log(Caller.FaultForSome);
        var whole = await new Caller(desk).Log(Caller.FaultForSome);
        await desk.Stop();
        Damage(desk.Folder, broken.Reference);
        OwnGuides.Add(desk.Folder, OwnGuides.Allowing("workingDays: 5"));
        await desk.Start();
        ByLeader(desk);

        var form = await PageForm.Of(desk, Cases, "moves");
        Assert.Contains("It cannot be read", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{broken.Reference}/", form.Html, StringComparison.Ordinal);

        await form.Send(("case", $"{whole.Reference}/{whole.Version}"));
        Assert.Equal("2.1", (string?)(await new Caller(desk).Case(whole.Reference)).Body!["guideVersion"]);
    }

    [Fact]
    public async Task By_the_API_a_case_is_looked_at_and_moved_with_what_was_seen()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var old = await new Caller(desk).Log(Caller.FaultForSome);
        await OwnGuides.Replace(desk, OwnGuides.Allowing("workingDays: 5"));
        var (agent, leader) = (new Caller(desk), new Caller(desk, "Team leader", "team-leader"));

        var look = (await agent.Get($"cases/{old.Reference}/version-move")).Expect(200).Body!;
        Assert.Equal(("2.0", "2.1"), ((string?)look["from"], (string?)look["to"]));
        var clock = look["clocks"]!.AsArray().Single(one => (string?)one!["target"] == "resolve")!;
        Assert.Equal("2027-01-14T09:00:00Z", (string?)clock["before"]!["due"]);
        Assert.Equal("2027-01-18T09:00:00Z", (string?)clock["after"]!["due"]);

        var path = $"cases/{old.Reference}/move-to-version";
        JsonObject To(string version) => new() { ["to"] = version };
        Assert.Equal("role-not-allowed", (await agent.Post(path, To("2.1"))).Expect(403).Code);
        Assert.Equal("version-not-in-force", (await leader.Post(path, To("2.0"))).Expect(409).Code);
        Assert.Equal("stale-version", (await leader.Post(path, To("2.1"), ("If-Match", "\"1\""))).Expect(412).Code);
        var seen = $"\"{(long)look["version"]!}\"";
        var moved = (await leader.Post(path, To("2.1"), ("If-Match", seen))).Expect(200);
        Assert.Equal(("2.1", "2027-01-18T09:00:00Z"), Promise(moved));
        Assert.Equal("wrong-condition", (await leader.Post(path, To("2.1"))).Expect(409).Code);
        var last = (await agent.Events(old.Reference))[^1]!;
        Assert.Equal("Moved to version 2.1 of the guide, from 2.0", (string?)last["says"]);
    }

    // By 2.1 a case is closed one working day after it was resolved and asked once: on Thursday 14 at 09:00. The customer's
    // mail of Thursday 08:00 is in hand until Friday 10:03.
    [Fact]
    public async Task No_move_closes_a_case_on_silence_past_mail_that_waits_A_10()
    {
        await using var desk = await RunningDesk.Open("2027-01-12T09:00:00Z", OwnGuides.Copy);
        var agent = new Caller(desk);
        var old = await agent.Log(Caller.FaultForSome);
        var toConfirm = new JsonObject { ["resolution"] = "Restarted it", ["confirmation"] = "required" };
        await agent.Do(old.Reference, "resolve", toConfirm);
        desk.AdvanceTo("2027-01-13T09:00:00Z");
        await RunningDesk.Until(
            async () =>
                (await agent.Events(old.Reference)).Any(one => (string?)one!["event"]!["type"] == "attempt-made"),
            "it is asked"
        );
        await desk.Stop();
        OwnGuides.Add(desk.Folder, Hasty);
        desk.AdvanceTo("2027-01-14T10:00:00Z");
        await desk.Start(async database =>
        {
            await database.Inbound.Keep(Reply(old.Reference, RunningDesk.At("2027-01-14T08:00:00Z")));
            var claim = new InboundClaim("other", desk.Now, desk.Now + Duration.FromMinutes(3));
            Assert.Single(await database.Inbound.Claim(claim));
        });
        var leader = new Caller(desk, "Team leader", "team-leader");
        ByLeader(desk);

        var path = $"cases/{old.Reference}/move-to-version";
        var to = new JsonObject { ["to"] = "2.1" };
        Assert.Equal("mail-waits", (await leader.Post(path, to)).Expect(409).Code);
        Assert.Contains(
            "mail that came before is not handled yet",
            await Page(desk, "/cases"),
            StringComparison.Ordinal
        );

        // Heard, it sends the case back; then it is moved, and stays open.
        desk.AdvanceTo("2027-01-14T10:04:00Z");
        await RunningDesk.Until(
            async () => (string?)(await leader.Case(old.Reference)).Body!["condition"] == "open",
            "the answer is heard"
        );
        var moved = (await leader.Post(path, to)).Expect(200).Body!;
        Assert.Equal(("2.1", "open"), ((string?)moved["guideVersion"], (string?)moved["condition"]));
    }

    private static string Hasty(string text) =>
        OwnGuides
            .Later(text)
            .Replace("    count: 3\n", "    count: 1\n", StringComparison.Ordinal)
            .Replace(
                "    spacing: [{ workingDays: 1 }, { workingDays: 1 }, { workingDays: 2 }]\n    closeAfter: { workingDays: 5 }",
                "    spacing: [{ workingDays: 1 }]\n    closeAfter: { workingDays: 2 }",
                StringComparison.Ordinal
            );

    private static NewInbound Reply(string reference, Instant at)
    {
        var message = MailServer.Message(
            "office@ashgrove.example.org",
            $"Re: [{reference}] E-mail",
            "It is not fixed.",
            MailServer.Verified
        );
        return new NewInbound("schools-desk", "desk@schools.example.org", null, Encoding.UTF8.GetBytes(message), at);
    }

    private static void ByLeader(RunningDesk desk) =>
        desk.Client.DefaultRequestHeaders.Add(
            "Cookie",
            $"rung-acting={Uri.EscapeDataString("team-leader|Service Desk Team Leader")}"
        );

    private static void Damage(string folder, string reference)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "rung.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE events SET body = '{' WHERE sequence = 2 AND case_id = (SELECT id FROM cases WHERE reference = @case)";
        command.Parameters.AddWithValue("@case", reference);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static Task<string> Page(RunningDesk desk, string page) =>
        desk.Client.GetStringAsync($"/schools-desk/versions{page}", TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> Status(RunningDesk desk, string page)
    {
        using var answer = await desk.Client.GetAsync(
            $"/schools-desk/versions{page}",
            TestContext.Current.CancellationToken
        );
        return answer.StatusCode;
    }

    private static (string?, string?) Promise(Answer answer) =>
        ((string?)answer.Body!["guideVersion"], (string?)answer.Clock("resolve")["due"]);
}

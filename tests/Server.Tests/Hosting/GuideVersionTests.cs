using System.Net;
using System.Text.Json.Nodes;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>A case keeps the version of the guide it was logged under (ESS-02, semantics 29).</summary>
public sealed class GuideVersionTests
{
    private const string ThreeDays = "{ when: { priority: P3 }, allow: { workingDays: 3 }";
    private const string Since = "effectiveFrom: 2020-10-01";
    private const string FiveDays = "{ when: { priority: P3 }, allow: { workingDays: 5 }";

    [Fact]
    public async Task A_case_keeps_its_version_and_new_cases_take_the_new_one()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides);
        var agent = new Caller(desk);
        var old = await agent.Log(Caller.FaultForSome);
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(old));

        await desk.Stop();
        Change(desk.Folder, text => Version(text, "2.1").Replace(ThreeDays, FiveDays, StringComparison.Ordinal));
        await desk.Start();
        Assert.Equal(("2.1", "2027-01-18T09:00:00Z"), Promise(await agent.Log(Caller.FaultForSome)));
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(await agent.Case(old.Reference)));
        Assert.Equal("2.1", (string?)(await agent.Get("guide")).Body!["document"]!["version"]);

        // And goes on being handled by it.
        var noted = await agent.Do(old.Reference, "note", new JsonObject { ["text"] = "Still the same promise" });
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(noted));
    }

    [Fact]
    public async Task Another_text_under_the_same_version_is_refused()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides);
        await desk.Stop();
        var file = Change(desk.Folder, text => text.Replace(ThreeDays, FiveDays, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<StartException>(desk.Start);
        Assert.StartsWith(
            $"{file} says it is schools-desk 2.0, but cases may have been logged under another text",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, refused.Code);
        Change(desk.Folder, text => text.Replace(FiveDays, ThreeDays, StringComparison.Ordinal));
        await desk.Start();
    }

    // ESS-03: who asks for the guide gets the version in force.
    [Fact]
    public async Task A_version_that_is_not_in_force_yet_waits()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides);
        await desk.Stop();
        var text = await File.ReadAllTextAsync(
            Path.Combine(desk.Folder, "guides", "schools-desk.yaml"),
            TestContext.Current.CancellationToken
        );
        var next = Version(text, "3.0")
            .Replace("effectiveFrom: 2020-10-01", "effectiveFrom: 2027-02-01", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            Path.Combine(desk.Folder, "guides", "schools-desk-3.yaml"),
            next,
            TestContext.Current.CancellationToken
        );
        await desk.Start();
        var agent = new Caller(desk);
        Assert.Equal("2.0", (string?)(await agent.Get("guide")).Body!["document"]!["version"]);

        await desk.Stop();
        desk.AdvanceTo("2027-02-01T00:00:00Z");
        await desk.Start();
        Assert.Equal("3.0", (string?)(await agent.Get("guide")).Body!["document"]!["version"]);
    }

    // Version 3.0 names 1 February; nobody starts anything anew that night.
    [Fact]
    public async Task A_version_takes_force_at_midnight_of_its_day()
    {
        await using var desk = await RunningDesk.Open(
            "2027-01-31T23:59:59Z",
            folder =>
            {
                OwnGuides(folder);
                Add(
                    folder,
                    text => Version(text, "3.0").Replace(Since, "effectiveFrom: 2027-02-01", StringComparison.Ordinal)
                );
            }
        );
        var agent = new Caller(desk);
        var before = await agent.Log(Caller.FaultForSome);
        Assert.Equal("2.0", (string?)before.Body!["guideVersion"]);

        desk.AdvanceTo("2027-02-01T00:00:00Z");

        Assert.Equal("3.0", (string?)(await agent.Log(Caller.FaultForSome)).Body!["guideVersion"]);
        Assert.Equal("3.0", (string?)(await agent.Get("guide")).Body!["document"]!["version"]);
        Assert.Equal("2.0", (string?)(await agent.Case(before.Reference)).Body!["guideVersion"]);
    }

    // Logged on Monday 11 January 2027 at 09:00; by 2.0 due on Thursday, by 2.1, five days, on Monday 18 at 09:00.
    [Fact]
    public async Task Open_cases_keep_their_version_until_they_are_moved_after_a_look_at_what_changes()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides);
        var agent = new Caller(desk);
        var old = await agent.Log(Caller.FaultForSome);
        await desk.Stop();
        Add(desk.Folder, text => Later(text).Replace(ThreeDays, FiveDays, StringComparison.Ordinal));
        await desk.Start();
        agent = new Caller(desk);

        var versions = await Page(desk, "");
        Assert.Contains("In force since Mon 11 Jan 2027.", versions, StringComparison.Ordinal);
        Assert.Contains("No longer in force; from Thu 1 Oct 2020.", versions, StringComparison.Ordinal);
        var changes = await Page(desk, "/changes?from=2.0&to=2.1");
        Assert.Matches("<del[^>]*>[^<]*3 working days", changes);
        Assert.Matches("<ins[^>]*>[^<]*5 working days", changes);
        Assert.Equal(HttpStatusCode.NotFound, await Status(desk, "/changes?from=2.0&to=9"));

        // An agent holds no post of a ladder; a page that was made for another version moves nothing.
        var (cases, moved) = ("/schools-desk/versions/cases", ("case", old.Reference));
        var byAgent = await PageForm.Of(desk, cases, "moves");
        Assert.Matches("→ <strong[^>]*>Mon 18 Jan 09:00</strong>", byAgent.Html);
        await byAgent.Send(moved);
        var post = Uri.EscapeDataString("team-leader|Service Desk Team Leader");
        desk.Client.DefaultRequestHeaders.Add("Cookie", $"rung-acting={post}");
        await (await PageForm.Of(desk, cases, "moves")).Send(moved, ("to", "2.0"));
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(await agent.Case(old.Reference)));

        var done = await (await PageForm.Of(desk, cases, "moves")).Send(moved, ("case", "no case"));
        Assert.Contains("1 case goes on under version 2.1.", done, StringComparison.Ordinal);
        Assert.Equal(("2.1", "2027-01-18T09:00:00Z"), Promise(await agent.Case(old.Reference)));
        Assert.Contains("Every open case that you may see is under version 2.1.", done, StringComparison.Ordinal);

        // It goes on by it: at Thursday's due nothing happens.
        desk.AdvanceTo("2027-01-15T10:00:00Z");
        Assert.Equal("running", (string?)(await agent.Case(old.Reference)).Clock("resolve")["state"]);
    }

    [Theory]
    [InlineData("status: active", "status: draft", "No version of schools-desk is in force today")]
    [InlineData(
        "rung: 1",
        "rung: 1\nnonsense: true",
        "has errors; nothing was started. See them with: rung guide check"
    )]
    public async Task A_guide_that_cannot_be_in_force_stops_the_start(string from, string to, string says)
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides);
        await desk.Stop();
        Change(desk.Folder, text => Version(text, "2.1").Replace(from, to, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<StartException>(desk.Start);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, refused.Code);
    }

    private static void OwnGuides(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        foreach (var file in (string[])["schools-desk.yaml", "smc.yaml"])
        {
            File.Copy(Documents.Path("guides", file), Path.Combine(own, file));
        }
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

    private static void Add(string folder, Func<string, string> change)
    {
        var own = Path.Combine(folder, "guides");
        var text = File.ReadAllText(Path.Combine(own, "schools-desk.yaml"));
        File.WriteAllText(Path.Combine(own, "schools-desk-next.yaml"), change(text));
    }

    private static string Later(string text) =>
        Version(text, "2.1").Replace(Since, "effectiveFrom: 2027-01-11", StringComparison.Ordinal);

    private static string Change(string folder, Func<string, string> change)
    {
        var file = Path.Combine(folder, "guides", "schools-desk.yaml");
        var before = File.ReadAllText(file);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(file, after);
        return file;
    }

    private static string Version(string text, string version) =>
        text.Replace("  version: \"2.0\"\n  status", $"  version: \"{version}\"\n  status", StringComparison.Ordinal)
            .Replace(
                "    - version: \"2.0\"\n",
                $"    - version: \"{version}\"\n      date: 2026-12-01\n      author: Service management\n      summary: Another target\n      marked: Not marked\n    - version: \"2.0\"\n",
                StringComparison.Ordinal
            );

    private static (string?, string?) Promise(Answer answer) =>
        ((string?)answer.Body!["guideVersion"], (string?)answer.Clock("resolve")["due"]);
}

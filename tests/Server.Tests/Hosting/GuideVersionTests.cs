using System.Text.Json.Nodes;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Versions;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>A case keeps the version of the guide it was logged under (ESS-02, semantics 29).</summary>
public sealed class GuideVersionTests
{
    private const string FiveDays = "{ when: { priority: P3 }, allow: { workingDays: 5 }";

    [Fact]
    public async Task A_case_keeps_its_version_and_new_cases_take_the_new_one()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var agent = new Caller(desk);
        var old = await agent.Log(Caller.FaultForSome);
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(old));

        await desk.Stop();
        Change(
            desk.Folder,
            text => OwnGuides.Version(text, "2.1").Replace(OwnGuides.ThreeDays, FiveDays, StringComparison.Ordinal)
        );
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
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        await desk.Stop();
        var file = Change(desk.Folder, text => text.Replace(OwnGuides.ThreeDays, FiveDays, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<StartException>(desk.Start);
        Assert.StartsWith(
            $"{file} says it is schools-desk 2.0, but cases may have been logged under another text",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, refused.Code);
        Change(desk.Folder, text => text.Replace(FiveDays, OwnGuides.ThreeDays, StringComparison.Ordinal));
        await desk.Start();
    }

    // Semantics 29: what a version said stays; that it is superseded is said of it.
    [Fact]
    public async Task A_version_that_another_followed_may_be_marked_superseded()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var agent = new Caller(desk);
        var old = await agent.Log(Caller.FaultForSome);
        await desk.Stop();
        OwnGuides.Add(desk.Folder, text => OwnGuides.Version(text, "2.1"));
        Change(desk.Folder, text => text.Replace("status: active", "status: superseded", StringComparison.Ordinal));
        await desk.Start();

        Assert.Equal("2.1", (string?)(await agent.Get("guide")).Body!["document"]!["version"]);
        Assert.Equal(("2.0", "2027-01-14T09:00:00Z"), Promise(await agent.Case(old.Reference)));

        await desk.Stop();
        Change(desk.Folder, text => text.Replace(OwnGuides.ThreeDays, FiveDays, StringComparison.Ordinal));
        await Assert.ThrowsAsync<StartException>(desk.Start);
    }

    // ESS-03: who asks for the guide gets the version in force.
    [Fact]
    public async Task A_version_that_is_not_in_force_yet_waits()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        await desk.Stop();
        var text = await File.ReadAllTextAsync(
            Path.Combine(desk.Folder, "guides", "schools-desk.yaml"),
            TestContext.Current.CancellationToken
        );
        var next = OwnGuides
            .Version(text, "3.0")
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
                OwnGuides.Copy(folder);
                OwnGuides.Add(
                    folder,
                    text =>
                        OwnGuides
                            .Version(text, "3.0")
                            .Replace(OwnGuides.Since, "effectiveFrom: 2027-02-01", StringComparison.Ordinal)
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

    [Theory]
    [InlineData("status: active", "status: draft", "No version of schools-desk is in force today")]
    [InlineData(
        "rung: 1",
        "rung: 1\nnonsense: true",
        "has errors; nothing was started. See them with: rung guide check"
    )]
    public async Task A_guide_that_cannot_be_in_force_stops_the_start(string from, string to, string says)
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        await desk.Stop();
        Change(desk.Folder, text => OwnGuides.Version(text, "2.1").Replace(from, to, StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<StartException>(desk.Start);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, refused.Code);
    }

    // A draft is nobody's: it may change until it is active, and an earlier Rung kept its text all the same.
    [Fact]
    public async Task A_draft_may_change_until_cases_are_logged_under_it()
    {
        await using var desk = await RunningDesk.Open("2027-01-11T09:00:00Z", OwnGuides.Copy);
        var draft = OwnGuides.Later(Text(desk)).Replace("status: active", "status: draft", StringComparison.Ordinal);
        await desk.Stop();
        OwnGuides.Add(desk.Folder, _ => draft);
        await desk.Start(database => database.Settings.Set("guide:schools-desk 2.1", draft));
        Assert.Contains("A draft.", await Versions(desk), StringComparison.Ordinal);

        await desk.Stop();
        OwnGuides.Add(
            desk.Folder,
            text => OwnGuides.Later(text).Replace(OwnGuides.ThreeDays, FiveDays, StringComparison.Ordinal)
        );
        await desk.Start();

        Assert.Equal(("2.1", "2027-01-18T09:00:00Z"), Promise(await new Caller(desk).Log(Caller.FaultForSome)));
        // From now on it is as every version that cases may be under.
        await desk.Stop();
        OwnGuides.Add(desk.Folder, OwnGuides.Later);
        await Assert.ThrowsAsync<StartException>(desk.Start);
    }

    // Its day never comes: only files take force.
    [Fact]
    public async Task A_version_whose_file_was_taken_away_before_its_day_is_not_announced()
    {
        await using var desk = await RunningDesk.Open("2027-01-10T09:00:00Z", OwnGuides.Copy);
        await OwnGuides.Replace(desk, OwnGuides.Later);
        Assert.Contains("Takes force on Mon 11 Jan 2027.", await Versions(desk), StringComparison.Ordinal);

        await desk.Stop();
        File.Delete(Path.Combine(desk.Folder, "guides", "schools-desk-next.yaml"));
        await desk.Start();

        var versions = await Versions(desk);
        Assert.DoesNotContain("Takes force", versions, StringComparison.Ordinal);
        Assert.Contains("there is no file of it any more", versions, StringComparison.Ordinal);
    }

    private static Task<string> Versions(RunningDesk desk) =>
        desk.Client.GetStringAsync("/schools-desk/versions", TestContext.Current.CancellationToken);

    private static string Text(RunningDesk desk) =>
        File.ReadAllText(Path.Combine(desk.Folder, "guides", "schools-desk.yaml"));

    private static string Change(string folder, Func<string, string> change)
    {
        var file = Path.Combine(folder, "guides", "schools-desk.yaml");
        var before = File.ReadAllText(file);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(file, after);
        return file;
    }

    private static (string?, string?) Promise(Answer answer) =>
        ((string?)answer.Body!["guideVersion"], (string?)answer.Clock("resolve")["due"]);
}

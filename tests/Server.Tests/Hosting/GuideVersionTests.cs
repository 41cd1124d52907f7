using System.Text.Json.Nodes;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>A case keeps the version of the guide it was logged under (ESS-02, semantics 29).</summary>
public sealed class GuideVersionTests
{
    private const string ThreeDays = "{ when: { priority: P3 }, allow: { workingDays: 3 }";
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

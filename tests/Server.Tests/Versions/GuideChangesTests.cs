using System.Net;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Portal;
using Xunit;

namespace Rung.Server.Tests.Versions;

/// <summary>
/// ESS-96: whoever reads the published guide finds what changed between its versions. Version 2.1 takes force on Monday 11 January
/// 2027 and allows one working day for priority 3 instead of three; 3.0 is a draft.
/// </summary>
public sealed partial class GuideChangesTests
{
    private const string Guide = "schools-desk/guide";

    [Fact]
    public async Task ESS_96_What_a_version_changes_is_public_before_it_takes_force_and_after()
    {
        await using var desk = await Open("2027-01-08T09:00:00Z");
        using var office = await Secretary.Of(desk, "ashgrove/office");
        Assert.Contains($"href=\"/{Guide}/changes\"", await office.Open($"//{Guide}"), StringComparison.Ordinal);

        var next = await Page(desk, $"{Guide}/changes?version=2.1");
        Assert.Contains("Version 2.1: takes force on Mon 11 Jan 2027.", next, StringComparison.Ordinal);
        Assert.Contains("<del>3</del>", Plain(next), StringComparison.Ordinal);
        Assert.Contains("<ins>1</ins>", Plain(next), StringComparison.Ordinal);

        desk.AdvanceTo("2027-01-11T09:00:00Z");
        var inForce = await Page(desk, $"{Guide}/changes");
        Assert.Contains("What changed in version 2.1", inForce, StringComparison.Ordinal);
        Assert.Contains($"/{Guide}/changes?version=2.0", inForce, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_96_Of_the_first_version_the_page_says_that_nothing_is_there_to_hold_it_against()
    {
        await using var desk = await Open("2027-01-08T09:00:00Z");
        var page = await Page(desk, $"{Guide}/changes?version=2.0");
        Assert.Contains("There is no earlier version here", page, StringComparison.Ordinal);
        Assert.Contains($"/{Guide}#document-control", page, StringComparison.Ordinal);
    }

    /// <summary>ESS-02: a draft is the desk's own.</summary>
    [Theory]
    [InlineData("3.0")]
    [InlineData("nothing")]
    public async Task ESS_96_Of_a_draft_nobody_is_told_that_there_is_one(string version)
    {
        await using var desk = await Open("2027-01-08T09:00:00Z");
        using var answer = await desk.Client.GetAsync(
            new Uri($"/{Guide}/changes?version={version}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("3.0", await Page(desk, $"{Guide}/changes"), StringComparison.Ordinal);
    }

    private static Task<RunningDesk> Open(string now) =>
        RunningDesk.Open(
            now,
            folder =>
            {
                OwnGuides.Copy(folder);
                OwnGuides.Add(folder, OwnGuides.Allowing("workingDays: 1"));
                var draft = OwnGuides
                    .Version(File.ReadAllText(Path.Combine(folder, "guides", "schools-desk.yaml")), "3.0")
                    .Replace("status: active", "status: draft", StringComparison.Ordinal);
                File.WriteAllText(Path.Combine(folder, "guides", "schools-desk-draft.yaml"), draft);
            }
        );

    private static Task<string> Page(RunningDesk desk, string path) =>
        desk.Client.GetStringAsync(new Uri($"/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    // The marks of a page's own styles stand in its tags.
    private static string Plain(string html) => Mark().Replace(html, "");

    [GeneratedRegex(" b-[a-z0-9]+")]
    private static partial Regex Mark();
}

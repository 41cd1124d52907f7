using Microsoft.Extensions.DependencyInjection;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Mails;
using Rung.Storage;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Retention;

/// <summary><c>rung retention</c> on a desk that does not run.</summary>
public sealed class RetentionCommandTests
{
    // Of 2 June 2025, and kept for three months: by this machine's clock it is over.
    [Fact]
    public async Task It_looks_first_and_ends_only_when_it_is_told_to()
    {
        await using var desk = await RunningDesk.Open("2025-06-02T09:00:00Z");
        var mail = await new MailServer(desk).Receives("Away", "canary", "Auto-Submitted: auto-replied");
        Assert.Equal(InboundState.LeftAlone, mail.State);
        await desk.Stop();
        string[] asked = ["retention", "--data", desk.Folder, "--desk", "schools-desk"];

        var (code, look, why) = await RungProgram.Run(asked);
        Assert.True(code == 0, why);
        Assert.Matches("Mails of which nothing came: kept 3 months from their arrival\n    1 run out", look);
        Assert.Contains("Nothing ends by itself yet", look, StringComparison.Ordinal);
        Assert.DoesNotContain("Ended", look, StringComparison.Ordinal);
        (_, look, _) = await RungProgram.Run([.. asked, "--carry-out"]);
        Assert.Contains("Ended: mails of which nothing came: 1.", look, StringComparison.Ordinal);
        (_, look, _) = await RungProgram.Run([.. asked, "--carry-out"]);
        Assert.Contains("Nothing was ended.", look, StringComparison.Ordinal);

        await desk.Start();
        var database = desk.Services.GetRequiredService<RungDatabase>();
        Assert.Empty((await database.Inbound.Content(mail.Id))!);
        Assert.Null((await database.Inbound.Find(mail.Id))!.Subject);
    }

    [Fact]
    public async Task Of_a_desk_that_is_not_there_it_says_which_there_are()
    {
        await using var desk = await RunningDesk.Open("2025-06-02T09:00:00Z");
        await desk.Stop();
        var (code, _, error) = await RungProgram.Run("retention", "--data", desk.Folder, "--desk", "nobody");
        Assert.Equal(2, code);
        Assert.Contains("there is no desk nobody; there are schools-desk", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_desk_runs_it_changes_nothing()
    {
        await using var desk = await RunningDesk.Open("2025-06-02T09:00:00Z");
        var (code, _, error) = await RungProgram.Run("retention", "--data", desk.Folder, "--carry-out");
        Assert.Equal(3, code);
        Assert.Contains("is running", error, StringComparison.Ordinal);
    }
}

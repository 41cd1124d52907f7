using Xunit;

namespace Rung.Server.Tests.Launching;

/// <summary>Issue 2, section 1: the launcher builds when something changed and only then.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly Checkout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public async Task Builds_once_and_hands_every_argument_to_the_program()
    {
        var first = await checkout.Launch("guide", "check", "a file.yaml", "");
        var second = await checkout.Launch("--version");

        Assert.Equal(1, checkout.Builds);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal($"ran in {checkout.Outside} with: guide check a file.yaml \n", first.Output);
        Assert.Contains("rung: built in", first.Error, StringComparison.Ordinal);
        Assert.Equal(("", 0), (second.Error, second.ExitCode));
    }

    [Theory]
    [InlineData("src/Rung.Core/Core.cs")]
    [InlineData("src/Rung.Core/Added.cs")]
    [InlineData("src/Rung.Server/packages.lock.json")]
    [InlineData("guides/desk.yaml")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public async Task Builds_again_when_a_source_was_changed_or_added(string path)
    {
        await checkout.Launch();
        checkout.Write(path, "changed");
        await checkout.Launch();
        await checkout.Launch();

        Assert.Equal(2, checkout.Builds);
    }

    [Fact]
    public async Task Builds_again_when_a_source_was_deleted()
    {
        await checkout.Launch();
        checkout.Delete("src/Rung.Core/Core.cs");
        await checkout.Launch();

        Assert.Equal(2, checkout.Builds);
    }

    [Theory]
    [InlineData("docs/tour.md")]
    [InlineData("tests/Core.Tests/SomeTests.cs")]
    [InlineData("src/Rung.Core/obj/generated.cs")]
    public async Task Does_not_build_for_what_the_program_is_not_made_of(string path)
    {
        await checkout.Launch();
        checkout.Write(path, "changed");
        await checkout.Launch();

        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public async Task Shows_what_failed_runs_nothing_and_builds_again_next_time()
    {
        await File.WriteAllTextAsync(checkout.Tool("broken"), "");
        var broken = await checkout.Launch();
        File.Delete(checkout.Tool("broken"));
        var mended = await checkout.Launch();

        Assert.Equal((3, ""), (broken.ExitCode, broken.Output));
        Assert.Contains(
            "\nsrc/Rung.Server/Program.cs(1,2): error CS1002: ; expected\n",
            broken.Error,
            StringComparison.Ordinal
        );
        Assert.Equal((0, 2), (mended.ExitCode, checkout.Builds));
    }

    [Fact]
    public async Task Two_started_at_once_build_once()
    {
        await File.WriteAllTextAsync(checkout.Tool("build-seconds"), "0.5");
        var runs = await Task.WhenAll(checkout.Launch(), checkout.Launch());

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public async Task Works_through_a_symbolic_link()
    {
        var link = Path.Combine(checkout.Outside, "rung");
        File.CreateSymbolicLink(link, Path.Combine(checkout.Root, "rung"));
        var run = await checkout.LaunchAs(link, "--version");

        Assert.Equal((0, 1), (run.ExitCode, checkout.Builds));
    }

    [Fact]
    public async Task Says_what_to_install_when_the_sdk_is_missing()
    {
        await File.WriteAllTextAsync(checkout.Tool("sdk-missing"), "1");
        var tooOld = await checkout.Launch();
        File.Delete(checkout.Tool("dotnet"));
        var missing = await checkout.Launch();

        Assert.All([tooOld, missing], run => Assert.Equal(3, run.ExitCode));
        Assert.All([tooOld, missing], run => Assert.Contains(".NET 10 SDK", run.Error, StringComparison.Ordinal));
    }
}

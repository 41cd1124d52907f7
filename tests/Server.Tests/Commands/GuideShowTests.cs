using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung guide show</c> as a person runs it. Issue 2, section 3; ESS-01, ESS-54.</summary>
public sealed class GuideShowTests
{
    private static readonly string Schools = Documents.Path("guides", "schools-desk.yaml");

    [Fact]
    public async Task A_guide_is_printed_as_a_person_reads_it()
    {
        var (exitCode, output, error) = await RungProgram.Run("guide", "show", Schools);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Document control", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^\W*P1\W.*4 hours", output);
    }

    [Fact]
    public async Task One_section_is_printed_alone()
    {
        var (exitCode, output, _) = await RungProgram.Run("guide", "show", "--section", "priorities", Schools);

        Assert.Equal(0, exitCode);
        Assert.Contains("Case priorities", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Document control", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_the_guide_lacks_is_told_with_those_it_has()
    {
        var (exitCode, output, error) = await RungProgram.Run("guide", "show", "--section", "priority", Schools);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("no section 'priority'. Did you mean 'priorities'?", error, StringComparison.Ordinal);
        Assert.Contains("document-control", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_guide_is_not_shown_and_says_why()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "rung: 3\n", TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await RungProgram.Run("guide", "show", file);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("unsupported-language", error, StringComparison.Ordinal);
        File.Delete(file);
    }
}

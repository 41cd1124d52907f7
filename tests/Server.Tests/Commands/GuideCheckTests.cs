using System.Text.Json;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung guide check</c> as a person or a program runs it. Issue 2, section 3.</summary>
public sealed class GuideCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-guide-check").FullName;

    private static string Shipped { get; } =
        Path.Combine(FindRoot(new DirectoryInfo(AppContext.BaseDirectory)), "guides");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("schools-desk.yaml")]
    [InlineData("smc.yaml")]
    [InlineData("gulf-colocation.yaml")]
    public async Task Shipped_guides_have_no_error(string name)
    {
        var (exitCode, output, error) = await RungProgram.Run(
            "guide",
            "check",
            "--as-of",
            "2026-11-23",
            Path.Combine(Shipped, name)
        );

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(", no errors, no warnings, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_problem_is_a_line_that_editors_can_follow()
    {
        var file = Write("guide.yaml", Changed("holidays: [england-wales]", "holidays: [england-wale]"));

        var (exitCode, output, _) = await RungProgram.Run("guide", "check", file);

        Assert.Equal(1, exitCode);
        Assert.Matches(
            $@"(?m)^{file}:\d+:16 +error +missing-holidays  +there is no holiday file `england-wale\.ics` — write `england-wales`$",
            output
        );
        Assert.DoesNotContain('\e', output);
        Assert.EndsWith(": 1 error, no warnings, no notices\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_one_json_object()
    {
        var file = Write("guide.yaml", "rung: 3\n");

        var (exitCode, output, _) = await RungProgram.Run("guide", "check", "--json", file);

        var found = JsonDocument.Parse(output).RootElement;
        var problem = found.GetProperty("files")[0].GetProperty("problems")[0];
        Assert.Equal((1, 1), (exitCode, found.GetProperty("errors").GetInt32()));
        Assert.Equal("unsupported-language", problem.GetProperty("code").GetString());
        Assert.Equal((1, 7), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task A_missing_file_is_the_machines_matter_and_the_others_are_checked()
    {
        var good = Path.Combine(Shipped, "smc.yaml");

        var (exitCode, output, _) = await RungProgram.Run("guide", "check", Path.Combine(_folder, "none.yaml"), good);

        Assert.Equal(3, exitCode);
        Assert.Contains("none.yaml: not read: ", output, StringComparison.Ordinal);
        Assert.Contains("smc 1.0, no errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_guide()
    {
        var (exitCode, output, _) = await RungProgram.Run("guide", "check", _folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("not-a-file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holidays_beside_the_guide_go_before_the_shipped_ones()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "holidays"));
        Write("holidays/atlantis.ics", File.ReadAllText(Path.Combine(Shipped, "holidays", "jersey.ics")));
        var file = Write("guide.yaml", Changed("holidays: [england-wales]", "holidays: [england-wales, atlantis]"));

        var (exitCode, output, _) = await RungProgram.Run("guide", "check", "--as-of", "2026-11-23", file);

        Assert.True(exitCode == 0, output);
    }

    // Semantics 26. The shipped files end with 2028; 1 January 2029 is 60 days after 2 November 2028.
    [Theory]
    [InlineData("2028-11-01", 0, "warning  holiday-year-ends")]
    [InlineData("2028-11-02", 1, "error    holiday-year-missing")]
    [InlineData("2031-01-01", 1, "error    holiday-year-missing")]
    public async Task A_year_without_holidays_is_an_error_from_60_days_before(string asOf, int exit, string said)
    {
        var file = Path.Combine(Shipped, "schools-desk.yaml");

        var (exitCode, output, _) = await RungProgram.Run("guide", "check", "--as-of", asOf, file);

        Assert.True(exitCode == exit, output);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide check", "Required argument 'file' missing")]
    [InlineData("guide check --as-of tomorrow x.yaml", "'tomorrow' is not a date like 2026-12-24.")]
    [InlineData("guide chek x.yaml", "Did you mean 'check'?")]
    public async Task A_wrong_command_line_is_refused(string line, string sentence)
    {
        var (exitCode, _, error) = await RungProgram.Run(line.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private static string Changed(string instead, string written) =>
        File.ReadAllText(Path.Combine(Shipped, "schools-desk.yaml"))
            .Replace(instead, written, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("No Rung.slnx above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "Rung.slnx")) ? folder.FullName
        : FindRoot(folder.Parent);
}

using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung guide test</c>: what it answers and with which exit code.</summary>
public sealed class GuideTestTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-scenarios-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_scenario_that_holds()
    {
        var (code, output, _) = await RungProgram.Run("guide", "test", Shipped("d1-held-over-christmas.yaml"));

        Assert.Equal(0, code);
        Assert.StartsWith("passed ", output, StringComparison.Ordinal);
        Assert.Equal("1 passed, 0 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task A_guide_stands_for_the_scenarios_that_name_it()
    {
        var (code, output, _) = await RungProgram.Run("guide", "test", Path.Combine(Guides, "smc.yaml"));

        Assert.Equal(0, code);
        Assert.Contains("d5-night-escalation.yaml", output, StringComparison.Ordinal);
        Assert.DoesNotContain("d1-", output, StringComparison.Ordinal);
        Assert.Equal("5 passed, 0 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task A_scenario_that_does_not_hold_is_explained()
    {
        var text = await File.ReadAllTextAsync(
            Shipped("d1-held-over-christmas.yaml"),
            TestContext.Current.CancellationToken
        );
        var wrong = Write(
            "wrong.yaml",
            About(text).Replace("used: 929min, left: 871min, due: none", "used: 930min, due: none")
        );

        var (code, output, _) = await RungProgram.Run("guide", "test", wrong);

        Assert.Equal(1, code);
        Assert.Contains("step 3 of 7: Wed 30 Dec 2026 11:00 GMT, Agent: hold", output, StringComparison.Ordinal);
        Assert.Contains("expected  930 min", output, StringComparison.Ordinal);
        Assert.Contains("actual    929 min", output, StringComparison.Ordinal);
        Assert.Contains("counted 15 h 29 min, of 30 h", output, StringComparison.Ordinal);
        Assert.Equal("0 passed, 1 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task A_scenario_that_cannot_be_read_is_a_problem_with_its_place()
    {
        var wrong = Write(
            "wrong.yaml",
            About("scenario: x\nguide: ../schools-desk.yaml\nstart: soon\nsteps: [{ at: +1h }]\n")
        );

        var (code, output, _) = await RungProgram.Run("guide", "test", wrong);

        Assert.Equal(1, code);
        Assert.Contains(
            ":3:8  bad-moment  `soon` is not a moment — write it like `2026-12-24 15:31`",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_scenario_of_a_guide_with_errors_shows_them()
    {
        Write("guide.yaml", "rung: 1\n");
        var about = Write(
            "about.yaml",
            "scenario: x\nguide: guide.yaml\nstart: 2026-12-14 10:00\nsteps: [{ at: +1h }]\n"
        );

        var (code, output, _) = await RungProgram.Run("guide", "test", about);

        Assert.Equal(1, code);
        Assert.Contains("guide.yaml:1:1  missing-key", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_the_machines_fault()
    {
        var (code, output, _) = await RungProgram.Run(
            "guide",
            "test",
            Path.Combine(_folder, "none.yaml"),
            Shipped("d1-held-over-christmas.yaml")
        );

        Assert.Equal(3, code);
        Assert.Contains("not read", output, StringComparison.Ordinal);
        Assert.Equal("1 passed, 1 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task Nothing_to_try_is_said_and_is_no_success()
    {
        var (code, output, error) = await RungProgram.Run("guide", "test", _folder);

        Assert.Equal(1, code);
        Assert.Contains("docs/scenarios.md", error, StringComparison.Ordinal);
        Assert.Equal("0 passed, 0 failed, 0 waiting", LastLine(output));
    }

    [Theory]
    [InlineData("{{{", "yaml-syntax")]
    [InlineData("", "empty-file")]
    [InlineData("scenario: x\n", "missing-key  a scenario needs `guide`")]
    [InlineData("- a\n- b\n", "wrong-type")]
    [InlineData("scenario: \0\n", "bad-character")]
    public async Task What_is_neither_guide_nor_scenario_is_a_problem_with_its_place(string text, string problem)
    {
        var (code, output, _) = await RungProgram.Run("guide", "test", Write("wrong.yaml", text));

        Assert.Equal(1, code);
        Assert.Matches(@"wrong\.yaml:\d+:\d+  ", output);
        Assert.Contains(problem, output, StringComparison.Ordinal);
        Assert.Equal("0 passed, 1 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task A_broken_scenario_beside_a_guide_is_not_passed_over()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        var guide = Write("guide.yaml", "rung: 1\n");
        Write("scenarios/broken.yaml", "{{{");
        Write("scenarios/elsewhere.yaml", $"scenario: x\nguide: {Path.Combine(Guides, "smc.yaml")}\n");
        Write("scenarios/lost.yaml", "scenario: x\nguide: ../gide.yaml\n");

        var (code, output, _) = await RungProgram.Run("guide", "test", guide, _folder);

        Assert.Equal(3, code);
        Assert.Matches(@"broken\.yaml:\d+:\d+  yaml-syntax", output);
        Assert.Contains("gide.yaml", output, StringComparison.Ordinal);
        Assert.Equal("0 passed, 2 failed, 0 waiting", LastLine(output));
    }

    [Fact]
    public async Task A_file_of_any_length_is_answered()
    {
        var endless = Write("long.yaml", "");
        await using (var stream = File.OpenWrite(endless))
        {
            stream.SetLength(1L << 33);
        }

        var (code, output, _) = await RungProgram.Run("guide", "test", endless);

        Assert.Equal(1, code);
        Assert.Contains("too-large", output, StringComparison.Ordinal);
    }

    private static string Guides
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
            {
                folder = folder.Parent!;
            }
            return Path.Combine(folder.FullName, "guides");
        }
    }

    private static string Shipped(string name) => Path.Combine(Guides, "scenarios", name);

    private static string About(string scenario) =>
        scenario.Replace("../schools-desk.yaml", Path.Combine(Guides, "schools-desk.yaml"));

    private static string LastLine(string output) => output.TrimEnd('\n').Split('\n')[^1];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

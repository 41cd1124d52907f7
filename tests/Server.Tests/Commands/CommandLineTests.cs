using Xunit;

namespace Rung.Server.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Says_its_version()
    {
        var run = await RungProgram.Run("--version");

        Assert.Equal((0, "0.1.0\n", ""), run);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public async Task Help_lists_the_verbs_and_the_exit_codes(string argument)
    {
        var (exitCode, output, _) = await RungProgram.Run(argument);

        Assert.Equal(0, exitCode);
        Assert.Contains("help <verb>", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0 done", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_on_a_verb_is_the_help_of_that_verb() =>
        Assert.Equal(await RungProgram.Run("help", "--help"), await RungProgram.Run("help", "help"));

    [Fact]
    public async Task Without_a_verb_it_shows_the_help_and_fails()
    {
        var (exitCode, output, _) = await RungProgram.Run();

        Assert.Equal(2, exitCode);
        Assert.Contains("Commands:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hepl", "rung: there is no 'hepl'. Did you mean 'help'?")]
    [InlineData("--verison", "rung: there is no '--verison'. Did you mean '--version'?")]
    [InlineData("xyzzy", "rung: there is no 'xyzzy'.")]
    [InlineData("HELP", "rung: there is no 'HELP'. Did you mean 'help'?")]
    [InlineData("@file", "rung: there is no '@file'.")]
    [InlineData("xyzzy --help", "rung: there is no 'xyzzy'.")]
    [InlineData("help xyzzy", "rung: there is no 'xyzzy'.")]
    public async Task A_wrong_command_line_is_refused_with_the_nearest_name(string line, string sentence)
    {
        var (exitCode, output, error) = await RungProgram.Run(line.Split(' '));

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal($"{sentence}\nSee 'rung --help'.\n", error);
    }

    // 75 has the mail server keep the message.
    [Theory]
    [InlineData(2, "replay", "--guide", "guide.yaml")]
    [InlineData(2, "import", "history", "log.csv", "--map", "map.yaml")]
    [InlineData(75, "mail", "deliver", "--recipient", "desk@schools.example.org")]
    public async Task An_empty_folder_is_a_wrong_command_line_and_no_bug(int code, params string[] verb)
    {
        var (exitCode, output, error) = await RungProgram.Run([.. verb, "--data", ""]);

        Assert.Equal((code, ""), (exitCode, output));
        Assert.Contains("'' is not the name of a folder.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_on_PostgreSQL_says_what_installs_it_where_it_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory("rung-no-postgres-").FullName;
        try
        {
            var (exitCode, _, error) = await RungProgram.Run(
                ["demo", "--postgres", "--port", "0", "--data", Path.Combine(folder, "data")],
                new() { ["RUNG_POSTGRES_PROGRAMS"] = folder }
            );

            Assert.Equal(3, exitCode);
            Assert.Contains(
                $"There is no PostgreSQL in {folder}, the folder that RUNG_POSTGRES_PROGRAMS names",
                error,
                StringComparison.Ordinal
            );
            Assert.Contains("Install it with: ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("this is a bug", error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Nobody hears the sentence, and the exit code is the one that is documented.</summary>
    [Fact]
    public async Task A_wrong_command_line_is_told_by_its_exit_code_where_nothing_can_be_written()
    {
        var rung = Path.Combine(AppContext.BaseDirectory, "rung.dll");
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"dotnet '{rung}' xyzzy 2>/dev/full"]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, shell.ExitCode);
    }

    [Theory]
    [InlineData("demo --spede 3", "rung: 'rung demo' does not take '--spede'. Did you mean '--speed'?")]
    [InlineData("serve extra", "rung: 'rung serve' does not take 'extra'.")]
    [InlineData("guide chekc x", "rung: there is no 'chekc'. Did you mean 'check'?")]
    [InlineData("guide", "rung: 'rung guide' needs a verb: check, test, show, diff.")]
    public async Task A_verb_says_what_it_does_not_take(string line, string sentence)
    {
        var (exitCode, output, error) = await RungProgram.Run(line.Split(' '));

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal(sentence, error.Split('\n')[0]);
    }

    /// <summary>Issue 2, section 4: a hundred thousand lines in two seconds leave no time to load a web server.</summary>
    [Theory]
    [InlineData("--help")]
    [InlineData("clock compute")]
    public async Task Short_verbs_load_neither_web_server_nor_database(string line)
    {
        var hook = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(CommandLineTests).Assembly.Location,
        };
        var (_, _, error) = await RungProgram.Run(line.Split(' '), hook);

        Assert.Contains("loaded System.CommandLine", error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"loaded Microsoft\.(AspNetCore|EntityFrameworkCore|Data|Extensions)", error);
    }
}

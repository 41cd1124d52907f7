using System.Text;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung import history FILE --draft</c> and <c>--explain</c> on logs as other systems leave them.</summary>
public sealed class DraftHistoryTests : IDisposable
{
    private const string Rows = "ref,status,when\n1,New,24/12/2026 15:20\n1,Closed,25/12/2026 15:20\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-draft").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("null.csv")]
    [InlineData("a-log-whose-name-is-far-longer-than-any-id-in-a-mapping-may-be-and-goes-on.csv")]
    public async Task Any_name_of_a_file_gives_a_draft_that_is_accepted(string name)
    {
        var log = Write(name, Rows);

        var (_, draft, _) = await Run(log, "--draft", "--zone", "Europe/London");
        var (exitCode, output, error) = await Run(log, "--map", Write("map.yaml", draft), "--explain");

        Assert.True(exitCode == 0, draft + error);
        Assert.Contains("Every row can be read.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_not_utf_8_is_drafted_as_windows_1252_and_that_is_said()
    {
        var log = Path.Combine(_folder, "log.csv");
        await File.WriteAllBytesAsync(
            log,
            Encoding.Latin1.GetBytes("ref,status,when\n1,gel\u00F6st,2026-12-24 15:20\n"),
            TestContext.Current.CancellationToken
        );

        var (exitCode, draft, error) = await Run(log, "--draft", "--zone", "Europe/Berlin");
        var (named, other, _) = await Run(log, "--draft", "--zone", "Europe/Berlin", "--encoding", "latin-1");

        Assert.Equal((0, 0), (exitCode, named));
        Assert.Contains("encoding: windows-1252", draft, StringComparison.Ordinal);
        Assert.Contains("gelöst: resolved", draft, StringComparison.Ordinal);
        Assert.Contains("it was read as windows-1252", error, StringComparison.Ordinal);
        Assert.Contains("encoding: latin-1", other, StringComparison.Ordinal);
    }

    // 24 December is read only one way; that the zone is not known hides no row.
    [Fact]
    public async Task Rows_are_shown_although_only_a_person_knows_the_zone()
    {
        var (exitCode, output, error) = await Run(Write("log.csv", Rows), "--explain");

        Assert.Equal(1, exitCode);
        Assert.Contains("Only you can answer these lines of it:", output, StringComparison.Ordinal);
        Assert.Contains("zone: \"??\"", output, StringComparison.Ordinal);
        Assert.Contains("2026-12-24 15:20:00Z open, said 'New'", output, StringComparison.Ordinal);
        Assert.Contains("give it with --map", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_bad_times_are_one_reason_with_the_first_of_them()
    {
        var bad = string.Concat(Enumerable.Range(1, 100).Select(number => $"1,New,{number} soon\n"));
        var map = Write(
            "map.yaml",
            """
            rung-history: 1
            desk: a
            name: A
            times: { zone: UTC, format: d/M/yyyy H:mm }
            columns: { case: ref, at: when, state: status }
            states: { New: open, Closed: closed }
            """
        );

        var (exitCode, output, _) = await Run(Write("log.csv", Rows + bad), "--map", map, "--explain");

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "100 when: not a time written as d/M/yyyy H:mm: '1 soon', '2 soon', '3 soon' and 97 others (first on line 4)",
            string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_nobody_can_see_reaches_neither_terminal_nor_report()
    {
        const string hostile = "ref,status,when,\u001b]0;title\u0007\n1,New\u202Eweb,24/12/2026 15:20,\u001b[2J\n";
        var log = Write("log.csv", hostile);
        var report = Path.Combine(_folder, "rows.csv");

        var (_, draft, _) = await Run(log, "--draft", "--zone", "UTC");
        var map = Write("map.yaml", draft.Replace("\"??\"", "open", StringComparison.Ordinal));
        var (_, explained, _) = await Run(log, "--map", map, "--explain");
        var (imported, output, error) = await Run(
            log,
            "--map",
            map,
            "--report",
            report,
            "--data",
            Path.Combine(_folder, "data")
        );

        Assert.True(imported == 0, output + error);
        Assert.Contains("3 cells had characters in them", OneLine(output), StringComparison.Ordinal);
        var rows = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Contains("New\uFFFDweb", rows, StringComparison.Ordinal);
        Assert.All(
            (string[])[draft, explained, output, rows],
            text => Assert.DoesNotContain(text, letter => letter is '\u001b' or '\u0007' or '\u202E')
        );
    }

    [Fact]
    public async Task A_pipe_is_told_apart_and_no_bug()
    {
        var (exitCode, _, error) = await RungProgram.Run("import", "history", "/dev/stdin", "--draft");

        Assert.Equal(3, exitCode);
        Assert.Contains("/dev/stdin is a pipe or a device", error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--zone", "UTC", "--zone is for a draft")]
    [InlineData("--encoding", "latin-1", "--encoding is for a draft")]
    public async Task What_is_for_a_draft_is_not_passed_over_beside_a_mapping(string option, string value, string why)
    {
        var (exitCode, _, error) = await Run("log.csv", "--map", "map.yaml", option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoding_that_is_not_known_is_refused_with_those_that_are()
    {
        var (exitCode, _, error) = await Run("log.csv", "--draft", "--encoding", "ebcdic");

        Assert.Equal(2, exitCode);
        Assert.Contains("'ebcdic' is not one of utf-8, utf-16, windows-1252, latin-1", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> Run(string log, params string[] more) =>
        RungProgram.Run(["import", "history", log, .. more]);

    private static string OneLine(string output) =>
        string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}

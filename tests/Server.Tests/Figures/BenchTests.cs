using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Rung.Server.Tests.Figures;

/// <summary>The command that prints the figures runs, small; what they are is for the machine that they are quoted from.</summary>
public sealed class BenchTests
{
    private static readonly string[] Small =
    [
        .. (string[])["clock", "clock-lines", "fold", "create", "lists", "dues", "standstill", "mail", "product"],
        .. (string[])["--open", "200", "--closed", "400", "--asked", "5", "--cases", "20", "--rounds", "2"],
        .. (string[])
            ["--dues", "300", "--falling", "20", "--overdue", "20", "--lines", "400", "--mails", "60", "--warm", "1"],
    ];

    [Fact]
    public async Task Every_figure_is_printed_with_its_limit()
    {
        var (code, text) = await Run(Small);
        Assert.True(code == 0, text);
        Assert.Contains("ten years of a calendar built", text, StringComparison.Ordinal);
        Assert.Contains("start of this desk to ready", text, StringComparison.Ordinal);
        Assert.Contains("400 lines", text, StringComparison.Ordinal);
        Assert.Contains("start to first page", text, StringComparison.Ordinal);
        Assert.Contains("the program that a pipe runs, p50", text, StringComparison.Ordinal);
        Assert.Matches("through Postfix and its pipe, p50|Not measured: ", text);
        Assert.Contains("memory after use", text, StringComparison.Ordinal);
        Assert.Contains("at most 10.0 µs", text, StringComparison.Ordinal);
        Assert.Contains("32 at a time, of the bare loop", text, StringComparison.Ordinal);
        Assert.Contains("search, customer's reference", text, StringComparison.Ordinal);
        Assert.Contains("20 handled; the earliest", text, StringComparison.Ordinal);
        Assert.Contains("all entered after", text, StringComparison.Ordinal);
        Assert.Matches(@"mails to customers +0\.00 +at most 0\.00", text);
        Assert.Matches(@"handled early +0\.00 +at most 0\.00", text);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        EveryFigureSaysWhatStandsBetween(text);
    }

    // A figure begins its line and has a limit in it; the line below, set in, tells what stands between the two.
    private static void EveryFigureSaysWhatStandsBetween(string text)
    {
        var lines = text.Split('\n');
        var figures = 0;
        foreach (var (line, below) in lines.Zip(lines.Skip(1)))
        {
            if (Regex.IsMatch(line, @"^\S.{47,} at (most|least) +\S.* (met|BEYOND)$"))
            {
                figures++;
                Assert.True(below.StartsWith("    ", StringComparison.Ordinal) && below.Trim().Length > 10, line);
            }
        }
        Assert.Contains($"\n{figures} figures, {figures} with a limit, ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--open")]
    [InlineData("--open", "none")]
    public async Task A_wrong_argument_is_answered_with_the_usage(params string[] arguments)
    {
        var (code, text) = await Run(arguments);
        Assert.Equal(2, code);
        Assert.StartsWith("usage: ", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private static string Program()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
        {
            folder = folder.Parent!;
        }
        return Path.Combine(folder.FullName, "bench", "Rung.Bench", "bin", "Release", "net10.0", "Rung.Bench.dll");
    }
}

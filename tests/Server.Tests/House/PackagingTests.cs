using System.Diagnostics;
using System.Text.Json;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.House;

/// <summary>What an operator is given besides the program: a unit that runs it with few rights, and the list of what it consists of.</summary>
public sealed class PackagingTests
{
    private const string Analyzer = "/usr/bin/systemd-analyze";

    // systemd counts in tenths.
    [Fact]
    public async Task S65_The_unit_for_systemd_is_rated_3_0_or_better()
    {
        Assert.SkipUnless(File.Exists(Analyzer), "systemd-analyze is not installed.");
        string[] how = ["security", "--offline=true", "--no-pager", "--threshold=30"];
        var (code, output) = await Run(Analyzer, [.. how, Documents.Path("docs", "rung.service")]);
        Assert.True(code == 0, output);
        Assert.Contains("Overall exposure level for rung.service", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S66_The_list_of_packages_has_each_that_the_product_is_locked_to_with_its_version_and_hash()
    {
        var (code, output) = await Run("bash", [Documents.Path("eng", "packages"), "--list"]);
        Assert.Equal(0, code);
        using var list = JsonDocument.Parse(output);
        var listed = list
            .RootElement.GetProperty("components")
            .EnumerateArray()
            .Select(one =>
                (
                    one.GetProperty("name").GetString()!,
                    one.GetProperty("version").GetString()!,
                    one.GetProperty("hashes")[0].GetProperty("content").GetString()!
                )
            )
            .ToHashSet();
        Assert.Equal(Locked().ToHashSet(), listed);
        Assert.Contains(listed, one => one.Item1 == "MimeKit");
    }

    private static IEnumerable<(string Name, string Version, string Hash)> Locked()
    {
        foreach (
            var file in Directory.EnumerateDirectories(Documents.Path("src")).Select(one => $"{one}/packages.lock.json")
        )
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var framework in locked.RootElement.GetProperty("dependencies").EnumerateObject())
            {
                foreach (var package in framework.Value.EnumerateObject())
                {
                    // Our own projects are listed as well, and have no hash.
                    if (package.Value.TryGetProperty("contentHash", out var hash))
                    {
                        var bytes = Convert.ToHexStringLower(Convert.FromBase64String(hash.GetString()!));
                        yield return (package.Name, package.Value.GetProperty("resolved").GetString()!, bytes);
                    }
                }
            }
        }
    }

    private static async Task<(int Code, string Output)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}

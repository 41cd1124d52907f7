using System.Diagnostics;
using System.Text.RegularExpressions;
using Rung.Server.Hosting;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The examples of <c>docs/api.md</c> run as they stand against the demo.</summary>
public sealed partial class ApiDocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-doc-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_examples_run()
    {
        var options = new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 1) };
        await using var app = await RungHost.Build(options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var page = await File.ReadAllTextAsync(Documents.Path("docs", "api.md"), TestContext.Current.CancellationToken);
        var script = string.Join("\n", Examples().Matches(page).Select(example => example.Groups[1].Value));
        var port = RungHost.Address(app).Port;

        var (code, output) = await Bash(
            "set -euo pipefail\n" + script.Replace("localhost:5080", $"127.0.0.1:{port}", StringComparison.Ordinal)
        );
        Assert.True(code == 0, output);
        Assert.Contains("\"priority\":{\"id\":\"P3\"", output, StringComparison.Ordinal);
        Assert.Contains("\"condition\":\"closed\"", output, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"stale-version\"", output, StringComparison.Ordinal);
        Assert.Contains(Compact(Refusal().Match(page).Groups[1].Value), output, StringComparison.Ordinal);
        Assert.Contains("event: heartbeat", output, StringComparison.Ordinal);
        Assert.DoesNotContain("malformed-request", output, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    private static async Task<(int Code, string Output)> Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var error = bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, await output + await error);
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex("\"paragraph\": (\\{.*\\})")]
    private static partial Regex Refusal();
}

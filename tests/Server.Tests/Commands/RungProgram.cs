using System.Diagnostics;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>Runs the built program as a person would, in a process of its own, with nothing on its standard input.</summary>
internal static class RungProgram
{
    public static Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments) =>
        Run(arguments, environment: []);

    public static async Task<(int ExitCode, string Output, string Error)> Run(
        string[] arguments,
        Dictionary<string, string> environment
    )
    {
        var program = Path.Combine(AppContext.BaseDirectory, "rung.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

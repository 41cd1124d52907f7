using System.Diagnostics;
using System.Globalization;

namespace Rung.Bench.Mail;

/// <summary><c>rung serve</c> in a process of its own, and its memory as the kernel counts it.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process _process;

    private ServedProcess(Process process) => _process = process;

    /// <summary>Returns once it says where it is.</summary>
    /// <param name="mailbox">Address of a mailbox that it reads; null: none.</param>
    public static async Task<ServedProcess> Start(string folder, string? mailbox = null)
    {
        string[] arguments = [RungProgram.File, "serve", "--data", folder, "--port", "0"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["Rung__Imap"] = mailbox;
        var served = new ServedProcess(Process.Start(start)!);
        while (await served._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Rung is on ", StringComparison.Ordinal))
            {
                return served;
            }
        }
        throw new InvalidOperationException("rung serve ended before it said where it is.");
    }

    /// <summary>Bytes.</summary>
    public double Resident() => Of("VmRSS:");

    /// <summary>Bytes at most since it began, or since it was made to forget.</summary>
    public double Peak() => Of("VmHWM:");

    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Of(string field) =>
        1024
        * double.Parse(
            File.ReadLines($"/proc/{_process.Id}/status")
                .First(line => line.StartsWith(field, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture
        );
}

using System.Diagnostics;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary><c>kill -9</c> at a system call of a running process, chosen by a seed: one that writes, syncs, sends or receives.</summary>
internal sealed class SystemCallKill : IAsyncDisposable
{
    private static readonly string[] Calls =
    [
        "pwrite64",
        "fdatasync,fsync",
        "sendmsg,sendto",
        "recvmsg,recvfrom",
        "write",
    ];

    private readonly Process _tracer;

    private SystemCallKill(Process tracer, string what) => (_tracer, What) = (tracer, what);

    /// <summary>Which call of a thread ends the process, for whoever repeats it.</summary>
    public string What { get; }

    public static bool IsPossible => File.Exists("/usr/bin/strace") && Environment.UserName == "root";

    /// <summary>Attaches; from then on the calls of each thread are counted.</summary>
    public static async Task<SystemCallKill> Attach(int process, int seed)
    {
        var random = new Random(seed);
        var (calls, number) = (Calls[random.Next(Calls.Length)], random.Next(1, 30));
        string[] arguments =
        [
            "-f",
            "-o",
            "/dev/null",
            "-e",
            $"trace={calls}",
            "-e",
            $"inject={calls}:signal=KILL:when={number}",
            "-p",
            $"{process}",
        ];
        var tracer = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardError = true })!;
        var said = await tracer.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("attached", said, StringComparison.Ordinal);
        return new SystemCallKill(tracer, $"seed {seed}: {calls} number {number}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_tracer.HasExited)
        {
            // It may end by itself meanwhile.
            using var kill = Process.Start("sh", ["-c", $"kill -INT {_tracer.Id} 2>/dev/null"]);
        }
        await _tracer.WaitForExitAsync(CancellationToken.None);
        _tracer.Dispose();
    }
}

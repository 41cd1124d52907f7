using System.Diagnostics;

namespace Rung.Bench.Mail;

/// <summary>A <c>rung serve</c> that reads a mailbox, is killed (SIGKILL) and is started again on the same folder.</summary>
internal sealed class RestartedDesk(string folder, string mailbox) : IDisposable
{
    private ServedProcess? _process;

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Seconds from the kill until it said again where it is.</summary>
    public double Away { get; private set; }

    public async Task Start()
    {
        _process = await ServedProcess.Start(folder, mailbox);
        Starts++;
    }

    public async Task Restart()
    {
        var killed = Stopwatch.GetTimestamp();
        _process!.Dispose();
        await Start();
        Away = Stopwatch.GetElapsedTime(killed).TotalSeconds;
    }

    /// <summary>Bytes.</summary>
    public double Resident() => _process!.Resident();

    public void Dispose() => _process?.Dispose();
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rung.Server.Hosting;
using Rung.Server.Hosting.MailServers;
using Rung.Server.Tests.Mails.Sending;

namespace Rung.Bench.Mail;

/// <summary>A Postfix on this machine alone that hands each mail to a desk by the pipe which docs/mail.md shows.</summary>
internal sealed class PipingPostfix : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PipingPostfix() { }

    public int Port { get; } = FreePort();

    /// <param name="desk">The data folder, which is opened to the group that the program runs as.</param>
    /// <exception cref="StartException">It is not installed, or we may not start it.</exception>
    public static async Task<PipingPostfix> Start(string desk)
    {
        MailPrograms.Check();
        var postfix = new PipingPostfix();
        var pipe = new PipedInto(desk, RungProgram.File);
        var files = new PostfixFiles(postfix._folder.Path, postfix.Port)
        {
            Host = "mx.probe.test",
            Settings = pipe.Settings,
            Services = pipe.Services,
        };
        files.Write();
        await Shell($"chmod 755 {files.Folder} && chown postfix {files.Folder}/data");
        await Shell($"chgrp {PipedInto.Group} {desk} && chmod 2750 {desk}");
        await Shell($"{MailPrograms.Postfix} -c {files.Folder}/pf start");
        return postfix;
    }

    public async ValueTask DisposeAsync()
    {
        await Shell($"{MailPrograms.Postfix} -c {_folder.Path}/pf stop");
        _folder.Dispose();
    }

    // A daemon that had our streams would hold up whoever reads them.
    private static async Task Shell(string command)
    {
        using var shell = Process.Start("sh", ["-c", $"({command}) </dev/null >/dev/null 2>&1"]);
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}' ended with {shell.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

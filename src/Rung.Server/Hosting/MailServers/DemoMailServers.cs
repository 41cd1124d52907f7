using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rung.Mail.Transport;

namespace Rung.Server.Hosting.MailServers;

/// <summary>
/// A Postfix and a Dovecot for one demo, on loopback alone: started for it and gone with it, also when the demo is killed. Any
/// address has a mailbox; whoever knows the password reads it.
/// </summary>
internal sealed class DemoMailServers : IAsyncDisposable
{
    public const string Password = "demo";

    private const int UsualSmtp = 2525;
    private const int UsualImap = 2143;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Postfix stops where others may not pass. Waits until its input ends, since whoever held it was stopped or killed; then nothing is left of it.
    private const string Keep = """
        exec 3<&0 </dev/null 2>&1
        trap '' INT TERM HUP
        chmod 755 "$1" && chown postfix "$1/data" && chown 5000:5000 "$1/mail" || exit 1
        "$3" -c "$1/dovecot.conf" >"$1/log/out" 2>&1 3<&- || { cat "$1/log/out"; exit 1; }
        "$2" -c "$1/pf" start >"$1/log/out" 2>&1 3<&- || { cat "$1/log/out" "$1/log/postfix.log"; kill "$(cat "$1/run/master.pid")"; exit 1; }
        echo ready
        read -r end <&3
        "$2" -c "$1/pf" stop >/dev/null 2>&1
        kill "$(cat "$1/run/master.pid")"
        while [ -e "$1/run/master.pid" ]; do sleep 0.1; done
        rm -rf "$1"
        """;

    private readonly Process _keeper;
    private readonly MailServerFiles _files;

    private DemoMailServers(Process keeper, MailServerFiles files) => (_keeper, _files) = (keeper, files);

    /// <summary>Where mail of the demo goes out by.</summary>
    public SmtpAddress Smtp => Read<SmtpAddress>(SmtpAddress.TryParse, $"smtp://127.0.0.1:{_files.Smtp}?tls=off");

    public int SmtpPort => _files.Smtp;

    /// <summary>Where the mail of an address lies.</summary>
    public string Maildir(string address) => Path.Combine(_files.Folder, "mail", address, "Maildir");

    /// <exception cref="StartException">They are not installed, or do not start.</exception>
    public static async Task<DemoMailServers> Start()
    {
        MailPrograms.Check();
        var folder = Directory.CreateTempSubdirectory("rung-demo-mail-").FullName;
        var files = new MailServerFiles(folder, Port(UsualSmtp), Port(UsualImap), Port(0), Password);
        files.Write();
        var keeper = Begin(folder);
        var servers = new DemoMailServers(keeper, files);
        try
        {
            await servers.Ready();
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    /// <summary>The mailbox of each of these addresses.</summary>
    public IReadOnlyList<ImapAddress> Mailboxes(IEnumerable<string> addresses) =>
        [.. addresses.Select(address => Read<ImapAddress>(ImapAddress.TryParse, Mailbox(address)))];

    /// <summary>Where the mailbox of an address is read, as <c>--imap</c> takes it.</summary>
    public string Mailbox(string address) =>
        $"imap://{Uri.EscapeDataString(address)}:{Password}@127.0.0.1:{_files.Imap}/INBOX?tls=off";

    /// <summary>How to write and read mail with any program.</summary>
    public string HowTo(string customer) =>
        $"""
            Mail: write to desk@schools.example.org by SMTP on 127.0.0.1:{_files.Smtp}, from any address, without TLS and password:
                  printf 'From: {customer}\nSubject: Webmail is slow\n\nSince this morning.\n' |
                    curl -s smtp://127.0.0.1:{_files.Smtp} --mail-from {customer} --mail-rcpt desk@schools.example.org -T -
                  Read what anybody gets by IMAP on 127.0.0.1:{_files.Imap}: the user is the address, the password "{Password}":
                  curl -s 'imap://127.0.0.1:{_files.Imap}/INBOX;MAILINDEX=1' -u {customer}:{Password}
                  Both servers end with the demo, and nothing leaves this machine
            """;

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _keeper.WaitForExitAsync(limit.Token);
        _keeper.Dispose();
    }

    private static Process Begin(string folder)
    {
        string[] arguments = ["-c", Keep, "rung", folder, MailPrograms.Postfix, MailPrograms.Dovecot];
        return Process.Start(
            new ProcessStartInfo("sh", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        )!;
    }

    private async Task Ready()
    {
        using var limit = new CancellationTokenSource(Patience);
        var said = await _keeper.StandardOutput.ReadLineAsync(limit.Token);
        if (said != "ready")
        {
            var more = await _keeper.StandardOutput.ReadToEndAsync(limit.Token);
            throw new StartException($"The mail servers of the demo do not start: {said} {more}".TrimEnd());
        }
        foreach (var port in (int[])[_files.Smtp, _files.Imap, _files.Lmtp])
        {
            await Listens(port, limit.Token);
        }
    }

    private static async Task Listens(int port, CancellationToken limit)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit);
                return;
            }
            catch (SocketException)
            {
                await ticks.WaitForNextTickAsync(limit);
            }
        }
    }

    // The usual one, so that a mail program needs to be set up once; another where somebody has it.
    private static int Port(int wanted)
    {
        using var probe = new TcpListener(IPAddress.Loopback, wanted);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException) when (wanted != 0)
        {
            return Port(0);
        }
    }

    private delegate bool Parse<T>(string text, out T? address, out string? problem);

    private static T Read<T>(Parse<T> parse, string text) =>
        parse(text, out var address, out var problem) ? address! : throw new InvalidOperationException(problem);
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rung.Server.Hosting.MailServers;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>
/// A Postfix of the test's own on loopback, as <c>spec/mail-servers.md</c> sets it up: it has no way out of the machine, and
/// whatever it takes lands in one folder. It speaks STARTTLS with a certificate that an authority of the test vouches for.
/// </summary>
public sealed class PostfixServer : IAsyncDisposable
{
    private readonly string _folder;

    private readonly string? _auth;

    private readonly PipedInto? _pipe;

    private PostfixServer(string folder, string? auth, PipedInto? pipe) =>
        (_folder, Port, _auth, _pipe) = (folder, FreePort(), auth, pipe);

    public int Port { get; }

    /// <summary>The certificate, in PEM, of the authority that vouches for it.</summary>
    public string Authority => Path.Combine(_folder, "authority.pem");

    /// <summary>Starts one; the test is skipped, and says why, where that cannot be.</summary>
    /// <param name="auth">A socket of Dovecot that says who may sign in, which then everybody must; null: nobody signs in.</param>
    /// <param name="pipe">Where mail for the desks goes; null: into the folder, as all the rest.</param>
    internal static async Task<PostfixServer> Start(
        string? auth = null,
        DateTimeOffset? certificateEnds = null,
        PipedInto? pipe = null
    )
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/postfix"), "Postfix is not installed.");
        Assert.SkipUnless(Environment.UserName == "root", "Postfix has to be started by root.");
        var folder = Directory.CreateTempSubdirectory("rung-postfix-").FullName;
        var server = new PostfixServer(folder, auth, pipe);
        await server.Prepare(certificateEnds);
        Assert.Equal(0, await Run("/usr/sbin/postfix", "-c", Path.Combine(folder, "pf"), "start"));
        await server.Listening();
        return server;
    }

    /// <summary>What it took and delivered, one text each.</summary>
    public IReadOnlyList<string> Mails()
    {
        var arrived = Path.Combine(_folder, "mail", "sink", "Maildir", "new");
        return Directory.Exists(arrived)
            ? [.. new DirectoryInfo(arrived).GetFiles().OrderBy(file => file.Name).Select(Read)]
            : [];
    }

    /// <summary>Has it try again at once what it could not hand over.</summary>
    public async Task Flush() =>
        Assert.Equal(0, await Run("/usr/sbin/postfix", "-c", Path.Combine(_folder, "pf"), "flush"));

    public string Log =>
        File.Exists(Path.Combine(_folder, "log", "postfix.log"))
            ? File.ReadAllText(Path.Combine(_folder, "log", "postfix.log"))
            : "";

    public async ValueTask DisposeAsync()
    {
        await Run("/usr/sbin/postfix", "-c", Path.Combine(_folder, "pf"), "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string Read(FileInfo file) => File.ReadAllText(file.FullName);

    private async Task Prepare(DateTimeOffset? certificateEnds)
    {
        Assert.Equal(0, await Run("chmod", "755", _folder));
        TestCertificate.Write(_folder, certificateEnds);
        Files.Write();
        Assert.Equal(0, await Run("chown", "postfix", Path.Combine(_folder, "data")));
        Assert.Equal(0, await Run("chown", "5000:5000", Path.Combine(_folder, "mail")));
    }

    private PostfixFiles Files =>
        new(_folder, Port)
        {
            Host = "mx.probe.test",
            Settings = Taking + SignIn() + _pipe?.Settings,
            Services =
                _pipe?.Services
                + $"""
                    sink      unix  - n n - - virtual
                      -o virtual_mailbox_base={_folder}/mail
                      -o virtual_mailbox_maps=static:sink/Maildir/
                      -o virtual_uid_maps=static:5000
                      -o virtual_gid_maps=static:5000
                      -o virtual_minimum_uid=5000

                    """,
        };

    private string Taking =>
        $$"""
            smtpd_recipient_restrictions = check_recipient_access inline:{ {gone@ashgrove.example.org = REJECT no such person}, {full@ashgrove.example.org = DEFER mailbox full} }, permit_mynetworks, reject
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = {{_folder}}/server.pem
            smtpd_tls_key_file = {{_folder}}/server.key
            default_transport = sink:
            relay_transport = sink:
            message_size_limit = 10240000

            """;

    private string SignIn() =>
        _auth is null
            ? ""
            : $"""
                smtpd_sasl_auth_enable = yes
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = {_auth}
                smtpd_client_restrictions = permit_sasl_authenticated, reject

                """;

    private async Task Listening()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await Answers(limit.Token))
        {
            await ticks.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task<bool> Answers(CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, stop);
            using var reader = new StreamReader(client.GetStream());
            return (await reader.ReadLineAsync(stop))?.StartsWith("220", StringComparison.Ordinal) == true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // A daemon that had our streams would hold up whoever reads them.
    private static async Task<int> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "sh",
            ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", program, .. arguments]
        );
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

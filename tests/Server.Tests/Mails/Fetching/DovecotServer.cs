using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>
/// A Dovecot of the test's own on loopback, as <c>spec/mail-servers.md</c> sets it up, with a mailbox for whoever signs in by
/// the password. It speaks STARTTLS with a certificate that an authority of the test vouches for.
/// </summary>
internal sealed class DovecotServer : IAsyncDisposable
{
    public const string Password = "secret";
    public const string User = "desk@schools.example.org";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-dovecot-").FullName;
    private readonly int? _tokens;
    private Process? _process;

    private DovecotServer(int? tokens) => _tokens = tokens;

    public int Port { get; } = FreePort();

    /// <summary>The certificate, in PEM, of the authority that vouches for it.</summary>
    public string Authority => Path.Combine(_folder, "authority.pem");

    /// <summary>Where another mail server asks whether somebody may sign in.</summary>
    public string AuthSocket => Path.Combine(_folder, "run", "auth-for-others");

    /// <summary>Starts one; the test is skipped, and says why, where that cannot be.</summary>
    /// <param name="tokens">Port of the server that says whose an access token is; null: nobody signs in by token.</param>
    /// <param name="certificateEnds">Null: in years; the lines of a server whose certificate is to be renewed outlive that.</param>
    public static async Task<DovecotServer> Start(int? tokens = null, DateTimeOffset? certificateEnds = null)
    {
        Assert.SkipUnless(File.Exists("/usr/lib/dovecot/imap"), "Dovecot is not installed.");
        Assert.SkipUnless(Environment.UserName == "root", "Dovecot has to be started by root.");
        var server = new DovecotServer(tokens);
        server.Prepare(certificateEnds);
        await server.Begin();
        return server;
    }

    /// <summary>As <c>--imap</c> takes it.</summary>
    public string Address(string more = "", string user = User, string password = Password) =>
        $"imap://{Uri.EscapeDataString(user)}:{password}@localhost:{Port}/INBOX?ca-file={Uri.EscapeDataString(Authority)}{more}";

    public async Task Begin()
    {
        if (Directory.Exists(Path.Combine(_folder, "run")))
        {
            Directory.Delete(Path.Combine(_folder, "run"), recursive: true);
        }
        // A daemon that had our streams would hold up whoever reads them.
        var command = $"exec /usr/sbin/dovecot -F -c {_folder}/dovecot.conf </dev/null >>{_folder}/out.log 2>&1";
        _process = Process.Start(new ProcessStartInfo("sh", ["-c", command]))!;
        await Listening();
    }

    /// <summary>Stops it as a service manager does.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Gives it another certificate, by another authority. It goes on meanwhile, and lines that are open stay as they are.</summary>
    public async Task RenewCertificate()
    {
        TestCertificate.Write(_folder);
        using var reload = Process.Start("kill", ["-HUP", $"{_process!.Id}"]);
        await reload.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Makes it give every message another number, while it is stopped.</summary>
    public void Renumber()
    {
        foreach (var file in Directory.GetFiles(Maildir, "dovecot*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Takes every message away, while it is stopped.</summary>
    public void Remove()
    {
        foreach (var folder in (string[])["cur", "new"])
        {
            Array.ForEach(Directory.GetFiles(Path.Combine(Maildir, folder)), File.Delete);
        }
    }

    /// <summary>Puts messages back as whoever restores a copy does, while it is stopped: nobody else is at the mailbox then.</summary>
    public void PutBack(IEnumerable<string> messages)
    {
        foreach (var (number, message) in messages.Index())
        {
            var file = Path.Combine(Maildir, "new", $"{1_800_000_000 + number}.M{number}.put-back");
            File.WriteAllText(file, message, Encoding.Latin1);
        }
        using var owner = Process.Start("chown", ["-R", "5000:5000", Maildir]);
        owner.WaitForExit();
    }

    /// <summary>Puts messages into the mailbox.</summary>
    public async Task Add(IEnumerable<string> messages, string user = User)
    {
        using var client = await SignIn(user);
        var inbox = client.Inbox!;
        foreach (var message in messages)
        {
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(message));
            using var mail = await MimeMessage.LoadAsync(bytes, TestContext.Current.CancellationToken);
            await inbox.AppendAsync(new AppendRequest(mail), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A connection of somebody with a mail program.</summary>
    public async Task<ImapClient> SignIn(string user = User)
    {
        var client = new ImapClient
        {
            ServerCertificateValidationCallback = (_, shown, _, _) => shown?.Issuer == TestCertificate.Issuer,
        };
        await client.ConnectAsync("localhost", Port, cancellationToken: TestContext.Current.CancellationToken);
        await client.AuthenticateAsync(user, Password, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>How many messages a folder has, and how many of them are marked as read.</summary>
    public async Task<(int All, int Read)> Count(string folder = "INBOX")
    {
        using var client = await SignIn();
        var opened = await client.GetFolderAsync(folder, TestContext.Current.CancellationToken);
        await opened.StatusAsync(StatusItems.Count | StatusItems.Unread, TestContext.Current.CancellationToken);
        return (opened.Count, opened.Count - opened.Unread);
    }

    public string Log =>
        File.Exists(Path.Combine(_folder, "dovecot.log")) ? File.ReadAllText(Path.Combine(_folder, "dovecot.log")) : "";

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Stop();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private string Maildir => Path.Combine(_folder, "mail", User, "Maildir");

    private void Prepare(DateTimeOffset? certificateEnds)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "mail"));
        using var access = Process.Start("sh", ["-c", $"chmod 755 {_folder}; chown 5000:5000 {_folder}/mail"]);
        access.WaitForExit();
        TestCertificate.Write(_folder, certificateEnds);
        var lines = certificateEnds is null ? "" : "shutdown_clients = no\n";
        File.WriteAllText(Path.Combine(_folder, "dovecot.conf"), $"{Settings()}\n{lines}");
        File.WriteAllText(
            Path.Combine(_folder, "oauth2.conf"),
            $"tokeninfo_url = http://127.0.0.1:{_tokens}/tokeninfo?access_token=\nusername_attribute = email\n"
        );
    }

    private string Settings() =>
        $$"""
            instance_name = rung-test
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/state
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{_folder}}/server.pem
            ssl_key = <{{_folder}}/server.key
            auth_mechanisms = plain login{{(_tokens is null ? "" : " xoauth2")}}
            log_path = {{_folder}}/dovecot.log
            mail_location = maildir:~/Maildir
            mail_uid = 5000
            mail_gid = 5000
            first_valid_uid = 5000
            mail_max_userip_connections = 100
            mail_fsync = never
            auth_verbose = yes
            auth_failure_delay = 0
            namespace inbox {
              inbox = yes
              mailbox Taken {
                auto = create
              }
            }
            {{(_tokens is null ? "" : OAuth())}}
            passdb {
              driver = static
              mechanisms = plain login
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid=5000 gid=5000 home={{_folder}}/mail/%u
            }
            service imap-login {
              inet_listener imap {
                address = 127.0.0.1
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service auth {
              unix_listener auth-for-others {
                mode = 0666
              }
            }
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }

            """;

    private string OAuth() =>
        $$"""
            passdb {
              driver = oauth2
              mechanisms = xoauth2
              args = {{_folder}}/oauth2.conf
            }
            """;

    private async Task Listening()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
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
            return (await reader.ReadLineAsync(stop))?.StartsWith("* OK", StringComparison.Ordinal) == true;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

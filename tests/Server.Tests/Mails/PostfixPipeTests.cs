using System.Diagnostics;
using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Rung.Mail.Inbound;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Hosting;
using Rung.Server.Tests.Mails.Sending;
using Rung.Storage.Inbound;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>From a real mail server into a running desk, by the entry of <c>master.cf</c> that docs/mail.md shows.</summary>
public sealed class PostfixPipeTests
{
    private const string Desk = "desk@schools.example.org";
    private const string Office = "office@ashgrove.example.org";

    // R1: what no desk takes (75) stays in Postfix's queue; what Postfix was told is taken (0) is there after kill -9.
    [Fact]
    public async Task Postfix_keeps_what_no_desk_takes_and_hands_it_over_once_when_one_does()
    {
        var folder = await OpenToTheGroup();
        await using var postfix = await PostfixServer.Start(pipe: Pipe(folder));
        await Send(postfix.Port, Office, "While it was away");
        await Says(postfix, "status=deferred", 1);
        Assert.Contains("no desk runs on", postfix.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("status=bounced", postfix.Log, StringComparison.Ordinal);

        await using (var desk = await ServedDesk.Start(folder))
        {
            await postfix.Flush();
            await Says(postfix, "status=sent", 1);
            await Send(postfix.Port, Office, "While it was there");
            await Says(postfix, "status=sent", 2);
            await desk.Kill();
        }
        var mails = await Kept(folder);
        Assert.Equal(["While it was away", "While it was there"], mails.Select(one => one.Subject).Order());
        Assert.All(mails, one => Assert.Equal((Desk, Office), (one.Mail.Mailbox, one.Mail.EnvelopeSender)));
        Directory.Delete(folder, recursive: true);
    }

    // A report of non-delivery has no sender, and an answer comes to a signed address.
    [Fact]
    public async Task Postfix_hands_over_an_empty_sender_and_the_address_as_it_was_written()
    {
        const string Signed = "desk+r7k4239.c3vzqlxk6mkwzzaq@schools.example.org";
        var folder = await OpenToTheGroup();
        await using var postfix = await PostfixServer.Start(pipe: Pipe(folder));
        await using (var desk = await ServedDesk.Start(folder))
        {
            await Send(postfix.Port, sender: "", "Undelivered", Signed);
            await Says(postfix, "status=sent", 1);
            Assert.Equal(0, await desk.Terminate());
        }
        var (mail, _) = Assert.Single(await Kept(folder));
        Assert.Equal((Signed, ""), (mail.Mailbox, mail.EnvelopeSender));
        Directory.Delete(folder, recursive: true);
    }

    // The program that Postfix starts is of another user: the folder's group lets it in.
    private static async Task<string> OpenToTheGroup()
    {
        var folder = await ServedDesk.NewFolder();
        using var open = Process.Start("sh", ["-c", $"chgrp {PipedInto.Group} {folder} && chmod 2750 {folder}"]);
        await open.WaitForExitAsync(TestContext.Current.CancellationToken);
        return folder;
    }

    // Whatever became of them by then.
    private static async Task<IReadOnlyList<(InboundMail Mail, string? Subject)>> Kept(string folder)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
        var all = new List<(InboundMail, string?)>();
        foreach (var state in Enum.GetValues<InboundState>())
        {
            foreach (var mail in await database.Inbound.Of("schools-desk", state, 100))
            {
                all.Add((mail, MailReader.Read((await database.Inbound.Content(mail.Id))!).Subject));
            }
        }
        return all;
    }

    private static PipedInto Pipe(string folder) => new(folder, Path.Combine(AppContext.BaseDirectory, "rung.dll"));

    private static async Task Send(int port, string sender, string subject, string recipient = Desk)
    {
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(MailServer.Message(Office, subject, "It fails.")));
        using var message = await MimeMessage.LoadAsync(bytes, TestContext.Current.CancellationToken);
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        var from = sender.Length == 0 ? new MailboxAddress("", "") : MailboxAddress.Parse(sender);
        await client.SendAsync(message, from, [MailboxAddress.Parse(recipient)], TestContext.Current.CancellationToken);
    }

    private static Task Says(PostfixServer postfix, string what, int times) =>
        RunningDesk.Until(
            () => Task.FromResult(postfix.Log.Split(what).Length > times),
            string.Create(CultureInfo.InvariantCulture, $"Postfix says {what} {times} times"),
            TimeSpan.FromSeconds(90)
        );
}

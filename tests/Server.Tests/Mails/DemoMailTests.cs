using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MimeKit;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Hosting;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary><c>rung demo --mail</c>: a newcomer writes to a desk with a mail program, and reads the answer with it.</summary>
public sealed partial class DemoMailTests
{
    private const string Customer = "office@larkmere.example.org";

    [Fact]
    public async Task What_a_newcomer_writes_becomes_a_case_and_its_answer_is_in_their_mailbox()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/postfix"), "Postfix is not installed.");
        Assert.SkipUnless(File.Exists("/usr/lib/dovecot/lmtp"), "Dovecot is not installed.");
        Assert.SkipUnless(Environment.UserName == "root", "Postfix has to be started by root.");
        var folder = Directory.CreateTempSubdirectory("rung-demo-test-").FullName;
        int imap;
        await using (var demo = await ServedDesk.DemoWithMail(folder))
        {
            var smtp = await Port(demo, "SMTP");
            imap = await Port(demo, "IMAP");
            await Write(smtp, "Tablets lose the network");
            var mail = await InIntake(demo, "Tablets lose the network");
            var reference = await Log(demo, mail);
            Assert.Contains($"[{reference}]", await Answer(imap), StringComparison.Ordinal);
            Assert.Equal(0, await demo.Terminate());
        }
        using var after = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => after.ConnectAsync("127.0.0.1", imap, Stop).AsTask());
        Directory.Delete(folder, recursive: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The ports are told on the lines after the first.
    private static async Task<int> Port(ServedDesk demo, string what)
    {
        for (var lines = 0; lines < 20; lines++)
        {
            if (Told().Match(await demo.Line()) is { Success: true } told && told.Groups["what"].Value == what)
            {
                return int.Parse(told.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }
        throw new InvalidOperationException($"The demo does not say where {what} is.");
    }

    private static async Task Write(int port, string subject)
    {
        var text =
            $"From: School office <{Customer}>\r\nTo: desk@schools.example.org\r\nSubject: {subject}\r\n\r\nIn room 4.\r\n";
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(text));
        using var message = await MimeMessage.LoadAsync(bytes, Stop);
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, useSsl: false, Stop);
        await client.SendAsync(message, Stop);
    }

    private static async Task<long> InIntake(ServedDesk demo, string subject)
    {
        JsonNode? found = null;
        await RunningDesk.Until(
            async () =>
            {
                var list = await demo.Client.GetFromJsonAsync<JsonNode>("/api/v1/schools-desk/intake", Stop);
                found = list!["mails"]!.AsArray().FirstOrDefault(mail => (string?)mail!["subject"] == subject);
                return found is not null;
            },
            "the mail is in the intake",
            TimeSpan.FromSeconds(60)
        );
        return (long)found!["id"]!;
    }

    private static async Task<string> Log(ServedDesk demo, long mail)
    {
        using var answer = await demo.Client.PostAsJsonAsync(
            $"/api/v1/schools-desk/intake/{mail}/log",
            new
            {
                kind = "fault",
                customer = "larkmere-primary",
                contact = new { name = "School office", email = Customer },
                services = new[] { "email" },
                subject = "Tablets lose the network",
                answers = new { affected = "some", effect = "cannot-use" },
            },
            Stop
        );
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>(Stop);
        Assert.True(answer.IsSuccessStatusCode, body?.ToJsonString());
        return (string)body!["reference"]!;
    }

    // Subject of the customer's only mail.
    private static async Task<string> Answer(int port)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", port, useSsl: false, Stop);
        await client.AuthenticateAsync(Customer, "demo", Stop);
        var inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadOnly, Stop);
        await RunningDesk.Until(
            async () =>
            {
                await client.NoOpAsync(Stop);
                return inbox.Count > 0;
            },
            "the answer is in the mailbox",
            TimeSpan.FromSeconds(60)
        );
        using var message = await inbox.GetMessageAsync(0, Stop);
        return message.Subject!;
    }

    [GeneratedRegex(@"(?<what>SMTP|IMAP) on 127\.0\.0\.1:(?<port>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>Whatever people are called and write, what is said to the mail server is what we meant, line by line.</summary>
public sealed partial class SmtpDialogueTests
{
    private const string Office = "office@ashgrove.example.org";
    private const string Monday = "2026-12-14T10:00:00Z";

    private static readonly string[] Hostile =
    [
        "Ann\r\nRCPT TO:<x@evil.example>",
        "Ann\nBcc: x@evil.example",
        "Ann\rBcc: x@evil.example",
        "Ann%0d%0aBcc: x@evil.example",
        "Ann\u2028Bcc: x@evil.example",
        "Ann\u0085Bcc: x@evil.example",
        "Ann\r\n Bcc: x@evil.example",
        "=?utf-8?q?Ann=0D=0ABcc=3A_x=40evil.example?=",
        "\"a\r\nRCPT TO:<x@evil.example>\"@evil.example",
        "x, y@evil.example",
        "x <y@evil.example>, z",
        "x;y@evil.example",
        "\"><x@evil.example>",
        "x@evil.example\0",
        "{{contact.email}} x@evil.example",
        "\r\n.\r\nMAIL FROM:<x@evil.example>\r\nRCPT TO:<x@evil.example>\r\nDATA\r\nSubject: x\r\n\r\nx",
    ];

    private static readonly string[] Fields =
    [
        "Auto-Submitted",
        "Content-Language",
        "Content-Type",
        "Date",
        "From",
        "In-Reply-To",
        "Message-Id",
        "MIME-Version",
        "References",
        "Reply-To",
        "Subject",
        "To",
        "X-Auto-Response-Suppress",
        "X-Loop",
    ];

    // Each of them as name, subject, reference and address of who calls, and as name of the customer, past every check.
    [Fact]
    public async Task S26_Names_subjects_and_addresses_add_no_recipient_no_field_and_no_command()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var agent = new Caller(desk);
        var logged = 0;
        foreach (var hostile in Hostile)
        {
            await desk.Database().Customers.Save(Named(hostile.Replace("\0", "", StringComparison.Ordinal)));
            foreach (var fault in Faults(hostile))
            {
                var answer = await agent.Post("cases", fault);
                Assert.Contains(answer.Status, (int[])[201, 400]);
                if (answer.Status == 201 && (string?)fault["contact"]!["email"] == Office)
                {
                    logged++;
                }
            }
        }
        Assert.True(logged >= Hostile.Length, $"{logged} were logged");
        await RunningDesk.Until(() => Task.FromResult(sink.Mails.Count >= logged), $"{logged} mails are sent");

        IsAsMeant(sink);
        Assert.Equal(logged, sink.Mails.Count);
    }

    // What a server that takes any line end for one would take for the end of the message: the sink is such a server.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public async Task S31_No_text_ends_its_message_and_begins_another(string end)
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        string[] lines =
        [
            "",
            ".",
            "MAIL FROM:<x@evil.example>",
            "RCPT TO:<x@evil.example>",
            "DATA",
            "",
            "x",
            ".",
            "QUIT",
        ];
        var text = $"{string.Join(end, lines)}{end}.\r\n{string.Join("\r\n", lines)}\r\n..\r\nthe end";
        await agent.Do(reference, "update", new JsonObject { ["text"] = text });
        await RunningDesk.Until(() => Task.FromResult(sink.Mails.Count >= 2), "the update is sent");

        IsAsMeant(sink);
        Assert.Equal(2, sink.Mails.Count);
        var read = sink.Mails[1].Read().Body.Text;
        Assert.Contains("the end", read, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM:<x@evil.example>", read, StringComparison.Ordinal);
    }

    // The other way round: what is within a message that a mail server hands over stays within it.
    [Theory]
    [InlineData("\n.\n")]
    [InlineData("\n.\r\n")]
    [InlineData("\r.\r")]
    [InlineData("\r\n.\r\n")]
    public async Task S31_A_message_that_is_handed_over_is_one_whatever_is_in_it(string end)
    {
        await using var desk = await RunningDesk.Open(Monday);
        var inner = MailServer.Message("head@ashgrove.example.org", "Inner", "Smuggled.");
        var mail = await new MailServer(desk).Takes(
            MailServer.Message(Office, "Outer", $"One.{end}MAIL FROM:<x@evil.example>\r\nDATA\r\n{inner}")
        );
        Assert.Equal("Outer", mail.Subject);
        Assert.Equal(mail.Id, Assert.Single(await desk.Database().Unlogged(1)).Id);
    }

    private static void IsAsMeant(SmtpSink sink)
    {
        Assert.All(sink.Commands, line => Assert.Matches(Meant(), line));
        Assert.All(sink.Mails, mail => Assert.Equal([Office], mail.To));
        foreach (var mail in sink.Mails)
        {
            var names = mail.Read().Headers.Fields.Select(field => field.Key).ToList();
            Assert.Empty(names.Except(Fields, StringComparer.OrdinalIgnoreCase));
            Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);
            Assert.Equal([Office], mail.Read().To.Select(to => to.Address));
        }
    }

    private static Customer Named(string hostile) =>
        new(RunningDesk.Customer, "schools-desk", hostile, "ASH01") { Contract = "direct", Region = "england-wales" };

    private static IEnumerable<JsonObject> Faults(string hostile)
    {
        yield return With(fault => fault["contact"]!["name"] = hostile);
        yield return With(fault => fault["subject"] = hostile);
        yield return With(fault => fault["customerReference"] = hostile);
        yield return With(fault => fault["answers"]!["details"] = hostile);
        yield return With(fault => fault["contact"]!["email"] = hostile);
    }

    private static JsonObject With(Action<JsonObject> change)
    {
        var fault = (JsonObject)Caller.FaultForSome.DeepClone();
        change(fault);
        return fault;
    }

    [GeneratedRegex(
        @"^(EHLO [\w.\-\[\]:]+|MAIL FROM:<desk\+[a-z0-9.]+@schools\.example\.org>( SIZE=\d+)?|RCPT TO:<office@ashgrove\.example\.org>|DATA|RSET|NOOP|QUIT)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Meant();
}

using Rung.Mail.Transport;
using Xunit;

namespace Rung.Mail.Tests.Transport;

/// <summary>No mail server fills our memory: what never ends is broken off after 16 MB (R7, R10).</summary>
public sealed class FloodTests
{
    // What it may send, and what the two ends of the connection keep under way.
    private const long Most = (16 << 20) + (16 << 20);

    [Theory]
    [InlineData("", "* OK ")]
    [InlineData("", "")]
    [InlineData("CAPABILITY", "* CAPABILITY ")]
    [InlineData("LOGIN", "* OK ")]
    [InlineData("EXAMINE", "* OK [")]
    [InlineData("EXAMINE", "* 1 EXISTS\r\n* LIST () \"/\" {1900000000}\r\n")]
    public async Task R10_an_answer_without_end_while_a_mailbox_is_opened_is_broken_off(string at, string before)
    {
        await using var server = new FloodingServer(at, before);
        var stopped = await Assert.ThrowsAsync<MailboxException>(() => Open(server));
        Assert.DoesNotContain("in time", stopped.Message, StringComparison.Ordinal);
        Assert.InRange(server.Sent, 0, Most);
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 1 BODY[HEADER] {1900000000}\r\n")]
    [InlineData("* 1 FETCH (UID 1 BODY[HEADER] \"")]
    public async Task R10_a_header_without_end_is_broken_off(string before)
    {
        await using var server = new FloodingServer("UID FETCH", before);
        await using var line = await Open(server);
        var stopped = await Assert.ThrowsAsync<MailboxException>(() =>
            line.Header(1, TestContext.Current.CancellationToken)
        );
        Assert.DoesNotContain("in time", stopped.Message, StringComparison.Ordinal);
        Assert.InRange(server.Sent, 0, Most);
    }

    [Theory]
    [InlineData("", "220 ")]
    [InlineData("", "220-a\r\n220-")]
    public async Task R10_a_greeting_without_end_of_the_server_that_mail_goes_out_by_is_broken_off(
        string at,
        string before
    )
    {
        await using var server = new FloodingServer(at, before);
        Assert.True(SmtpAddress.TryParse($"smtp://127.0.0.1:{server.Port}", out var address, out _));
        var (line, why) = await SmtpLine.Open(address, TestContext.Current.CancellationToken);
        Assert.Null(line);
        Assert.DoesNotContain("in time", why, StringComparison.Ordinal);
        Assert.InRange(server.Sent, 0, Most);
    }

    private static Task<ImapLine> Open(FloodingServer server)
    {
        var address = $"imap://desk%40schools.example.org:secret@127.0.0.1:{server.Port}/INBOX?mark=off";
        Assert.True(ImapAddress.TryParse(address, out var mailbox, out var problem), problem);
        return ImapLine.Open(mailbox, TestContext.Current.CancellationToken);
    }
}

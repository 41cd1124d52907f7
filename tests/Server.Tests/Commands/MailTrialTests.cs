using Rung.Server.Tests.Mails.Fetching;
using Rung.Server.Tests.Mails.Sending;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary>
/// <c>rung mail send-test</c> and <c>rung mail fetch-once</c>, by which an operator sees whether mail goes out and comes in before the
/// desk opens. UX 5.
/// </summary>
public sealed class MailTrialTests
{
    private const string To = "operator@example.org";
    private const string From = "desk@schools.example.org";

    [Fact]
    public async Task A_test_mail_goes_out_and_says_what_it_is_and_what_the_server_answered()
    {
        await using var sink = new SmtpSink();

        var (code, output, error) = await Send(To, "--smtp", sink.Address);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"took the mail to {To}", output, StringComparison.Ordinal);
        var sunk = Assert.Single(sink.Mails);
        Assert.Contains(To, Assert.Single(sunk.To), StringComparison.Ordinal);
        var mail = sunk.Read();
        Assert.Equal(("Test mail from Rung", From), (mail.Subject, mail.From?.Address));
        Assert.Contains("You need not do anything.", mail.Body.Text, StringComparison.Ordinal);
        Assert.Contains($"<{mail.MessageId}>", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.1.1 There is nobody of that name", "it refuses this mail: 550")]
    [InlineData("451 4.7.1 Come back later", "for now it does not take this mail: 451")]
    [InlineData("550 \u001b[2JNobody", "it refuses this mail: 550")]
    public async Task What_the_server_says_against_it_is_told_in_one_plain_line(string answer, string told)
    {
        await using var sink = new SmtpSink { Answer = step => step == SmtpStep.Recipient ? answer : null };

        var (code, output, error) = await Send(To, "--smtp", sink.Address);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task Without_a_mail_server_it_says_how_to_name_one()
    {
        var (code, _, error) = await Send(To);

        Assert.Equal(3, code);
        Assert.Contains("--smtp", error, StringComparison.Ordinal);
    }

    // Port 1 of this machine: nobody is there.
    [Fact]
    public async Task Where_nobody_answers_it_says_so_and_no_password()
    {
        var (code, _, error) = await Send(To, "--smtp", "smtp://user:geheim@127.0.0.1:1");

        Assert.Equal(3, code);
        Assert.Contains("127.0.0.1:1", error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@example.org\r\nRCPT TO:<b@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("\u001b[2J@example.org")]
    public async Task What_is_no_address_is_sent_nothing(string to)
    {
        await using var sink = new SmtpSink();

        var (code, _, error) = await Send(to, "--smtp", sink.Address);

        Assert.Equal(2, code);
        Assert.Contains("is no address", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
        Assert.Empty(sink.Commands);
    }

    // A real mail server: both messages stay as they are, unread, and can be fetched by the desk afterwards.
    [Fact]
    public async Task A_mailbox_is_looked_into_and_nothing_in_it_changes()
    {
        await using var dovecot = await DovecotServer.Start();
        await dovecot.Add([
            "From: Office <office@ashgrove.example.org>\r\nSubject: Webmail is slow\r\n\r\nSince today.\r\n",
            "From: x@example.org\r\nSubject: =?utf-8?q?=1B=5B2J_gone=0A_or_not?=\r\n\r\nx\r\n",
        ]);

        var (code, output, error) = await RungProgram.Run("mail", "fetch-once", "--imap", dovecot.Address());

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("It has 2 messages:", output, StringComparison.Ordinal);
        Assert.Contains("office@ashgrove.example.org", output, StringComparison.Ordinal);
        Assert.Contains("Webmail is slow", output, StringComparison.Ordinal);
        Assert.Equal(3, output.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain(DovecotServer.Password, output, StringComparison.Ordinal);
        Assert.Equal((2, 0), await dovecot.Count());
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_read_is_told_and_the_others_are_looked_into()
    {
        await using var dovecot = await DovecotServer.Start();

        var (code, output, error) = await RungProgram.Run(
            "mail",
            "fetch-once",
            "--imap",
            "imap://desk%40schools.example.org:geheim@127.0.0.1:1/INBOX",
            "--imap",
            dovecot.Address()
        );

        Assert.Equal(1, code);
        Assert.Contains("127.0.0.1:1", error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error + output, StringComparison.Ordinal);
        Assert.Contains("It is empty.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mailbox_it_says_how_to_name_one()
    {
        var (code, _, error) = await RungProgram.Run("mail", "fetch-once");

        Assert.Equal(3, code);
        Assert.Contains("--imap", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> Send(string to, params string[] more) =>
        RungProgram.Run(["mail", "send-test", to, "--from", From, .. more]);
}

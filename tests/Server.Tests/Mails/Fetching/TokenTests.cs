using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Sending;
using Xunit;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>Signing in by an access token, which somebody else keeps fresh (XOAUTH2), at a real mail server. R11</summary>
public sealed class TokenTests : IDisposable
{
    private const string Monday = "2026-12-14T10:00:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-token-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // R11
    [Fact]
    public async Task A_token_from_a_file_is_read_again_when_the_old_one_is_refused()
    {
        await using var tokens = new TokenServer { Good = "fresh" };
        await using var dovecot = await DovecotServer.Start(tokens.Port);
        var file = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(file, "stale\n", Stop);
        await dovecot.Add([FetchedMail.Message("By token")]);

        await using var desk = await RunningDesk.Open(Monday, imap: Address(dovecot, $"token-file={file}"));
        await RunningDesk.Until(
            async () => (await desk.Database().Mailboxes.List()) is [{ Problem: not null }],
            "the stale token is refused"
        );
        var problem = (await desk.Database().Mailboxes.List())[0].Problem;
        Assert.Contains("it does not let us sign in", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("stale", problem, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "fresh\n", Stop);
        await desk.Database().Exactly(["By token"]);
    }

    [Fact]
    public async Task A_token_may_come_from_a_command()
    {
        await using var tokens = new TokenServer { Good = "printed" };
        await using var dovecot = await DovecotServer.Start(tokens.Port);
        await dovecot.Add([FetchedMail.Message("By command")]);
        var command = Uri.EscapeDataString("echo printed");

        await using var desk = await RunningDesk.Open(Monday, imap: Address(dovecot, $"token-command={command}"));
        await desk.Database().Exactly(["By command"]);
        await RunningDesk.Until(async () => await dovecot.Count() == (1, 1), "it is marked as read");
    }

    [Fact]
    public async Task A_command_that_fails_is_said_with_its_exit_code()
    {
        await using var dovecot = await DovecotServer.Start();
        var command = Uri.EscapeDataString("exit 7");
        await using var desk = await RunningDesk.Open(Monday, imap: Address(dovecot, $"token-command={command}"));
        await RunningDesk.Until(
            async () =>
                (await desk.Database().Mailboxes.List()) is [{ Problem: { } problem }]
                && problem.Contains("printed none (exit code 7)", StringComparison.Ordinal),
            "the exit code is said"
        );
    }

    // The mail server that mail goes out by, with the same accounts: by password, by token, and refused.
    [Theory]
    [InlineData("desk%40schools.example.org:secret@", "", true)]
    [InlineData("desk%40schools.example.org@", "token-command=echo%20printed", true)]
    [InlineData("desk%40schools.example.org:wrong@", "", false)]
    public async Task Mail_goes_out_by_whoever_signs_in(string user, string more, bool goes)
    {
        await using var tokens = new TokenServer { Good = "printed" };
        await using var dovecot = await DovecotServer.Start(tokens.Port);
        await using var postfix = await PostfixServer.Start(dovecot.AuthSocket);
        var server = $"smtp://{user}localhost:{postfix.Port}?ca-file={Uri.EscapeDataString(postfix.Authority)}&{more}";
        await using var desk = await RunningDesk.Open(Monday, smtp: server.TrimEnd('&'));
        await new Caller(desk).Log(Caller.FaultForSome);

        await RunningDesk.Until(
            async () =>
                goes
                    ? postfix.Mails().Count == 1
                    : (await desk.Database().Outbox.Waiting("schools-desk", desk.Now, 10)) is [{ Answer: { } answer }]
                        && answer.Contains("it does not let us sign in", StringComparison.Ordinal),
            goes ? "the mail arrives" : "the message says why it does not leave",
            TimeSpan.FromSeconds(60)
        );
        Assert.Equal(goes ? 1 : 0, postfix.Mails().Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Address(DovecotServer dovecot, string secret) =>
        $"imap://desk%40schools.example.org@localhost:{dovecot.Port}/INBOX?ca-file={Uri.EscapeDataString(dovecot.Authority)}&{secret}";
}

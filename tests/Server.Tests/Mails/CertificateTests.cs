using System.Globalization;
using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Server.Tests.Mails.Sending;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Whoever runs the desk hears 14 days ahead that a mail server's certificate ends. R11</summary>
public sealed class CertificateTests
{
    // A certificate is good by the machine's own clock, so the desk's is the same.
    private static string Today =>
        DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    private static readonly Instant Ends = Instant.FromUtc(2027, 1, 15, 12, 0);

    [Theory]
    [InlineData(15, null)]
    [InlineData(
        14,
        "the certificate of mail.example.org:993 ends on 2027-01-15 12:00 UTC: have it renewed, or no mail goes through"
    )]
    [InlineData(-1, "the certificate of mail.example.org:993 ended on 2027-01-15 12:00 UTC")]
    public void R11_The_end_of_a_certificate_is_said_fourteen_days_ahead(int daysAhead, string? says)
    {
        var certificates = new ServerCertificates();
        Assert.True(
            ImapAddress.TryParse("imaps://desk%40schools.example.org:secret@mail.example.org", out var server, out _)
        );
        certificates.Note(server, null);
        Assert.Empty(certificates.Ending(Ends));

        certificates.Note(server, Ends);

        Assert.Equal(says is null ? [] : [says], certificates.Ending(Ends - Duration.FromDays(daysAhead)));
    }

    [Fact]
    public async Task R11_The_server_whose_mail_we_fetch_is_named_until_its_certificate_is_renewed()
    {
        await using var dovecot = await DovecotServer.Start(certificateEnds: DateTimeOffset.UtcNow.AddDays(5));
        await using var desk = await RunningDesk.Open(Today, imap: dovecot.Address());

        await Says(desk, "/healthz/ready", $"ready, but the certificate of localhost:{dovecot.Port} ends on ");
        await Says(desk, "/schools-desk/mailboxes", $"The certificate of localhost:{dovecot.Port} ends on ");
        var certificates = (ServerCertificates)desk.Services.GetService(typeof(ServerCertificates))!;
        Assert.True(ImapAddress.TryParse(dovecot.Address(), out var server, out _));
        certificates.Note(server, SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(90));
        Assert.Equal("ready", await desk.Client.GetStringAsync("/healthz/ready", Stop));
    }

    // The server is only told to read its files again: lines that are open go on with what they were opened with.
    [Fact]
    public async Task R11_After_the_servers_certificate_and_its_authority_were_renewed_mail_goes_on_without_a_restart()
    {
        await using var dovecot = await DovecotServer.Start(certificateEnds: DateTimeOffset.UtcNow.AddDays(5));
        await using var desk = await RunningDesk.Open(Today, imap: dovecot.Address());
        await Says(desk, "/healthz/ready", "ready, but the certificate of ");
        await dovecot.Add([FetchedMail.Message("Before")]);
        await desk.Database().Unlogged(1);

        await dovecot.RenewCertificate();

        var number = 0;
        await RunningDesk.Until(
            async () =>
            {
                await dovecot.Add([FetchedMail.Message($"After {++number}")]);
                await desk.Database().Unlogged(1 + number);
                return await desk.Client.GetStringAsync("/healthz/ready", Stop) == "ready";
            },
            "nothing is said any more",
            TimeSpan.FromMinutes(2)
        );
    }

    [Fact]
    public async Task R11_So_is_that_of_the_server_that_takes_our_mail()
    {
        await using var postfix = await PostfixServer.Start(certificateEnds: DateTimeOffset.UtcNow.AddDays(5));
        var smtp = $"smtp://localhost:{postfix.Port}?ca-file={Uri.EscapeDataString(postfix.Authority)}";
        await using var desk = await RunningDesk.Open(Today, smtp: smtp);

        await new Caller(desk).Log(Caller.FaultForSome);

        await Says(desk, "/healthz/ready", $"the certificate of localhost:{postfix.Port} ends on ");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task Says(RunningDesk desk, string path, string words) =>
        RunningDesk.Until(
            async () =>
                (await desk.Client.GetStringAsync(new Uri(path, UriKind.Relative), Stop)).Contains(
                    words,
                    StringComparison.Ordinal
                ),
            $"{path} says so"
        );
}

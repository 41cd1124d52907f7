using MailKit.Net.Smtp;
using MimeKit;
using NodaTime;
using Rung.Mail.Outbound;

namespace Rung.Mail.Transport;

/// <summary>One conversation with the mail server, in which several mails may be handed over one after the other. RFC 5321</summary>
public sealed class SmtpLine : IAsyncDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestMail = TimeSpan.FromMinutes(4);

    private readonly SmtpClient _client;
    private readonly BoundedStream _stream;

    private readonly ShownCertificate _certificate;

    private SmtpLine(SmtpClient client, BoundedStream stream, ShownCertificate certificate) =>
        (_client, _stream, _certificate) = (client, stream, certificate);

    /// <summary>When the server's certificate ends; null: there is no TLS.</summary>
    public Instant? CertificateEnds => _certificate.Ends;

    /// <summary>Whether another mail can be handed over.</summary>
    public bool IsOpen => _client.IsConnected;

    /// <returns>The line; or why there is none, in one sentence.</returns>
    public static async Task<(SmtpLine? Line, string? Why)> Open(SmtpAddress server, CancellationToken stop)
    {
        var client = new SmtpClient { Timeout = (int)LongestSilence.TotalMilliseconds, LocalDomain = "rung.invalid" };
        BoundedStream? stream = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestSilence);
        try
        {
            var certificate = ServerTrust.Apply(client, server.CaFile);
            stream = await BoundedStream.Connect(server.Host, server.Port, limit.Token);
            await client.ConnectAsync(stream, server.Host, server.Port, ServerTrust.Options(server.Tls), limit.Token);
            await SigningIn.SignIn(client, server, limit.Token);
            return (new SmtpLine(client, stream, certificate), null);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested && LineTrouble.Is(wrong))
        {
            client.Dispose();
            stream?.Dispose();
            return (null, $"{server}: {LineTrouble.Words(wrong)}");
        }
        catch
        {
            client.Dispose();
            stream?.Dispose();
            throw;
        }
    }

    /// <summary>Hands over one mail to one recipient (S26). Whatever happens, an answer comes within minutes.</summary>
    public async Task<Handed> Hand(OutgoingMail mail, CancellationToken stop)
    {
        using var message = MailWriter.Message(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestMail);
        _stream.Allow(BoundedStream.Usual);
        try
        {
            var sender = new MailboxAddress("", mail.ReturnTo?.Address ?? "");
            var answer = await _client.SendAsync(
                message,
                sender,
                [new MailboxAddress("", mail.To.Address)],
                limit.Token
            );
            return new Handed.Taken(LineTrouble.OneLine(answer));
        }
        catch (SmtpCommandException refused) when (!IsAboutUs((int)refused.StatusCode))
        {
            var says = $"{(int)refused.StatusCode} {LineTrouble.OneLine(refused.Message)}";
            return (int)refused.StatusCode >= 500 ? new Handed.Never(says) : new Handed.Later(says);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested && LineTrouble.Is(wrong))
        {
            return new Handed.Lost(LineTrouble.Words(wrong));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception wrong) when (LineTrouble.Is(wrong))
        {
            // It is gone already.
        }
        _client.Dispose();
        await _stream.DisposeAsync();
    }

    // It goes away, or wants us to sign in first: no word about this mail.
    private static bool IsAboutUs(int code) => code is 421 or 530 or 534 or 535 or 538;
}

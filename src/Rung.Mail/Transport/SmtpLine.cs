using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Rung.Mail.Outbound;

namespace Rung.Mail.Transport;

/// <summary>One conversation with the mail server, in which several mails may be handed over one after the other. RFC 5321</summary>
public sealed class SmtpLine : IAsyncDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestMail = TimeSpan.FromMinutes(4);

    private readonly SmtpClient _client;

    private SmtpLine(SmtpClient client) => _client = client;

    /// <summary>Whether another mail can be handed over.</summary>
    public bool IsOpen => _client.IsConnected;

    /// <returns>The line; or why there is none, in one sentence.</returns>
    public static async Task<(SmtpLine? Line, string? Why)> Open(SmtpAddress server, CancellationToken stop)
    {
        var client = new SmtpClient { Timeout = (int)LongestSilence.TotalMilliseconds, LocalDomain = "rung.invalid" };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestSilence);
        try
        {
            Trust(client, server.CaFile);
            await client.ConnectAsync(server.Host, server.Port, Security(server.Tls), limit.Token);
            await SignIn(client, server, limit.Token);
            return (new SmtpLine(client), null);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested && IsOfTheLine(wrong))
        {
            client.Dispose();
            return (null, $"{server}: {Words(wrong)}");
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Hands over one mail to one recipient (S26). Whatever happens, an answer comes within minutes.</summary>
    public async Task<Handed> Hand(OutgoingMail mail, CancellationToken stop)
    {
        using var message = MailWriter.Message(mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestMail);
        try
        {
            var sender = new MailboxAddress("", mail.ReturnTo?.Address ?? "");
            var answer = await _client.SendAsync(
                message,
                sender,
                [new MailboxAddress("", mail.To.Address)],
                limit.Token
            );
            return new Handed.Taken(OneLine(answer));
        }
        catch (SmtpCommandException refused) when (!IsAboutUs((int)refused.StatusCode))
        {
            var says = $"{(int)refused.StatusCode} {OneLine(refused.Message)}";
            return (int)refused.StatusCode >= 500 ? new Handed.Never(says) : new Handed.Later(says);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested && IsOfTheLine(wrong))
        {
            return new Handed.Lost(Words(wrong));
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception wrong) when (IsOfTheLine(wrong))
        {
            // It is gone already.
        }
        _client.Dispose();
    }

    private static async Task SignIn(SmtpClient client, SmtpAddress server, CancellationToken stop)
    {
        if (server.TokenFile is { } file)
        {
            var token = await File.ReadAllTextAsync(file, stop);
            await client.AuthenticateAsync(new SaslMechanismOAuth2(server.User!, token.Trim()), stop);
        }
        else if (server.User is { } user)
        {
            client.AuthenticationMechanisms.Remove("XOAUTH2");
            await client.AuthenticateAsync(user, server.Password!, stop);
        }
    }

    // It goes away, or wants us to sign in first: no word about this mail.
    private static bool IsAboutUs(int code) => code is 421 or 530 or 534 or 535 or 538;

    // The machine's own authorities are asked first; those named are trusted besides them.
    private static void Trust(SmtpClient client, string? caFile)
    {
        client.CheckCertificateRevocation = false;
        if (caFile is null)
        {
            return;
        }
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(caFile);
        client.ServerCertificateValidationCallback = (_, certificate, _, problems) =>
            problems == SslPolicyErrors.None
            || (problems == SslPolicyErrors.RemoteCertificateChainErrors && IsVouchedFor(certificate, authorities));
    }

    private static bool IsVouchedFor(X509Certificate? certificate, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return certificate is X509Certificate2 shown && chain.Build(shown);
    }

    private static SecureSocketOptions Security(SmtpTls tls) =>
        tls switch
        {
            SmtpTls.FromTheStart => SecureSocketOptions.SslOnConnect,
            SmtpTls.Required => SecureSocketOptions.StartTls,
            SmtpTls.WhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
            _ => SecureSocketOptions.None,
        };

    private static bool IsOfTheLine(Exception wrong) =>
        wrong
            is IOException
                or SocketException
                or CommandException
                or ProtocolException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or MailKit.Security.AuthenticationException
                or System.Security.Authentication.AuthenticationException
                or SslHandshakeException
                or NotSupportedException
                or TimeoutException
                or OperationCanceledException
                or UnauthorizedAccessException
                or System.Security.Cryptography.CryptographicException;

    private static string Words(Exception wrong) =>
        wrong switch
        {
            OperationCanceledException or TimeoutException => "no answer in time",
            SslHandshakeException => "its certificate is not trusted, or it speaks no TLS on this port",
            SmtpCommandException refused => $"{(int)refused.StatusCode} {OneLine(refused.Message)}",
            MailKit.Security.AuthenticationException => $"it does not let us sign in: {OneLine(wrong.Message)}",
            _ => OneLine(wrong.Message),
        };

    // What a server says is the server's: it is cut, and shown as text only.
    private static string OneLine(string text)
    {
        var plain = string.Concat(
            text.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)
        );
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 300 ? line : string.Concat(line.AsSpan(0, 299), "…");
    }
}

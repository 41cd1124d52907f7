using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;

namespace Rung.Mail.Transport;

/// <summary>Which certificates of a mail server are believed: the machine's own authorities, and those named besides them.</summary>
internal static class ServerTrust
{
    /// <returns>What will be known of the certificate once the client is connected.</returns>
    public static ShownCertificate Apply(MailService client, string? caFile)
    {
        client.CheckCertificateRevocation = false;
        var authorities = new X509Certificate2Collection();
        if (caFile is not null)
        {
            authorities.ImportFromPemFile(caFile);
        }
        var shown = new ShownCertificate();
        client.ServerCertificateValidationCallback = (_, certificate, seen, problems) =>
        {
            shown.Note(certificate);
            return problems == SslPolicyErrors.None
                || (
                    problems == SslPolicyErrors.RemoteCertificateChainErrors
                    && IsVouchedFor(certificate, seen, authorities)
                );
        };
        return shown;
    }

    public static SecureSocketOptions Options(MailServerTls tls) =>
        tls switch
        {
            MailServerTls.FromTheStart => SecureSocketOptions.SslOnConnect,
            MailServerTls.Required => SecureSocketOptions.StartTls,
            MailServerTls.WhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
            _ => SecureSocketOptions.None,
        };

    // Between the server's certificate and its authority there may be others, which the server sends along.
    private static bool IsVouchedFor(
        X509Certificate? certificate,
        X509Chain? seen,
        X509Certificate2Collection authorities
    )
    {
        if (authorities.Count == 0)
        {
            return false;
        }
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        if (seen is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(seen.ChainPolicy.ExtraStore);
        }
        return certificate is X509Certificate2 shown && chain.Build(shown);
    }
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;

namespace Rung.Mail.Transport;

/// <summary>Which certificates of a mail server are believed: the machine's own authorities, and those named besides them.</summary>
internal static class ServerTrust
{
    public static void Apply(MailService client, string? caFile)
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

    public static SecureSocketOptions Options(MailServerTls tls) =>
        tls switch
        {
            MailServerTls.FromTheStart => SecureSocketOptions.SslOnConnect,
            MailServerTls.Required => SecureSocketOptions.StartTls,
            MailServerTls.WhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
            _ => SecureSocketOptions.None,
        };

    private static bool IsVouchedFor(X509Certificate? certificate, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return certificate is X509Certificate2 shown && chain.Build(shown);
    }
}

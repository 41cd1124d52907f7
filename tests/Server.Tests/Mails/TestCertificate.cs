using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rung.Server.Tests.Mails;

/// <summary>A certificate for this machine, by an issuer for which the authority of the test vouches, as most are.</summary>
internal static class TestCertificate
{
    public const string Issuer = "CN=Issuer of the test";

    private static readonly DateTimeOffset From = DateTimeOffset.UnixEpoch.AddYears(50);
    private static readonly DateTimeOffset Until = DateTimeOffset.UnixEpoch.AddYears(79);

    /// <summary>
    /// Writes <c>authority.pem</c>, <c>server.pem</c> with what stands between, and <c>server.key</c> into the folder; what was
    /// there before is renewed.
    /// </summary>
    /// <param name="ends">When the server's certificate ends; null: when that of the authority does.</param>
    public static void Write(string folder, DateTimeOffset? ends = null)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Vouching("CN=Authority of the test", rootKey).CreateSelfSigned(From, Until);
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issuer = Vouching(Issuer, issuerKey).Create(root, From, Until, [5, 6, 7, 8]);
        using var issuing = issuer.CopyWithPrivateKey(issuerKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuing, From, ends ?? Until, [1, 2, 3, 4]);
        File.WriteAllText(Path.Combine(folder, "authority.pem"), root.ExportCertificatePem());
        File.WriteAllText(
            Path.Combine(folder, "server.pem"),
            $"{certificate.ExportCertificatePem()}\n{issuer.ExportCertificatePem()}\n"
        );
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static CertificateRequest Vouching(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }
}

using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace Rung.Mail.Transport;

/// <summary>The certificate that a mail server showed.</summary>
internal sealed class ShownCertificate
{
    /// <summary>When it ends; null: none was shown.</summary>
    public Instant? Ends { get; private set; }

    public void Note(X509Certificate? certificate)
    {
        if (certificate is X509Certificate2 shown)
        {
            Ends = Instant.FromDateTimeUtc(shown.NotAfter.ToUniversalTime());
        }
    }
}

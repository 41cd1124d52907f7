using System.Security.Cryptography;
using System.Text;
using Rung.Core.Guides;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// Message-IDs of our mails. Whoever answers one is on its case, so that nobody may guess one: they are random, made when
/// the mail is queued and kept (S17, R16).
/// </summary>
internal static class MailIds
{
    private const int Bytes = 16;

    /// <param name="services">The services concerned; they choose the address that the mail is from.</param>
    public static string New(Guide guide, IReadOnlyList<string> services) =>
        $"{RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true)}@{Domain(guide, services)}";

    /// <summary>Of a mail that stays inside the provider: no answer to it is an answer on the case, so it is known by nothing.</summary>
    public static string Inside(string key, string domain) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, Bytes))}@{domain}";

    private static string Domain(Guide guide, IReadOnlyList<string> services)
    {
        var address = MailRoutes.From(SupportRoutes.For(guide, services)) ?? $"@{guide.Document.Id}.invalid";
        return address[(address.LastIndexOf('@') + 1)..];
    }
}

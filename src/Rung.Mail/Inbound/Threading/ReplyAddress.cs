using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Rung.Core.Cases;

namespace Rung.Mail.Inbound.Threading;

/// <summary>
/// The address that answers on a case come back to: <c>desk+r7k4239.c1b2…@example.org</c>. What follows the plus sign is
/// the case and a signature over it, so that a case cannot be reached by guessing its reference (S17).
/// </summary>
public sealed class ReplyAddress
{
    private const int SignatureBytes = 10;

    // Mail programs change capitals in addresses: no letter may depend on them.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[] _key;

    /// <param name="key">The installation's secret, at least 32 bytes.</param>
    public ReplyAddress(byte[] key)
    {
        if (key.Length < 32)
        {
            throw new ArgumentException("A key has at least 32 bytes.", nameof(key));
        }
        _key = key;
    }

    /// <param name="address">An address of the desk, without a plus sign.</param>
    public string Of(string address, CaseReference reference)
    {
        var at = address.LastIndexOf('@');
        return $"{address[..at]}+{Plain(reference)}.{Signature(reference)}{address[at..]}";
    }

    /// <summary>Reads the case from an address this installation made.</summary>
    /// <param name="prefix">The desk's letters before a reference.</param>
    /// <returns>False when it carries no signature, or another's.</returns>
    public bool TryRead(string address, string prefix, [NotNullWhen(true)] out CaseReference? reference)
    {
        reference = null;
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        if (plus < 0 || at < plus)
        {
            return false;
        }
        var tag = address[(plus + 1)..at].ToLowerInvariant();
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        if (
            dot < 0
            || !CaseReference.TryParse(prefix, tag[..dot], out var named)
            || !IsSigned(named.Value, tag[(dot + 1)..])
        )
        {
            return false;
        }
        reference = named;
        return true;
    }

    private bool IsSigned(CaseReference reference, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Signature(reference)),
            Encoding.UTF8.GetBytes(signature)
        );

    private string Signature(CaseReference reference)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"reply:{reference.Text}"));
        return Base32(hash.AsSpan(0, SignatureBytes));
    }

    private static string Plain(CaseReference reference) =>
        reference.Text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            bits = ((bits << 8) | one) & 0xFFFF;
            held += 8;
            while (held >= 5)
            {
                held -= 5;
                text.Append(Alphabet[(bits >> held) & 31]);
            }
        }
        return text.ToString();
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Rung.Mail.Inbound.Threading;

/// <summary>Signs what stands behind the plus sign of an address, so that nobody can make one up.</summary>
internal sealed class AddressSeal
{
    private const int SignatureBytes = 10;

    // Mail programs change capitals in addresses: no letter may depend on them.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[] _key;

    /// <param name="key">The installation's secret, at least 32 bytes.</param>
    public AddressSeal(byte[] key)
    {
        if (key.Length < 32)
        {
            throw new ArgumentException("A key has at least 32 bytes.", nameof(key));
        }
        _key = key;
    }

    /// <param name="text">What is signed, with what for, so that a signature is good for one thing only.</param>
    public string Of(string text) =>
        Base32(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, SignatureBytes));

    public bool IsOf(string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(text)), Encoding.UTF8.GetBytes(signature));

    /// <summary>What stands behind the plus sign, in small letters; null: there is none.</summary>
    public static string? TagOf(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 || at < plus ? null : address[(plus + 1)..at].ToLowerInvariant();
    }

    public static string WithTag(string address, string tag)
    {
        var at = address.LastIndexOf('@');
        return $"{address[..at]}+{tag}{address[at..]}";
    }

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

using System.Text;

namespace Rung.Server.Accounts;

/// <summary>Bytes as letters and digits that are told apart when read or typed (RFC 4648), without padding.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int LetterBits = 5;
    private const int ByteBits = 8;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (waiting, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (waiting, bits) = ((waiting << ByteBits) | one, bits + ByteBits);
            while (bits >= LetterBits)
            {
                bits -= LetterBits;
                text.Append(Letters[(waiting >> bits) & (Letters.Length - 1)]);
            }
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0)
        {
            text.Append(Letters[(waiting << (LetterBits - bits)) & (Letters.Length - 1)]);
        }
        return text.ToString();
    }

    /// <summary>In groups of four, to be read and typed.</summary>
    public static string InGroups(string text) => string.Join(' ', text.Chunk(4).Select(part => new string(part)));
}

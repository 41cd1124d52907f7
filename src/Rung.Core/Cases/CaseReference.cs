using System.Diagnostics.CodeAnalysis;

namespace Rung.Core.Cases;

/// <summary>
/// A case reference that can be said on the telephone: prefix, then two groups, e.g. <c>R-7K4-239</c>. Never 0, O, 1 or I;
/// the last character checks the others (any one wrong character and any two neighbours swapped are noticed).
/// Order of references says nothing about order of time.
/// </summary>
public readonly record struct CaseReference
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Base = 32;
    private const long Scramble = 21_870_121; // odd, so multiplication modulo a power of two is one to one
    private const long Mask = 0x3A5C9E1;

    private CaseReference(string text) => Text = text;

    /// <summary>Canonical text, e.g. <c>R-7K4-239</c>.</summary>
    public string Text => field ?? "";

    /// <summary>The reference of the <paramref name="number"/>th case of an installation.</summary>
    /// <param name="prefix">1 to 4 capital letters.</param>
    /// <param name="number">1 to 2^34; up to 33,554,431 gives six characters, more gives eight.</param>
    public static CaseReference FromNumber(string prefix, long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 1L << 34);
        var size = number < 1L << 25 ? 5 : 7;
        var space = 1L << (5 * size);
        var mixed = unchecked(number * Scramble ^ Mask) & (space - 1);
        Span<char> body = stackalloc char[size + 1];
        for (var place = size - 1; place >= 0; place--)
        {
            body[place] = Alphabet[(int)(mixed % Base)];
            mixed /= Base;
        }
        body[size] = Check(body[..size]);
        var half = (size + 1) / 2;
        return new CaseReference($"{prefix}-{body[..half]}-{body[half..]}");
    }

    /// <summary>Reads a reference in any usual form: with or without prefix, hyphens or spaces, in any case.</summary>
    /// <returns>False when a character is not of the alphabet, the length is wrong or the check fails.</returns>
    public static bool TryParse(string prefix, string? text, [NotNullWhen(true)] out CaseReference? reference)
    {
        var plain = (text ?? "").ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        plain = plain.Replace("-", "", StringComparison.Ordinal);
        // Eight characters may be a long reference or a prefix of two before a short one: the check tells.
        var bare = plain.StartsWith(prefix, StringComparison.Ordinal) ? plain[prefix.Length..] : plain;
        var body = IsBody(bare) ? bare : plain;
        reference = IsBody(body)
            ? new CaseReference($"{prefix}-{body[..(body.Length / 2)]}-{body[(body.Length / 2)..]}")
            : null;
        return reference is not null;
    }

    /// <summary>Wraps canonical text that this product wrote earlier, unchecked.</summary>
    public static CaseReference FromStored(string text) => new(text);

    /// <summary>The canonical text, with prefix and hyphens: <c>R-7K4-239</c>.</summary>
    public override string ToString() => Text;

    private static bool IsBody(string text) =>
        text.Length is 6 or 8
        && text.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal))
        && Check(text.AsSpan(0, text.Length - 1)) == text[^1];

    // Weights are the powers of x in GF(32): distinct and not zero, so single slips and swaps of neighbours change the sum.
    private static char Check(ReadOnlySpan<char> body)
    {
        var sum = 0;
        foreach (var letter in body)
        {
            sum = Double(sum) ^ Alphabet.IndexOf(letter, StringComparison.Ordinal);
        }
        return Alphabet[Double(sum)];
    }

    private static int Double(int value) => (value << 1 ^ (value >= 16 ? 0b100101 : 0)) & 31;
}

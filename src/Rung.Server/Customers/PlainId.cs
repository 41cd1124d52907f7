using System.Globalization;
using System.Text;

namespace Rung.Server.Customers;

/// <summary>Ids made out of names, so that nobody has to think one up.</summary>
internal static class PlainId
{
    private const int Longest = 50;
    private const int LongestOfContact = 30;

    // Pages stand at these addresses.
    private static readonly string[] Reserved = ["new", "import", "export"];

    /// <summary>Letters without accents and digits, small, with hyphens between words; empty: the name has none.</summary>
    public static string Of(string name)
    {
        var id = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                id.Append(sign);
            }
            else if (!Vanishes(sign) && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }
        var plain = id.ToString()[..Math.Min(id.Length, Longest)].TrimEnd('-');
        return Reserved.Contains(plain) ? $"{plain}-customer" : plain;
    }

    /// <summary>An id for somebody of a customer that none of the others there has.</summary>
    public static string Free(string name, IEnumerable<string> taken)
    {
        var plain = Of(name);
        var id = plain.Length is 0 or > LongestOfContact ? "contact" : plain;
        var others = taken.ToHashSet(StringComparer.Ordinal);
        var free = id;
        for (var next = 2; others.Contains(free); next++)
        {
            free = $"{id}-{next}";
        }
        return free;
    }

    private static bool Vanishes(char sign) =>
        sign is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}

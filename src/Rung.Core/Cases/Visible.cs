using System.Globalization;
using System.Text;

namespace Rung.Core.Cases;

/// <summary>Whether anything of a text is seen by whoever reads it, and whether two names are told apart by looking at them.</summary>
public static class Visible
{
    // Letters of other scripts that look like Latin ones in most typefaces (Unicode's UTS #39 has all of them), capital.
    private const string Foreign = "АВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "ABESIJKMHOPCTYXQWABEZHIKMNOPTYX";

    /// <summary>Whether there is nothing to see: nothing but white space and characters without a shape.</summary>
    public static bool IsBlank(string? text) => text is null || text.EnumerateRunes().All(IsUnseen);

    /// <summary>Whether a character has no shape of its own and no use in a name: U+200B, U+00AD, U+FEFF and their like.</summary>
    public static bool HasNoShape(char letter) =>
        letter
            is '\u00AD'
                or '\u034F'
                or '\u115F'
                or '\u1160'
                or '\u17B4'
                or '\u17B5'
                or '\u180E'
                or '\u200B'
                or (>= '\u2060' and <= '\u2064')
                or (>= '\u206A' and <= '\u206F')
                or '\u2800'
                or '\u3164'
                or '\uFEFF'
                or '\uFFA0';

    /// <summary>The same for two names that look the same: their case, white space, width and script do not count.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var rune in name.ToUpperInvariant().EnumerateRunes().Select(Narrow))
        {
            if (Rune.IsWhiteSpace(rune))
            {
                key.Append(key.Length > 0 && key[^1] != ' ' ? " " : "");
            }
            else if (!IsUnseen(rune))
            {
                var at = rune.IsBmp ? Foreign.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
                key.Append(at < 0 ? rune.ToString() : Latin[at].ToString());
            }
        }
        return key.ToString().TrimEnd();
    }

    // Letters as wide as Chinese ones, U+FF01 to U+FF5E.
    private static Rune Narrow(Rune rune) =>
        rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || (rune.IsBmp && HasNoShape((char)rune.Value))
        || rune.Value is >= 0xFE00 and <= 0xFE0F;
}

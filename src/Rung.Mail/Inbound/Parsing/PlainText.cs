using System.Text;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>Makes any text safe to show. Total.</summary>
internal static class PlainText
{
    /// <summary>Many lines: line ends are \n, of the control characters only tabs stay.</summary>
    public static string Clean(string text, MailNotes notes)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MailLimits.TextLength) + 16);
        for (var index = 0; index < text.Length && clean.Length < MailLimits.TextLength; index++)
        {
            Append(clean, text, ref index, notes);
        }
        if (clean.Length >= MailLimits.TextLength)
        {
            notes.Add(MailFault.TextCut);
        }
        return clean.ToString();
    }

    /// <summary>One line without leading, trailing or doubled spaces.</summary>
    public static string OneLine(string text, int longest, MailNotes notes)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        for (var index = 0; index < text.Length && clean.Length < longest; index++)
        {
            var before = clean.Length;
            Append(clean, text, ref index, notes);
            if (clean.Length == before + 1 && char.IsWhiteSpace(clean[^1]))
            {
                clean.Length--;
                Space(clean);
            }
        }
        return clean.ToString().TrimEnd();
    }

    private static void Space(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }

    private static void Append(StringBuilder clean, string text, ref int index, MailNotes notes)
    {
        var letter = text[index];
        switch (letter)
        {
            case '\r':
                clean.Append('\n');
                index += index + 1 < text.Length && text[index + 1] == '\n' ? 1 : 0;
                break;
            case '\n' or '\t':
                clean.Append(letter);
                break;
            case '\u2028' or '\u2029' or '\u0085' or '\v' or '\f':
                clean.Append('\n');
                break;
            case >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069':
                notes.Add(MailFault.HiddenDirections);
                break;
            case '\uFEFF' or '\u00AD':
                break;
            case var high
                when char.IsHighSurrogate(high) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]):
                clean.Append(letter).Append(text[++index]);
                break;
            case var half when char.IsSurrogate(half):
                clean.Append('\uFFFD');
                break;
            case var control when char.IsControl(control) || control is '\uFFFE' or '\uFFFF':
                break;
            default:
                clean.Append(letter);
                break;
        }
    }
}

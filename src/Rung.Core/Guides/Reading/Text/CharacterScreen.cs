using System.Globalization;

namespace Rung.Core.Guides.Reading.Text;

/// <summary>Refuses characters that a reader of the file cannot see, before anything is made of them.</summary>
internal static class CharacterScreen
{
    private const int MostReported = 20;

    public static bool Passes(string text, Findings findings)
    {
        var (line, lineStart, found) = (1, 0, 0);
        for (var index = 0; index < text.Length && found < MostReported; index++)
        {
            var character = text[index];
            if (character == '\n')
            {
                (line, lineStart) = (line + 1, index + 1);
            }
            else if (WhyRefused(character) is { } why && !(index == 0 && character == '\uFEFF'))
            {
                Report(findings, new Place(line, index - lineStart + 1), character, why);
                found++;
            }
        }
        return found == 0;
    }

    /// <summary>The same for a value in which such characters were written as escapes.</summary>
    public static bool PassesEscaped(string value, Place place, Findings findings)
    {
        foreach (var character in value)
        {
            if (WhyRefused(character) is { } why)
            {
                Report(findings, place, character, why);
                return false;
            }
        }
        return true;
    }

    private static string? WhyRefused(char character) =>
        character switch
        {
            '\t' or '\r' or '\n' => null,
            < ' ' or '\u007F' => "is a control character",
            >= '\u0080' and <= '\u009F' => "is a control character",
            '\u2028' or '\u2029' => "is a line break that editors do not show as one",
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') =>
                "turns the direction of the text around it",
            '\uFEFF' => "is a byte order mark in the middle of the text",
            '\uFFFE' or '\uFFFF' => "is no character",
            _ => null,
        };

    private static void Report(Findings findings, Place place, char character, string why) =>
        findings.Add(
            ProblemCode.BadCharacter,
            place,
            $"U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)} {why}",
            "delete it"
        );
}

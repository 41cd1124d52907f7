using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Facts;

/// <summary>
/// Finds facts in running text by the turns of phrase people use. What it finds is shown to an agent with the place it
/// was found in; nothing is decided by it.
/// </summary>
internal sealed partial class FreeText(string text, string subject)
{
    private const int Searched = 20_000;
    private const int FewestWords = 8;
    private const int LongestQuote = 200;

    private readonly string _text = text.Length > Searched ? text[..Searched] : text;

    public static string? PhoneIn(string text)
    {
        foreach (Match match in PhoneNumber().Matches(text.Length > Searched ? text[..Searched] : text))
        {
            if (match.Value.Count(char.IsAsciiDigit) is >= 10 and <= 15)
            {
                return match.Value;
            }
        }
        return null;
    }

    public string? Phone() => PhoneIn(_text);

    public string? CustomerReference() =>
        OwnReference().Match(_text) is { Success: true } match
            ? match.Groups["reference"].Value.TrimEnd('.', ',')
            : null;

    /// <summary>Enough words to say what is wrong; a greeting and "please help" are not.</summary>
    public string? Details() =>
        Words().Count(_text) + Math.Min(Words().Count(subject), 3) >= FewestWords ? Shortened(_text) : null;

    public string? Tried() => Sentence(TriedWords());

    public string? Impact() => Sentence(ImpactWords());

    private string? Sentence(Regex words)
    {
        var match = words.Match(_text);
        if (!match.Success)
        {
            return null;
        }
        var begin = _text.LastIndexOfAny(['.', '!', '?', '\n'], match.Index) + 1;
        var end = _text.IndexOfAny(['.', '!', '?', '\n'], match.Index + match.Length);
        return Shortened(_text[begin..(end < 0 ? _text.Length : end)]);
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(60));
        return line.Length <= LongestQuote ? line : line[..(LongestQuote - 1)] + "…";
    }

    // Brackets belong to it around a few digits, as in "(01632) 960123" and "+44 (0)1632 960123"; around the whole number they are
    // the sentence's, and a number ends there.
    [GeneratedRegex(
        @"(\((0\d{2,5}|\+\d{1,4})\)|\+\d|\b0\d)([ .-]{0,2}(\d|\(\d{1,5}\))){5,18}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(
        @"\b(our|my|your own|customer) (own )?(ref(erence)?|ticket|job)( (no|number|is))?[.:# ]{1,3}(?<reference>[A-Za-z]{0,6}[-/#]?[0-9][A-Za-z0-9/-]{1,30})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnReference();

    [GeneratedRegex(@"\w{2,}")]
    private static partial Regex Words();

    [GeneratedRegex(
        @"\b((have|has|had|'ve|already|also|we|i) (also |already |both )?(tried|restarted|rebooted|checked|reset|re-?installed|re-?connected|swapped|tested|cleared|unplugged|switched)|tried (to|restarting|rebooting|turning|switching|another|a different|with|in|on)|after (a )?(restart|reboot)|turned (it|them) off and on|no (difference|joy|luck))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TriedWords();

    [GeneratedRegex(
        @"\b(every(one|body)|nobody|no[- ]one|no (staff|pupils|students|users|teachers|classes)|(all|most|some|many|several|none) (of )?(the |our |my )?(staff|pupils|students|users|teachers|classes|classrooms|pcs|computers|machines|office|offices|school|people|accounts|sites)|(whole|entire) (school|site|office|building|trust)|only (me|one|my|i|the)|just (me|one|my|the one)|one (user|teacher|pupil|person|member|machine|computer|pc|classroom)|single user|(two|three|four|five|six|\d+) (users|teachers|pupils|students|people|staff|classes|classrooms|members|machines|pcs|computers|sites))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ImpactWords();
}

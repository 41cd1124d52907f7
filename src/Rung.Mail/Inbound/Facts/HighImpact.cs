using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Facts;

/// <summary>Whether a mail sounds as if it should have been a call. ESS-16</summary>
public static partial class HighImpact
{
    private const int Searched = 20_000;

    /// <summary>The words that sound so; null: none do. It steers to the telephone and sets no priority.</summary>
    public static string? In(ReceivedMail mail)
    {
        var said = mail.Body.Said;
        var text = $"{mail.Subject}\n{(said.Length > Searched ? said[..Searched] : said)}";
        return Everyone().Match(text) is { Success: true } who && Down().IsMatch(text) ? who.Value : null;
    }

    [GeneratedRegex(
        @"\b(every(one|body|thing)|nobody|no[- ]one|nothing|(all|none) (of )?(the |our )?(staff|pupils|students|users|teachers|classes|classrooms|services|systems|sites|schools|computers|pcs)|(whole|entire) (school|site|trust|network|building))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Everyone();

    [GeneratedRegex(
        @"\b(down|out|offline|outage|dead|stopped|unavailable|not (working|available)|no (internet|e-?mail|network|access|connection)|(cannot|can't|can not|can|unable to) (log|sign|get|reach|access|use|connect|work|send|receive)|lost|failed|works)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Down();
}

using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Facts;

/// <summary>
/// Whether a mail sounds as if it should have been a call: where one clause says that everybody is without something, or that
/// what all depend on is gone. ESS-16
/// </summary>
public static partial class HighImpact
{
    private const int Searched = 20_000;

    /// <summary>The words that sound so; null: none do. It steers to the telephone and sets no priority.</summary>
    public static string? In(ReceivedMail mail)
    {
        var said = mail.Body.Said;
        return In($"{mail.Subject}\n{(said.Length > Searched ? said[..Searched] : said)}");
    }

    /// <summary>The words of a text that sound so; null: none do.</summary>
    public static string? In(string text) =>
        Clause().Split(Others().Replace(text, " ")).Select(InClause).FirstOrDefault(words => words is not null);

    // What one clause says of all, and another of a mouse, is nothing that all are without.
    private static string? InClause(string clause)
    {
        if (Over().IsMatch(clause))
        {
            return null;
        }
        return Words(Total().Match(clause))
            ?? Words(Nothing().Match(clause))
            ?? (Can().IsMatch(clause) ? Words(Nobody().Match(clause)) : null)
            ?? (Down().IsMatch(clause) ? Words(Everybody().Match(clause)) : null)
            ?? (Single().IsMatch(clause) ? null : Words(Service().Match(clause)));
    }

    private static string? Words(Match match) => match.Success ? match.Value : null;

    [GeneratedRegex(@"[.!?;:,()\n]|\bbut\b|\bexcept\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"\b(every(one|body|thing)|nobody|no[- ]one|nothing) else\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        @"\b(no longer|not (down|offline)|(is|are) back|back (up|online)|works? again|working again)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Over();

    [GeneratedRegex(
        @"\b((complete|total|full|entire|widespread|major|site-?wide|school-?wide) (loss|outage|failure|blackout|shutdown|breakdown)|(lost|losing|loss of) (all|every|our (whole|entire)|the (whole|entire)) (of )?(the |our )?(internet|network|connection|connectivity|access|services?|e-?mail|phones|telephones|systems|sites))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        @"\bnothing (at all |here )?(works|is working|loads|connects|responds)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"\b(nobody|no[- ]one|(none of|no) (the |our )?(us|staff|pupils|students|users|teachers|classes|schools|sites|computers|pcs))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Nobody();

    [GeneratedRegex(
        @"\b(can|could|is able to|are able to|has been able to) (log|sign|get|reach|access|use|connect|work|teach|send|receive|call|ring)|\b(has|have|gets) (any )?(internet|e-?mail|network|access|connection)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Can();

    [GeneratedRegex(
        @"\b(every(one|body|thing)|all (of )?(the |our )?((two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3}) )?(us|staff|pupils|students|users|teachers|classes|classrooms|services|systems|sites|schools|computers|pcs|phones|telephones)|(whole|entire) (school|site|trust|network|building|college))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Everybody();

    [GeneratedRegex(
        @"\b(down|offline|outage|dead|stopped|unavailable|not (working|available)|(no|without) (internet|e-?mail|network|access|connection|phones|telephones)|(cannot|can't|can not|unable to) (log|sign|get|reach|access|use|connect|work|teach|send|receive|call|ring)|lost|failed|cut off)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Down();

    [GeneratedRegex(
        @"\b(internet|network|broadband|wi-?fi|connection|servers?|systems?|services?|e-?mails?|phones|telephones|phone lines?|power) (access )?(is|are|has|have|went|has been|have been|has gone|have gone) (completely |totally |all |just )?(down|out|offline|dead|unavailable|gone down|gone|failed|stopped|lost)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Service();

    [GeneratedRegex(
        @"\b(my|a single|(only|just) (one|me|the)|one (pc|computer|laptop|machine|tablet|phone|user|teacher|pupil|person|room|classroom)|(class)?room)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Single();
}

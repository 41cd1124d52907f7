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
        Clause()
            .Split(Others().Replace(text.Replace('’', '\''), " "))
            .Select(InClause)
            .FirstOrDefault(words => words is not null);

    // What one clause says of all, and another of a mouse, is nothing that all are without.
    private static string? InClause(string clause)
    {
        if (Over().IsMatch(clause))
        {
            return null;
        }
        return Words(Total().Match(clause))
            ?? (Device().IsMatch(clause) ? null : OfAll(clause))
            ?? (Single().IsMatch(clause) ? null : OfAService(clause));
    }

    private static string? OfAll(string clause) =>
        (Can().IsMatch(clause) ? Words(Nobody().Match(clause)) : null)
        ?? (Down().IsMatch(clause) ? Words(Everybody().Match(clause)) : null)
        ?? (Single().IsMatch(clause) ? null : Words(Without().Match(clause)) ?? Words(Nothing().Match(clause)));

    private static string? OfAService(string clause) => Words(Service().Match(clause)) ?? Words(Outage().Match(clause));

    private static string? Words(Match match) => match.Success ? match.Value : null;

    [GeneratedRegex(@"[.!?;:,()\n]|\bbut\b|\bexcept\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    // What is said of others or not of all, what is out of date, and a school of which somebody says "my".
    [GeneratedRegex(
        @"\b((every(one|body|thing)|nobody|no[- ]one|nothing) else|not (all|both|every|every(one|body|thing)|the (whole|entire))|out of (date|scope|hours|warranty|support|contract|licen[cs]e|stock|space|memory|sync|place|range)|my (school|site|building|college|trust))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        @"\b(no longer|(not|isn't|aren't) (down|offline)|planned|scheduled|(is|are) back|back (up|online)|works? again|working again)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Over();

    [GeneratedRegex(
        @"\b((complete|total|full|entire|widespread|major|site-?wide|school-?wide) (loss|outage|failure|blackout|shutdown|breakdown)|(lost|losing|loss of) (all|every|our (whole|entire)|the (whole|entire)) (of )?(the |our )?(internet|network|connection|connectivity|access|services?|e-?mail|phones|telephones|systems|sites))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        @"\b(nothing (at all |here )?|(none of|no) (the |our )?(computers|pcs|machines|laptops|phones|telephones|services|systems) )(works?|(is|are) (working|online)|loads?|connects?|responds?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        @"\b(nobody|no[- ]one|(none of|no) (the |our )?(us|staff|pupils|students|users|teachers|classes|schools|sites|computers|pcs))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Nobody();

    [GeneratedRegex(
        @"\b(can|could|able to) (log|sign|get|reach|access|use|connect|work|teach|send|receive|call|ring)|\b(has|have|gets) (any )?(internet|e-?mail|network|access|connection)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Can();

    [GeneratedRegex(
        @"\b(every(one|body|thing)|every (single )?(school|site|classroom|computer|pc|phone|telephone|user|teacher|pupil)|both (of )?(the |our )?(schools|sites|buildings|offices)|all (of )?(the |our )?((two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3}) )?(us|staff|pupils|students|users|teachers|classes|classrooms|services|systems|sites|schools|computers|pcs|phones|telephones)|(whole|entire) (school|site|trust|network|building|college))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Everybody();

    [GeneratedRegex(
        @"\b(down|offline|outage|dead|stopped|unavailable|(not|isn't|aren't) (working|available)|(no|without) (internet|e-?mail|network|access|connection|phones|telephones)|(cannot|can't|can not|unable to|(not|isn't|aren't) able to) (log|sign|get|reach|access|use|connect|work|teach|send|receive|call|ring)|lost|failed|cut off)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Down();

    [GeneratedRegex(
        @"\b(we|school|site|there) ((have|has) (got )?|are |is )(all |now |currently |completely |just )?(no|without( any)?|lost( all)?( our| the)?) (internet|network|broadband|wi-?fi|connectivity|phones|telephones|phone lines|power|e-?mail access)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Without();

    [GeneratedRegex(
        @"\b(internet|network|broadband|wi-?fi|connection|servers?|systems?|services?|e-?mails?|phones|telephones|phone lines?|power) (access )?((is|are|has|have|went|has been|have been|has gone|have gone|(seem|appear)s? to (be|have|have gone)) (completely |totally |all |just )?(down|out|offline|dead|unavailable|not (working|available)|gone down|gone|failed|stopped|lost)|(isn't|aren't) (working|available))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Service();

    // As a subject says it; and of a whole site, which may be out on Friday without being down.
    [GeneratedRegex(
        @"\b((internet|network|broadband|wi-?fi|servers?|systems?|e-?mail|phones|telephones|phone lines|power) (access )?(down|offline|outage)|(school|site|college)s? (is|are|has|have|went|(seem|appear)s? to (be|have)) (completely |totally |all |just |gone )?(down|offline|cut off))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Outage();

    [GeneratedRegex(
        @"\b(printer|scanner|copier|photocopier|projector|whiteboard|mouse|keyboard|screen|monitor|cable|socket|plug|adapter)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Device();

    [GeneratedRegex(
        @"\b(my|a single|(only|just) (one|me|the)|one (pc|computer|laptop|machine|tablet|phone|user|teacher|pupil|person|room|classroom)|(class)?room)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Single();
}

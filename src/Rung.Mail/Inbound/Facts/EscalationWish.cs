using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Facts;

/// <summary>Whether a mail asks to escalate. It is asked of mail to addresses at which an escalation cannot begin. S-04</summary>
public static partial class EscalationWish
{
    private const int Searched = 20_000;

    /// <summary>Whether the subject or what was written says so; what is quoted counts for nothing.</summary>
    public static bool In(ReceivedMail mail)
    {
        var said = mail.Body.Said;
        var written = said.Length > Searched ? said[..Searched] : said;
        return IsIn(written)
            || (IsIn(mail.Subject) && !mail.Subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase));
    }

    // Whoever writes that there is no need to escalate asks for nothing.
    private static bool IsIn(string text) => Wish().IsMatch(Denied().Replace(text, " "));

    [GeneratedRegex(
        @"\bescalat(e|es|ed|ing|ion|ions)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Wish();

    [GeneratedRegex(
        @"\b(not|don['’]t|need not|no need to|never|without|rather than|instead of)(\s+(want|wish|need|have|like|to|be|an|any|yet))*\s+escalat\w*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Denied();
}

using System.Text.RegularExpressions;

namespace Rung.Mail.Inbound.Sorting;

/// <summary>
/// Tells people's mail from that of programs, by RFC 3834 and by what programs do that never read it. A header that a
/// sender adds can only make a mail count for less, never for more (S21).
/// </summary>
public static partial class MailSorter
{
    private const int MostHops = 50;

    /// <param name="envelopeSender">The sender the mail server was told; empty: none, as bounces have; null: not known.</param>
    public static MailNature Sort(ReceivedMail mail, OwnAddresses own, string? envelopeSender = null) =>
        Loop(mail, own)
        ?? Bounce(mail, Sender(mail, envelopeSender))
        ?? Own(mail, own)
        ?? Automatic(mail)
        ?? List(mail)
        ?? Nobody(mail, Sender(mail, envelopeSender))
        ?? Written(mail);

    private static MailNature? Loop(ReceivedMail mail, OwnAddresses own)
    {
        if (mail.Headers.All("Received").Count() > MostHops)
        {
            return new MailNature(MailSort.Loop, $"it passed more than {MostHops} servers");
        }
        var marks = mail.Headers.All("X-Loop").Concat(mail.Headers.All("X-Original-Loop"));
        return marks.FirstOrDefault(mark => own.Has(mark.Trim('<', '>', ' '))) is { } mark
            ? new MailNature(MailSort.Loop, $"X-Loop: {mark}")
            : null;
    }

    private static MailNature? Bounce(ReceivedMail mail, string? sender)
    {
        var type = (mail.Headers.First("Content-Type") ?? "").ToLowerInvariant();
        if (type.StartsWith("multipart/report", StringComparison.Ordinal))
        {
            return type.Contains("delivery-status", StringComparison.Ordinal) ? Is(MailSort.Bounce, "a delivery report")
                : type.Contains("disposition-notification", StringComparison.Ordinal)
                    ? Is(MailSort.AutomaticReply, "a receipt for reading")
                : Is(MailSort.AutomaticNotice, "a report by a program");
        }
        if (mail.Headers.First("X-Failed-Recipients") is { } failed)
        {
            return Is(MailSort.Bounce, $"X-Failed-Recipients: {failed}");
        }
        var isDaemon = mail.From is { } from && Daemon().IsMatch(from.Key);
        return isDaemon && (sender is "" || BounceSubject().IsMatch(mail.Subject))
            ? Is(MailSort.Bounce, $"from {mail.From!.Address}")
            : null;
    }

    private static MailNature? Own(ReceivedMail mail, OwnAddresses own) =>
        mail.From is { } from && own.Has(from.Address) ? Is(MailSort.OwnMail, $"from {from.Address}") : null;

    private static MailNature? Automatic(ReceivedMail mail)
    {
        var headers = mail.Headers;
        if (headers.All("Auto-Submitted").FirstOrDefault(value => Word(value) != "no") is { } submitted)
        {
            var isReply = Word(submitted) == "auto-replied" || AutomaticSubject().IsMatch(mail.Subject);
            return Is(isReply ? MailSort.AutomaticReply : MailSort.AutomaticNotice, $"Auto-Submitted: {submitted}");
        }
        foreach (var name in ReplyMarks)
        {
            if (headers.First(name) is { } value && Word(value) is not ("no" or "false"))
            {
                return Is(MailSort.AutomaticReply, $"{name}: {value}");
            }
        }
        if (headers.First("Precedence") is { } precedence && Word(precedence) is "auto_reply" or "auto-reply")
        {
            return Is(MailSort.AutomaticReply, $"Precedence: {headers.First("Precedence")}");
        }
        return null;
    }

    // "Out of office replies will not switch on" is somebody's trouble: what it answers has to tell.
    private static MailNature Written(ReceivedMail mail) =>
        AutomaticSubject().IsMatch(mail.Subject)
            ? Is(MailSort.Doubtful, $"the subject “{mail.Subject}”")
            : MailNature.Person;

    /// <summary>The subject that an automatic reply repeats after a word of its own: "Out of office: …"; null: it repeats none.</summary>
    public static string? RepeatedSubject(ReceivedMail mail)
    {
        var colon = mail.Subject.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !AutomaticSubject().IsMatch(mail.Subject))
        {
            return null;
        }
        var rest = mail.Subject[(colon + 1)..].Trim();
        return rest.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? rest[3..].TrimStart() : rest;
    }

    private static MailNature? List(ReceivedMail mail)
    {
        foreach (var name in ListMarks)
        {
            if (mail.Headers.First(name) is { } value)
            {
                return Is(MailSort.List, $"{name}: {value}");
            }
        }
        return mail.Headers.First("Precedence") is { } precedence && Word(precedence) is "bulk" or "list" or "junk"
            ? Is(MailSort.List, $"Precedence: {mail.Headers.First("Precedence")}")
            : null;
    }

    // Who takes no answer is no person: RFC 3834 would not have us write to it either.
    private static MailNature? Nobody(ReceivedMail mail, string? sender) =>
        sender is "" ? Is(MailSort.AutomaticNotice, "the empty return path")
        : mail.From is { } from && Daemon().IsMatch(from.Key) ? Is(MailSort.AutomaticNotice, $"from {from.Address}")
        : null;

    private static string? Sender(ReceivedMail mail, string? envelopeSender) =>
        envelopeSender ?? mail.Headers.First("Return-Path")?.Trim('<', '>', ' ');

    private static MailNature Is(MailSort sort, string because) => new(sort, because);

    private static string Word(string value) => value.Split(';', '(', ' ')[0].Trim().ToLowerInvariant();

    private static readonly string[] ReplyMarks =
    [
        "X-Autoreply",
        "X-Autorespond",
        "X-Autoresponder",
        "X-Autogenerated",
        "X-Auto-Reply-From",
        "X-Vacation",
        "X-Mail-Autoreply",
        "X-POST-MessageClass",
    ];

    // Feedback-ID is none of them: large providers of mailboxes put it on what people write.
    private static readonly string[] ListMarks =
    [
        "List-Id",
        "List-Post",
        "List-Unsubscribe",
        "X-Mailing-List",
        "X-Campaign-Id",
    ];

    [GeneratedRegex(
        @"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|autoreply)([+.=-][^@]*)?@",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Daemon();

    [GeneratedRegex(
        @"^\s*(undeliver|delivery (status|failure|has failed|incomplete|delayed)|mail delivery (failed|system)|returned mail|failure notice|delayed mail|message not delivered|unzustellbar)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BounceSubject();

    [GeneratedRegex(
        @"^\s*(automatic reply|auto-?reply|auto response|automated response|out of (the )?office|ooo\b|vacation( reply| message)?:|away from (my|the) (desk|office)|abwesenheit|automatische antwort|réponse automatique|risposta automatica|respuesta automática|ymateb awtomatig|(not )?read:|gelesen:|recall:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AutomaticSubject();
}

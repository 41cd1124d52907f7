using Rung.Core.Clocks;
using Rung.Mail.Inbound.Senders;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>A line of the intake, from what is kept of a mail: nothing is read again for it.</summary>
internal static class IntakeRows
{
    public static IntakeRowView Of(InboundMail mail, Visit visit) =>
        new(mail.Id, Addresses.Mail(visit.Desk, mail.Id))
        {
            Subject = Subject(mail),
            From = From(mail),
            Standing = Standing(mail.Look),
            Subline = Subline(mail, visit),
            Facts = mail.State == InboundState.Unlogged ? Facts(mail.Look) : null,
            Urgent = mail is { State: InboundState.Unlogged, Look.Urgent: not null },
            Reason = mail is { State: InboundState.LeftAlone, DecidedBy: { } who }
                ? $"{mail.Reason} · {who}"
                : mail.Reason,
            Clock = Ledger(mail, visit) is { } ledger ? ClockMaker.Of(ledger.Reading, visit.Guide, visit.Now) : null,
        };

    /// <summary>The mail's log-by with its ledger; null: it does not wait to be logged, or the guide sets no time.</summary>
    public static Ledger? Ledger(InboundMail mail, Visit visit) =>
        mail is { State: InboundState.Unlogged, EffectiveAt: { } effective }
            ? LogByClock.Read(visit.Guide, mail.ReceivedAt, effective, visit.Now)
            : null;

    public static string Subject(InboundMail mail) => string.IsNullOrEmpty(mail.Subject) ? "No subject" : mail.Subject;

    public static string From(InboundMail mail) =>
        (mail.Look?.Name, mail.Author) switch
        {
            ({ } name, { } address) => $"{name} <{address}>",
            (_, { } address) => address,
            _ => mail.EnvelopeSender is { Length: > 0 } sender ? sender : "Unknown sender",
        };

    /// <summary>Name of the route that the mail came by, else the address.</summary>
    public static string Route(InboundMail mail, Visit visit) =>
        MailRoutes.RouteOf(visit.Guide, mail.Mailbox)?.Name ?? mail.Mailbox;

    public static string? Word(string? standing) =>
        standing switch
        {
            nameof(Rung.Mail.Inbound.Senders.Standing.Verified) => "verified",
            nameof(Rung.Mail.Inbound.Senders.Standing.Unverified) => "not verified",
            nameof(Rung.Mail.Inbound.Senders.Standing.Failed) => "forged",
            _ => null,
        };

    private static string? Standing(InboundLook? look) => Word(look?.Standing);

    private static string Subline(InboundMail mail, Visit visit)
    {
        var attached = mail.Look?.Attachments switch
        {
            null or 0 => "",
            1 => " · 1 attachment",
            var many => $" · {many} attachments",
        };
        return $"{Route(mail, visit)} · received {MomentWords.Near(mail.ReceivedAt, visit.Now, visit.Zone)}{attached}";
    }

    private static string? Facts(InboundLook? look) =>
        look is { Wanted: > 0 } ? $"{look.Wanted - look.Missing} of {look.Wanted} facts" : null;
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk;

/// <summary>That a mail is logged in time, as a line of the promise book. ESS-41, A-05</summary>
internal static class LogByPromise
{
    /// <summary>Of a mail that waits and has a log-by.</summary>
    public static PromiseEntry Of(InboundMail mail, Guide guide) =>
        new()
        {
            Kind = PromiseKind.LogBy,
            Id = LogByClock.Id,
            Number = 1,
            Name = "Log the mail",
            Owner = new PromiseOwner(null, guide.Desk.Name),
            To = mail.Look?.Name ?? mail.Author ?? "its sender",
            GivenAt = mail.EffectiveAt ?? mail.ReceivedAt,
            Due = mail.LogBy,
            State = PromiseState.Open,
            IsToDo = true,
            Ledger = Clock(mail, guide, mail.ReceivedAt) is null ? null : LogByClock.Id,
            Cite = guide.Intake.LogBy?.Cite ?? guide.Desk.Cite,
        };

    /// <summary>Of the mail that a case began with; none where it began otherwise.</summary>
    public static IEnumerable<PromiseEntry> Of(CaseSnapshot found, IReadOnlyList<InboundMail> mails) =>
        mails
            .Where(mail => mail is { CaseEvent: 1, LogBy: not null })
            .Take(1)
            .Select(mail => Kept(Of(mail, found.Guide), found.State.Logged));

    /// <summary>Why a mail that waits is to be logged by then; null: under this guide it would be another time, or none.</summary>
    public static Ledger? Clock(InboundMail mail, Guide guide, Instant now) =>
        mail.EffectiveAt is { } effective && LogByClock.Read(guide, mail.ReceivedAt, effective, now) is { } ledger
            ? Agreeing(ledger, mail)
            : null;

    /// <summary>The same of the mail that a case began with.</summary>
    public static Ledger? Clock(CaseSnapshot found, IReadOnlyList<InboundMail> mails) =>
        mails.FirstOrDefault(mail => mail is { CaseEvent: 1, LogBy: not null }) is { EffectiveAt: { } effective } began
        && LogByClock.Stopped(found.Guide, began.ReceivedAt, effective, found.State.Logged.RecordedAt) is { } ledger
            ? Agreeing(ledger, began)
            : null;

    private static Ledger? Agreeing(Ledger ledger, InboundMail mail) =>
        ledger.Reading.Due == mail.LogBy ? ledger : null;

    private static PromiseEntry Kept(PromiseEntry entry, CaseLogged logged)
    {
        var isLate = logged.RecordedAt > entry.Due;
        return entry with
        {
            State = isLate ? PromiseState.Late : PromiseState.Kept,
            KeptAt = logged.RecordedAt,
            KeptBy = logged.By.Name,
            MissedAt = isLate ? entry.Due : null,
            IsToDo = false,
        };
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Senders;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Desk.Mails;

/// <summary>What of a mail goes to the team that takes it over: its own words, and when it came.</summary>
internal static class HandedMail
{
    public static HandOver Of(ReadMail read, Route to, string? note)
    {
        var (mail, known) = (read.Mail, read.Known);
        var subject = mail.Subject is { Length: > 0 } said ? said : "Mail without a subject";
        var text = string.IsNullOrWhiteSpace(note)
            ? read.Arrived.Text
            : $"{note.Trim()}\n\nTheir words:\n\n{read.Arrived.Text}";
        return new HandOver(to, subject, text, read.Kept.ReceivedAt)
        {
            Customer = known.Customer?.Name,
            Contact = known.Contact?.Name ?? mail.From?.ToString(),
            Phone = known.Contact?.Phone,
            // Whoever forged a sender must not have us write to them (S28).
            Email = read.Sender.Standing == Standing.Failed ? null : mail.From?.Address,
            Source = Channel.Email,
        };
    }

    public static Referral Referral(ReadMail read, HandOver handed, Instant now, Actor by) =>
        new(
            read.Guide.Document.Id,
            read.Known.Customer?.Id ?? Customer.Unregistered,
            handed.Contact ?? "somebody",
            handed.Route.Name,
            handed.Subject,
            now,
            by.Name
        )
        {
            MailId = read.Kept.Id,
        };
}

using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Outbound;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Desk.Mails;

/// <summary>What of a mail goes to the team that takes it over: its own words, and when it came.</summary>
internal static class HandedMail
{
    public static HandOver Of(ReadMail read, Route to, string? note)
    {
        var (mail, known) = (read.Mail, read.Known);
        var subject = mail.Subject is { Length: > 0 } said ? said : "Mail without a subject";
        var words = read.Arrived.TextWith(Attachments(read));
        var text = string.IsNullOrWhiteSpace(note) ? words : $"{note.Trim()}\n\nTheir words:\n\n{words}";
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

    // What goes along, and what is too large for that, which whoever sees the mail at the desk can still take from it.
    private static IEnumerable<string> Attachments(ReadMail read)
    {
        var (along, stay) = Enclosure.Choose(read.Mail);
        var desk = read.Guide.Desk.Name;
        return
        [
            .. along.Select(one => $"[attached: {one.FileName}]"),
            .. stay.Select(one =>
                $"[too large to be attached: {one.FileName}, {Size(one.Size)}; the {desk} has it in its mail {read.Kept.Id}]"
            ),
        ];
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB");

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

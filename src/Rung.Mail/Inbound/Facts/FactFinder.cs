using Rung.Core.Customers;
using Rung.Core.Guides;

namespace Rung.Mail.Inbound.Facts;

/// <summary>Who the sender is, as far as the desk's records say.</summary>
/// <param name="Contact">Null: the address belongs to nobody we know.</param>
public sealed record KnownSender(Customer? Customer, Contact? Contact)
{
    public static KnownSender Nobody { get; } = new(Customer: null, Contact: null);
}

/// <summary>
/// Looks for the facts a guide wants of a mail: labelled lines first, since they were written for this; then what the
/// records know; then the running text. Facts called name, role, phone, school, site, customer-reference, details, tried
/// and impact are understood; any other is looked for by its labels alone.
/// </summary>
public static class FactFinder
{
    public static IReadOnlyList<FoundFact> Find(Guide guide, ReceivedMail mail, KnownSender sender)
    {
        var facts = guide.Intake.MailFacts;
        var lines = LabelledLines.Of(mail.Body.Said, facts, guide.Desk.ReferencePrefix);
        var text = new FreeText(lines.Rest, mail.Subject);
        return [.. facts.Select(fact => Labelled(fact, lines) ?? Recorded(fact, sender) ?? Told(fact, mail, text))];
    }

    private static FoundFact? Labelled(RequiredFact fact, LabelledLines lines) =>
        lines.Find(fact.Labels) is { } value ? new FoundFact(fact, FoundWhere.LabelledLine, value) : null;

    private static FoundFact? Recorded(RequiredFact fact, KnownSender sender)
    {
        var value = fact.Id switch
        {
            "name" => sender.Contact?.Name,
            "role" => sender.Contact?.Roles is [var role, ..] ? role : null,
            "phone" => sender.Contact?.Phone,
            "school" or "site" or "customer" => sender.Customer?.Name,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(value) ? null : new FoundFact(fact, FoundWhere.ContactRecord, value);
    }

    private static FoundFact Told(RequiredFact fact, ReceivedMail mail, FreeText text)
    {
        var value = fact.Id switch
        {
            "name" => mail.From is { Name.Length: > 0 } from && from.Name.Contains(' ', StringComparison.Ordinal)
                ? from.Name
                : null,
            "phone" => text.Phone() ?? FreeText.PhoneIn(mail.Body.Text),
            "customer-reference" => text.CustomerReference(),
            "details" => text.Details(),
            "tried" => text.Tried(),
            "impact" => text.Impact(),
            _ => null,
        };
        return value is null
            ? new FoundFact(fact, FoundWhere.Missing, Value: null)
            : new FoundFact(fact, FoundWhere.FreeText, value);
    }
}

using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Outbox;

namespace Rung.Server.Links;

/// <summary>
/// Whom and what a signed address opens. Whoever has left opens nothing by it from then on, nor does whoever reads at an address
/// that is theirs no more.
/// </summary>
internal sealed class LinkDesk(RungDatabase database, CaseLinks links, SealedLinks seals)
{
    public async Task<(LinkStanding Standing, LinkedReader? Reader)> Find(Guide guide, string token, Instant now)
    {
        var desk = guide.Document.Id;
        if (
            CaseLinks.Named(token, guide.Desk.ReferencePrefix) is not { } reference
            || await database.Cases.Load(reference) is not { } history
            || history.Desk != desk
        )
        {
            return (LinkStanding.Nothing, null);
        }
        var reporter = CaseState.Of(history.Events).Logged.Reporter;
        var standing = links.Check(token, desk, (reference, reporter.Email), now);
        if (standing != LinkStanding.Opens)
        {
            return (standing, null);
        }
        var reader = await Reader(database, desk, (reference, reporter));
        return (reader is null ? LinkStanding.RunOut : standing, reader);
    }

    /// <summary>
    /// Another link for one that has run out, by mail to the address that it was made for and to no other: once a day, while its
    /// reader would still be let in.
    /// </summary>
    public async Task SendAnew(Guide guide, string token, Instant now)
    {
        var desk = guide.Document.Id;
        if (
            !links.AreMade
            || CaseLinks.Named(token, guide.Desk.ReferencePrefix) is not { } reference
            || await database.Cases.Load(reference) is not { } history
            || history.Desk != desk
        )
        {
            return;
        }
        var reporter = CaseState.Of(history.Events).Logged.Reporter;
        if (
            links.Check(token, desk, (reference, reporter.Email), now) == LinkStanding.RunOut
            && await Reader(database, desk, (reference, reporter)) is not null
        )
        {
            await database.Outbox.Ask(Anew(guide, (reference, reporter), now));
        }
    }

    private OutboxMessage Anew(Guide guide, (CaseReference Reference, Reporter Reporter) of, Instant now)
    {
        var (until, to) = (now + CaseLinks.Lasts, of.Reporter.Email!);
        var letter = EntryLetter.CaseLink(guide, new EntryReader(of.Reporter.ContactName, until), of.Reference);
        var path = new Uri(links.Of(guide.Document.Id, of.Reference, to, now)!).PathAndQuery;
        return EntryMail.Of(guide, to, (letter, seals.Seal(path, until)), now) with
        {
            Key =
                $"case-link/{of.Reference.Text}/{now.InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}",
        };
    }

    /// <returns>Null: whoever reported the case has left, or is on file with another address, or with none, or somebody else is under their name.</returns>
    internal static async Task<LinkedReader?> Reader(
        RungDatabase database,
        string desk,
        (CaseReference Reference, Reporter Reporter) of
    )
    {
        var reporter = of.Reporter;
        var customer =
            await database.Customers.Find(desk, reporter.CustomerId)
            ?? new Customer(reporter.CustomerId, desk, reporter.CustomerName, "");
        if (customer.WhoReported(reporter) is { } contact)
        {
            return customer.Present.Contains(contact) && contact.ReadsAt(reporter.Email)
                ? new LinkedReader(customer, contact, of.Reference)
                : null;
        }
        var isStranger =
            customer.LeftOn is null
            && reporter.ContactId is null
            && !customer.Contacts.Any(one => one.IsNamed(reporter.ContactName));
        return isStranger ? new LinkedReader(customer, LinkedReader.Stranger(reporter), of.Reference) : null;
    }
}

/// <summary>Whoever reported a case and opens it by a link.</summary>
/// <param name="Only">The case; nothing else is opened but what goes on with it.</param>
internal sealed record LinkedReader(Customer Customer, Contact Contact, CaseReference Only)
{
    // No contact on file has it.
    private const string NoId = "";

    /// <summary>Whether the customer has them on file; else the case is all that is known of them.</summary>
    public bool IsOnFile => Contact.Id != NoId;

    public static Contact Stranger(Reporter reporter) =>
        new(NoId, reporter.ContactName, reporter.Phone, reporter.Email, []);
}

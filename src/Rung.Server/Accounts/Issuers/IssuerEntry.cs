using System.Security.Claims;
using Rung.Core.Guides;
using Rung.Server.Audit;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts.Issuers;

/// <summary>
/// Who somebody is here whom an issuer has signed in: whoever was linked with that person of the issuer's before. Somebody who
/// comes first is linked by their address, where the issuer has made sure of it and is believed for its domain (S24).
/// </summary>
internal sealed class IssuerEntry(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    EntryDesk accounts,
    ContactEntry contacts
)
{
    private const string Subject = "sub";

    /// <param name="said">What the issuer says, after it was made sure that the issuer says it.</param>
    public async Task<IssuerAnswer> Enter(HttpContext context, Issuer issuer, ClaimsPrincipal said)
    {
        AuditTrail.Detail(context, issuer.Name);
        var answer =
            said.FindFirstValue(Subject) is not { Length: > 0 } subject ? new IssuerAnswer.Failed()
            : issuer.Desk is { } desk ? await Contact(context, issuer, (said, subject, desk))
            : await Account(context, issuer, (said, subject));
        if (answer is IssuerAnswer.Done)
        {
            IssuerCookie.Write(context, issuer);
        }
        else
        {
            AuditTrail.Note(context, EntryDesk.Nobody, Deed.NotSignedIn);
        }
        return answer;
    }

    private async Task<IssuerAnswer> Account(
        HttpContext context,
        Issuer issuer,
        (ClaimsPrincipal Said, string Subject) of
    )
    {
        var known = await database.Identities.Find(issuer.Address.AbsoluteUri, of.Subject);
        var account =
            known is not null ? await database.Accounts.Find(known)
            : Email(issuer, of.Said) is { } email ? await database.Accounts.FindByEmail(email)
            : null;
        if (account is not { IsOpen: true })
        {
            return new IssuerAnswer.Unknown();
        }
        if (known is null && !await Link(issuer, of.Subject, account.Id))
        {
            return new IssuerAnswer.SomebodyElses();
        }
        await accounts.Begin(context, account, issuer);
        return new IssuerAnswer.Done();
    }

    private async Task<IssuerAnswer> Contact(
        HttpContext context,
        Issuer issuer,
        (ClaimsPrincipal Said, string Subject, string Desk) of
    )
    {
        if (!desks.TryGet(of.Desk, out var guide))
        {
            return new IssuerAnswer.Unknown();
        }
        var known = await database.Identities.Find(issuer.Address.AbsoluteUri, of.Subject);
        var found = known is null ? await ByEmail(issuer, guide, of.Said) : await Known(guide, known);
        var people = found.Where(one => issuer.Customers is [] || issuer.Customers.Contains(one.Customer.Id)).ToList();
        if (people is not [var who])
        {
            return people.Count == 0 ? new IssuerAnswer.Unknown() : new IssuerAnswer.Several();
        }
        if (known is null && !await Link(issuer, of.Subject, Person(guide, who)))
        {
            return new IssuerAnswer.SomebodyElses();
        }
        await contacts.Begin(context, who, issuer);
        return new IssuerAnswer.Done();
    }

    private async Task<IReadOnlyList<KnownContact>> ByEmail(Issuer issuer, Guide guide, ClaimsPrincipal said) =>
        Email(issuer, said) is { } email ? await contacts.People(guide, email) : [];

    private async Task<IReadOnlyList<KnownContact>> Known(Guide guide, string person) =>
        person.Split('/') is [var desk, var id, var contact]
        && desk == guide.Document.Id
        && await database.Customers.Find(desk, id) is { } customer
        && customer.Present.FirstOrDefault(one => one.Id == contact) is { Email: not null } present
            ? [new KnownContact(customer, present)]
            : [];

    /// <returns>False: somebody else at that issuer is linked with them.</returns>
    private Task<bool> Link(Issuer issuer, string subject, string person) =>
        database.Identities.Add(issuer.Address.AbsoluteUri, (subject, person), clock.Now());

    // Only what the issuer has made sure of, and of nobody whom others may know better.
    private static string? Email(Issuer issuer, ClaimsPrincipal said) =>
        said.FindFirstValue(issuer.Claim) is { } email
        && bool.TryParse(said.FindFirstValue(issuer.Verified), out var verified)
        && verified
        && issuer.IsBelievedFor(email)
            ? email
            : null;

    private static string Person(Guide guide, KnownContact who) =>
        IdentityStore.Contact(guide.Document.Id, who.Customer.Id, who.Contact.Id);
}

/// <summary>What became of somebody whom an issuer sent.</summary>
internal abstract record IssuerAnswer
{
    private IssuerAnswer() { }

    internal sealed record Done : IssuerAnswer;

    /// <summary>Nobody here is known by what the issuer says, or may come in any more.</summary>
    internal sealed record Unknown : IssuerAnswer;

    /// <summary>Somebody else at that issuer comes in as the one whose address it is.</summary>
    internal sealed record SomebodyElses : IssuerAnswer;

    /// <summary>The address is of several contacts.</summary>
    internal sealed record Several : IssuerAnswer;

    /// <summary>What the browser brought back is nothing that began here a while ago, or the issuer let nobody in.</summary>
    internal sealed record Failed : IssuerAnswer;
}

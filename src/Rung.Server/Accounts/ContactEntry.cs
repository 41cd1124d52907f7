using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Audit;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Links;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// Where customers' people come in and go out: by a link in a mail to the address that their customer has on file, and by no
/// password. Whoever has left, or whose address is another by now, is nobody from the next request on.
/// </summary>
internal sealed class ContactEntry(RungDatabase database, DeskClock clock, SealedLinks seals, RungOptions options)
{
    /// <summary>How many links lead in at once: whoever asks for more has those in their mailbox.</summary>
    private const int MostAtOnce = 3;

    /// <summary>How long a link leads in.</summary>
    public static Duration Patience { get; } = Duration.FromMinutes(30);

    /// <summary>Sends a link to whoever has this address at a desk; nobody else hears anything.</summary>
    /// <param name="path">Where the link leads, with its secret.</param>
    public async Task Send(Guide guide, string email, Func<string, string> path)
    {
        if (await People(guide, email) is not [var first, ..])
        {
            return;
        }
        var (secret, now) = (Secret.New(), clock.Now());
        var until = now + Patience;
        var letter = EntryLetter.SignIn(guide, new EntryReader(first.Contact.Name, until));
        await database.ContactEntries.Send(
            new ContactLink(Secret.Hash(secret), guide.Document.Id, Account.KeyOf(email), until),
            EntryMail.Of(guide, first.Contact.Email!, (letter, seals.Seal(path(secret), until)), now),
            MostAtOnce,
            now
        );
    }

    /// <summary>Whom a link lets in; looking at it changes nothing, whatever looks (S14).</summary>
    /// <returns>Nobody: it leads nowhere any more.</returns>
    public async Task<IReadOnlyList<KnownContact>> Find(Guide guide, string secret) =>
        await database.ContactEntries.FindLink(Secret.Hash(secret), clock.Now()) is { } link
        && link.Desk == guide.Document.Id
            ? await People(guide, link.Email)
            : [];

    /// <summary>Uses the link up: one of those whom it lets in is signed in from now on, under a new session (S58).</summary>
    /// <returns>False: it leads nowhere any more.</returns>
    public async Task<bool> Enter(HttpContext context, string link, KnownContact who)
    {
        await SignOut(context);
        var (secret, begun) = Session(who);
        if (!await database.ContactEntries.Enter(Secret.Hash(link), begun))
        {
            return false;
        }
        ContactCookie.Write(context, secret);
        AuditTrail.Note(context, who.Signature, Deed.SignedIn);
        return true;
    }

    /// <summary>Somebody is signed in from now on whom somebody else has vouched for, under a new session.</summary>
    public async Task Begin(HttpContext context, KnownContact who, Issuer issuer)
    {
        await SignOut(context);
        var (secret, begun) = Session(who);
        await database.ContactEntries.Begin(begun with { Issuer = issuer.Address.AbsoluteUri });
        ContactCookie.Write(context, secret);
        AuditTrail.Note(context, who.Signature, Deed.SignedIn);
    }

    /// <summary>Who is signed in, as their customer has them on file now.</summary>
    /// <returns>Null: nobody, any more.</returns>
    public async Task<KnownContact?> Of(HttpContext context, Guide guide)
    {
        if (
            ContactCookie.Read(context) is not { Length: > 0 } secret
            || await database.ContactEntries.Find(Secret.Hash(secret), clock.Now()) is not { } session
            || session.Desk != guide.Document.Id
            || !options.Issuers.LetIn(session)
        )
        {
            return null;
        }
        var who = (await People(guide, session.Email)).FirstOrDefault(one =>
            one.Customer.Id == session.Customer && one.Contact.Id == session.Contact
        );
        // An open page asks by itself: nobody sits before it for that.
        if (who is not null && !LiveEndpoint.Serves(context.Request.Path))
        {
            await database.ContactEntries.Use(session, clock.Now());
        }
        return who;
    }

    public async Task SignOut(HttpContext context)
    {
        if (ContactCookie.Read(context) is { Length: > 0 } secret)
        {
            await database.ContactEntries.End(Secret.Hash(secret), clock.Now());
            ContactCookie.Delete(context);
        }
    }

    private (string Secret, ContactSession Begun) Session(KnownContact who)
    {
        var secret = Secret.New();
        return (
            secret,
            new ContactSession(
                Secret.Hash(secret),
                who.Customer.Desk,
                who.Customer.Id,
                who.Contact.Id,
                Account.KeyOf(who.Contact.Email!)
            )
            {
                SeenAt = clock.Now(),
            }
        );
    }

    /// <summary>Whose address this is; it may be of several: an office, or somebody who works for two schools.</summary>
    public async Task<IReadOnlyList<KnownContact>> People(Guide guide, string email) =>
        [
            .. from customer in await database.Customers.ByEmail(guide.Document.Id, email)
            from contact in customer.Present
            where contact.Email is { } own && Account.KeyOf(own) == Account.KeyOf(email)
            select new KnownContact(customer, contact),
        ];
}

/// <summary>Somebody whom a customer has on file.</summary>
internal sealed record KnownContact(Customer Customer, Contact Contact)
{
    /// <summary>"Office manager, Larkmere Primary School".</summary>
    public string Words => $"{Contact.Name}, {Customer.Name}";

    /// <summary>As the audit trail names them: a name alone may be that of several.</summary>
    public string Signature => $"{Words} ({Id})";

    /// <summary>Customer and contact, by id.</summary>
    public string Id => $"{Customer.Id}/{Contact.Id}";
}

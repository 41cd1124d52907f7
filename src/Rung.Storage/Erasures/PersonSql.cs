using Rung.Core.Erasures;
using Rung.Storage.Accounts;
using Rung.Storage.Customers;

namespace Rung.Storage.Erasures;

/// <summary>What is kept of somebody beside cases and mail: on file, notes of calls, what lets them in, what was typed and answered.</summary>
internal static class PersonSql
{
    private const string Referrals = """
        UPDATE referrals SET caller_id = NULL, caller_name = @mark, reason = @mark
        WHERE desk = @desk AND customer_id = @customer
            AND (caller_id = @contact OR (caller_id IS NULL AND caller_name = @name))
        """;
    private const string Redirections = """
        UPDATE redirections SET contact_id = NULL, contact_name = @mark, text = @mark, said = @mark
        WHERE desk = @desk AND customer_id = @customer
            AND (contact_id = @contact OR (contact_id IS NULL AND contact_name = @name))
        """;
    private const string Sessions =
        "DELETE FROM contact_sessions WHERE desk = @desk AND customer_id = @customer AND contact_id = @contact";
    private const string Feeds =
        "DELETE FROM feeds WHERE desk = @desk AND customer_id = @customer AND person = @contact";
    private const string Links = "DELETE FROM contact_links WHERE desk = @desk AND LOWER(email) = @address";
    private const string Identities = "DELETE FROM identities WHERE person = @person";

    // A hold that was lifted is still answered for, by what stands for whom it was on.
    private const string Holds = """
        UPDATE legal_holds SET part = @hash, reason = @mark, lift_reason = CASE WHEN lift_reason IS NOT NULL THEN @mark END
        WHERE desk = @desk AND about = @customer AND part = @contact
        """;

    private const string Drafts = "SELECT about, author, body FROM drafts";
    private const string Draft = "DELETE FROM drafts WHERE about = @about AND author = @author";
    private const string Own = "DELETE FROM drafts WHERE author = @author";
    private const string Answers = "SELECT key, actor, body FROM answers";
    private const string Answer = "DELETE FROM answers WHERE key = @key AND actor = @actor";

    /// <returns>False: they are not on file any more, and nothing was done.</returns>
    public static async ValueTask<bool> TakeOffFile(SqlSession session, PersonErasure erasure)
    {
        var found = await session.First(CustomerSql.ById, row => row.Text(0), ("id", erasure.Customer.Id));
        if (
            found is null
            || CustomerJson.Read(found) is not { } customer
            || customer.Contacts.All(one => one.Id != erasure.Contact.Id)
        )
        {
            return false;
        }
        await CustomerSql.Save(
            session,
            customer with
            {
                Contacts = [.. customer.Contacts.Where(one => one.Id != erasure.Contact.Id)],
            }
        );
        return true;
    }

    public static async ValueTask Rest(SqlSession session, PersonErasure erasure)
    {
        var (desk, customer, contact) = (erasure.Customer.Desk, erasure.Customer.Id, erasure.Contact);
        SqlValue[] theirs = [("desk", desk), ("customer", customer)];
        SqlValue name = ("name", contact.Name);
        await session.Execute(Referrals, [("mark", Erasing.Mark), .. theirs, name, ("contact", contact.Id)]);
        await session.Execute(Redirections, [("mark", Erasing.Mark), .. theirs, name, ("contact", contact.Id)]);
        await session.Execute(Sessions, [.. theirs, ("contact", contact.Id)]);
        await session.Execute(Feeds, [.. theirs, ("contact", contact.Id)]);
        SqlValue[] held = [("hash", ErasureNote.Person(desk, customer, contact.Id)), ("mark", Erasing.Mark)];
        await session.Execute(Holds, [.. held, .. theirs, ("contact", contact.Id)]);
        await session.Execute(Identities, ("person", IdentityStore.Contact(desk, customer, contact.Id)));
        if (erasure.Person.Email?.ToLowerInvariant() is { } address)
        {
            await session.Execute(Links, ("desk", desk), ("address", address));
        }
        await session.Execute(Own, ("author", $"{customer}/{contact.Id}"));
        await Named(session, (Drafts, Draft, "about", "author"), erasure.Person);
        await Named(session, (Answers, Answer, "key", "actor"), erasure.Person);
    }

    // Neither is kept for long, so that all of them are few.
    private static async ValueTask Named(
        SqlSession session,
        (string All, string One, string First, string Second) sql,
        ErasedPerson person
    )
    {
        var all = await session.List(sql.All, row => (First: row.Text(0), Second: row.Text(1), Body: row.Text(2)));
        foreach (var one in all.Where(one => Names(one.Body) || Names(one.Second)))
        {
            await session.Execute(sql.One, (sql.First, one.First), (sql.Second, one.Second));
        }

        bool Names(string text) => person.Without(text) != text;
    }
}

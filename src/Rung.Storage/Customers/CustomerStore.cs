using Rung.Core.Customers;
using Rung.Storage.Accounts;
using Rung.Storage.Answers;
using Rung.Storage.Feeds;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Search;

namespace Rung.Storage.Customers;

/// <summary>The organisations that the desks serve, their contacts, and callers who were referred back. ESS-04, ESS-05.</summary>
public sealed class CustomerStore
{
    /// <summary>Fewest letters by which a name is found.</summary>
    public const int ShortestPart = 3;
    private const int MostWalked = 500;
    private const int AtOnce = 100;

    // No term begins so, since terms have no white space around them; and nothing comes after the last character.
    private const string Nothing = " ";
    private const string Last = "\U0010FFFF";

    private readonly RungDatabase _database;

    internal CustomerStore(RungDatabase database) => _database = database;

    /// <summary>Adds customers, or replaces those with the same id together with their contacts; all or none.</summary>
    public Task Save(params IReadOnlyList<Customer> customers) =>
        _database.Write(async session =>
        {
            var saved = 0;
            foreach (var customer in customers)
            {
                saved += await CustomerSql.Save(session, customer);
            }
            return saved;
        });

    /// <summary>Puts one customer on file, unless another customer of its desk has the site code, or another desk the id.</summary>
    /// <param name="seen">The <see cref="CustomerTag"/> that its author saw; null: whatever it is now.</param>
    /// <param name="over">What it becomes where it takes the place of what was on file; null: what it is.</param>
    public Task<Filing> File(Customer customer, string? seen = null, Func<Customer, Replacement>? over = null) =>
        _database.Write(async session =>
        {
            var other = await InTheWay(session, customer);
            if (other is not null)
            {
                return (Filing)new Filing.InTheWay(other);
            }
            var before = await session.First(CustomerSql.ById, row => row.Text(0), ("id", customer.Id));
            if (seen is not null && (before is null || CustomerTag.Of(CustomerJson.Read(before)) != seen))
            {
                return new Filing.Stale();
            }
            if (before is null)
            {
                await CustomerSql.Save(session, customer);
                return new Filing.Added();
            }
            return await Replace(session, CustomerJson.Read(before), over ?? (_ => new Replacement(customer, [])));
        });

    private static async ValueTask<Filing> Replace(
        SqlSession session,
        Customer before,
        Func<Customer, Replacement> over
    )
    {
        var (now, messages) = over(before);
        await CustomerSql.Save(session, now);
        foreach (var contact in now.Contacts.Where(one => IsReaddressed(before, one)))
        {
            await FeedStore.Revoke(session, new CalendarFeed(now.Desk, now.Id, contact.Id));
            await IdentityStore.Remove(session, IdentityStore.Contact(now.Desk, now.Id, contact.Id));
        }
        foreach (var message in messages)
        {
            await OutboxSql.Queue(session, message);
        }
        return new Filing.Replaced(before, now);
    }

    // What let in whoever read at the address that they had lets in nobody.
    private static bool IsReaddressed(Customer before, Contact now) =>
        before.Contacts.Any(one => one.Id == now.Id && one.Email is not null && !one.ReadsAt(now.Email));

    /// <summary>Whoever of a desk has a site with this code; null: nobody.</summary>
    public Task<Customer?> HasCode(string desk, string code) =>
        _database.Read(session =>
            session.First(
                CustomerSql.ByCode,
                row => CustomerJson.Read(row.Text(0)),
                ("desk", desk),
                ("code_key", CustomerTerms.Key(code)),
                ("id", "")
            )
        );

    /// <returns>Null: this desk has no such customer.</returns>
    public async Task<Customer?> Find(string desk, string id) =>
        await Find(id) is { } customer && customer.Desk == desk ? customer : null;

    public Task<Customer?> Find(string id) =>
        _database.Read(session => session.First(CustomerSql.ById, row => CustomerJson.Read(row.Text(0)), ("id", id)));

    /// <summary>
    /// Customers of a desk by the beginning of a word of their name, their group's or a contact's, the beginning of a site
    /// code, or digits of a contact's telephone number.
    /// </summary>
    /// <param name="part">At least 3 letters or digits, or a whole site code; fewer find nothing else.</param>
    public Task<IReadOnlyList<Customer>> Search(
        string desk,
        string part,
        int take,
        Presence standing = Presence.Present
    ) => List(CustomerSql.ByPart, SearchValues(desk, part, take, standing));

    internal static SqlValue[] SearchValues(string desk, string part, int take, Presence standing)
    {
        var (key, digits) = (CustomerTerms.Cut(CustomerTerms.Key(part)), SearchText.Digits(part));
        var start = key.Length >= ShortestPart ? key : Nothing;
        var number = digits.Length >= CustomerTerms.FewestDigits ? digits : Nothing;
        return
        [
            ("desk", desk),
            ("code", CustomerTerm.NumberOf(TermKind.Code, standing)),
            ("exact", key),
            ("name", CustomerTerm.NumberOf(TermKind.Name, standing)),
            ("start", start),
            ("start_end", start + Last),
            ("most", MostWalked),
            ("part", CustomerTerm.NumberOf(TermKind.Part, standing)),
            ("digits", number),
            ("digits_end", number + Last),
            ("take", take),
        ];
    }

    /// <summary>Customers of a desk in the order of their names.</summary>
    /// <param name="after">The one before the first; null: from the beginning.</param>
    public Task<IReadOnlyList<Customer>> Page(string desk, Presence standing, Customer? after, int take) =>
        List(
            CustomerSql.Page,
            ("desk", desk),
            ("has_left", standing == Presence.Left ? 1 : 0),
            ("name_key", after is null ? "" : CustomerTerms.Key(after.Name)),
            ("id", after?.Id ?? ""),
            ("take", take)
        );

    /// <summary>Customers of a desk of whom somebody who is there, or who has left, has exactly this address.</summary>
    public Task<IReadOnlyList<Customer>> ByEmail(string desk, string address, Presence standing = Presence.Present) =>
        List(
            CustomerSql.ByEmail,
            ("desk", desk),
            ("kind", CustomerTerm.NumberOf(TermKind.Email, standing)),
            ("email", CustomerTerms.Key(address))
        );

    /// <summary>Writes again what customers are found by, after Rung has learnt to keep it otherwise.</summary>
    public async Task KeepAnew()
    {
        var after = "";
        while (await Ids(after) is { Count: > 0 } ids)
        {
            await _database.Write(async session =>
            {
                foreach (var id in ids)
                {
                    var found = await session.First(CustomerSql.ById, row => row.Text(0), ("id", id));
                    await CustomerSql.Save(session, CustomerJson.Read(found!));
                }
                return ids.Count;
            });
            after = ids[^1];
        }
    }

    private Task<List<string>> Ids(string after) =>
        _database.Read(async session =>
            await session.List(CustomerSql.Ids, row => row.Text(0), ("after", after), ("take", AtOnce))
        );

    private static async ValueTask<Customer?> InTheWay(SqlSession session, Customer customer)
    {
        var other = await session.First(
            CustomerSql.OfOtherDesk,
            row => row.Text(0),
            ("id", customer.Id),
            ("desk", customer.Desk)
        );
        foreach (var code in CustomerTerms.Codes(customer))
        {
            other ??= await session.First(
                CustomerSql.ByCode,
                row => row.Text(0),
                ("desk", customer.Desk),
                ("code_key", code),
                ("id", customer.Id)
            );
        }
        return other is null ? null : CustomerJson.Read(other);
    }

    /// <summary>Notes that somebody was sent elsewhere; no case, no clock. ESS-05, ESS-12.</summary>
    public Task<Recorded> Record(Referral referral) => Record(new ReferralWrite(referral));

    /// <summary>The same with all that belongs to it, in one transaction.</summary>
    public Task<Recorded> Record(ReferralWrite write) =>
        _database.Write(async session =>
        {
            if (write.Answer is { } answer && await AnswerSql.Find(session, answer.Key) is { } given)
            {
                return new Recorded(given, RecordedNow.Before);
            }
            if (write.Mail is { } mail && await InboundSql.Settle(session, mail) == 0)
            {
                return new Recorded(null, RecordedNow.MailSettled);
            }
            if (write.Answer is { } kept)
            {
                await AnswerSql.Keep(session, kept);
            }
            var id = await ReferralSql.Add(session, write.Referral);
            foreach (var message in write.Messages)
            {
                var own = message with { Key = $"referral-{id}/{message.Key}", Desk = write.Referral.Desk };
                await OutboxSql.Queue(session, own);
            }
            return new Recorded(null, RecordedNow.Yes);
        });

    /// <summary>The latest referrals of a desk, newest first.</summary>
    public Task<IReadOnlyList<Referral>> Referrals(string desk, int take) =>
        _database.Read(async session =>
            (IReadOnlyList<Referral>)
                await session.List(ReferralSql.Latest, ReferralSql.Read, ("desk", desk), ("take", take))
        );

    private Task<IReadOnlyList<Customer>> List(string sql, params SqlValue[] values) =>
        _database.Read(async session =>
            (IReadOnlyList<Customer>)await session.List(sql, row => CustomerJson.Read(row.Text(0)), values)
        );
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Erasures;
using Rung.Server.SubjectAccess;
using Rung.Storage;
using Rung.Storage.Customers;

namespace Rung.Server.Retention;

/// <summary>People of customers who left, with or without their organisation, so long ago that their time is up.</summary>
internal sealed class PeopleRunOut(RungDatabase database, LegalHolds holds, PersonEraser eraser)
{
    private const int AtOnce = 100;

    public async IAsyncEnumerable<RunOutPage> Of(RetentionTime time)
    {
        foreach (var presence in Enum.GetValues<Presence>())
        {
            Customer? after = null;
            while (await database.Customers.Page(time.Desk, presence, after, AtOnce) is { Count: > 0 } customers)
            {
                foreach (var customer in customers)
                {
                    if (Left(customer, time) is { Count: > 0 } people)
                    {
                        yield return await Page(time, customer, people);
                    }
                }
                after = customers[^1];
            }
        }
    }

    private async Task<RunOutPage> Page(RetentionTime time, Customer customer, List<Contact> people)
    {
        List<Contact> free = [];
        foreach (var one in people)
        {
            if (await holds.Over(customer, one) is null)
            {
                free.Add(one);
            }
        }
        return new RunOutPage(free.Count, people.Count - free.Count, () => EndAll(time, customer, free));
    }

    // Whose case is open stays until that is closed.
    private async Task<int> EndAll(RetentionTime time, Customer customer, List<Contact> people)
    {
        var count = 0;
        foreach (var one in people)
        {
            var wanted = new WantedErasure(Actor.Desk, time.Why, null);
            if (await eraser.Erase(new Subject(time.Guide, customer, one), wanted) is PersonErased.Done)
            {
                count += await database.Retention.Note(time.Deed(1, customer.Id));
            }
        }
        return count;
    }

    private static List<Contact> Left(Customer customer, RetentionTime time)
    {
        var today = time.Now.InZone(time.Zone).Date;
        return
        [
            .. customer.Contacts.Where(one =>
                Earliest(one.LeftOn, customer.LeftOn) is { } left && time.For.LastDay(left) < today
            ),
        ];
    }

    private static LocalDate? Earliest(LocalDate? one, LocalDate? other) =>
        one is { } left && other is { } all ? LocalDate.Min(left, all) : one ?? other;
}

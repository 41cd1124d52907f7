using NodaTime;
using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Queue;

namespace Rung.Server.SubjectAccess;

/// <summary>Every case and every complaint of a customer, the oldest first.</summary>
internal static class CustomerCases
{
    private const int AtOnce = 200;

    public static async IAsyncEnumerable<CaseReference> All(RungDatabase database, Subject subject, Instant now)
    {
        foreach (var shelf in Enum.GetValues<ShelfFor>())
        {
            await foreach (var reference in Of(database, subject, shelf, now))
            {
                yield return reference;
            }
        }
    }

    public static async IAsyncEnumerable<CaseReference> Of(
        RungDatabase database,
        Subject subject,
        ShelfFor shelf,
        Instant now
    )
    {
        var query = new QueueQuery(Shelf.Of(subject.Desk, shelf), now)
        {
            View = QueueSelection.All,
            CustomerId = subject.Customer.Id,
            Sort = QueueSort.OldestFirst,
            Take = AtOnce,
        };
        QueueCursor? after = null;
        do
        {
            var page = await database.Queue.Page(query with { After = after });
            foreach (var row in page.Rows)
            {
                yield return row.Reference;
            }
            after = page.Next;
        } while (after is not null);
    }
}

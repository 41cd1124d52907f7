using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Feeds;
using Rung.Storage.Promises;

namespace Rung.Server.Feeds;

/// <summary>
/// Calendars of promises by a secret address: what somebody of a customer was promised, or what somebody of the desk owes. Nothing
/// of complaints is among it: programs that fetch calendars keep what they read.
/// </summary>
internal sealed class FeedDesk(RungDatabase database, DeskRegister desks, DeskClock clock, RungOptions options)
{
    private const int Most = 500;

    /// <summary>Makes an address; the one before leads nowhere any more.</summary>
    /// <returns>The secret, which is shown once and kept as a hash.</returns>
    public async Task<string> Make(CalendarFeed feed)
    {
        var secret = Secret.New();
        await database.Feeds.Replace(feed, Secret.Hash(secret), clock.Now());
        return secret;
    }

    /// <returns>Null: the secret leads nowhere, or whose it was is nobody here any more.</returns>
    public async Task<string?> Read(string desk, string secret) =>
        desks.TryGet(desk, out var guide)
        && await database.Feeds.Find(Secret.Hash(secret)) is { } feed
        && feed.Desk == desk
        && await Name(guide, feed) is { } name
            ? PromiseCalendar.Write(name, await Events(guide, feed))
            : null;

    // Whoever left has no calendar from the next reading on.
    private async Task<string?> Name(Guide guide, CalendarFeed feed)
    {
        if (feed.Customer.Length > 0)
        {
            var customer = await database.Customers.Find(feed.Desk, feed.Customer);
            return customer?.Present.FirstOrDefault(one => one.Id == feed.Person) is null
                ? null
                : $"{guide.Desk.Name}: what we promised {customer.Name}";
        }
        return await IsHere(guide, feed.Person) ? $"{guide.Desk.Name}: promises of {feed.Person}" : null;
    }

    // An administrator is at no desk by that.
    private async Task<bool> IsHere(Guide guide, string person) =>
        !options.HasAccounts
        || (await database.Accounts.OfDesk(guide.Document.Id)).Any(one =>
            one.Name == person && AccountRole.AtDesk(guide).Any(role => role.Id == one.Role)
        );

    private async Task<IReadOnlyList<PromiseEvent>> Events(Guide guide, CalendarFeed feed)
    {
        var isCustomer = feed.Customer.Length > 0;
        var page = await database.Promises.Page(
            new PromiseQuery(feed.Desk, clock.Now())
            {
                Mails = guide.Desk.Name,
                Customer = isCustomer ? feed.Customer : null,
                Owner = isCustomer ? null : feed.Person,
                Take = Most,
            }
        );
        return [.. page.Lines.Where(line => line.Entry is not null).Select(line => Event(guide, line))];
    }

    private static PromiseEvent Event(Guide guide, BookLine line)
    {
        var (entry, row) = (line.Entry!, line.Case!);
        var zone =
            entry.Zone is { } id && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } own
                ? own
                : guide.DeskCalendar.Zone;
        return new PromiseEvent($"{row.Reference}.{entry.Key}@{row.Desk}", (int)row.Version, line.Due, zone)
        {
            ChangedAt = row.UpdatedAt,
            Title = $"{entry.Name}: {row.Reference}",
            Text = $"{row.Subject}\n{row.CustomerName}, {row.ReportedBy}",
        };
    }
}

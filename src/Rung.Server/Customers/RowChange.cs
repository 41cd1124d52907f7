using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Customers;

/// <summary>
/// What a row makes of a customer: cells that are empty leave what there is. Lists in which the row changes nothing stay the
/// very same ones, so that a customer who is left as they are equals what they were.
/// </summary>
internal static class RowChange
{
    /// <returns>The customer as it then is, without what cannot be read, and all that is wrong with the row.</returns>
    public static (CustomerRequest Request, IReadOnlyList<string> Faults) Of(CustomerRequest before, SheetRow row)
    {
        var changed = Organisation(before, row);
        changed = row[CustomerColumns.SiteName] is { } name ? WithSite(changed, row, name) : changed;
        changed = IsContact(row) ? WithContact(changed, row) : changed;
        string?[] faults =
        [
            Day(row[CustomerColumns.LeftOn]).Fault,
            Day(row[CustomerColumns.ContactLeftOn]).Fault,
            IsContact(row) ? Anothers(before, row) : Nobodys(row),
        ];
        return (changed, [.. faults.OfType<string>()]);
    }

    private static bool IsContact(SheetRow row) =>
        row[CustomerColumns.Contact] is not null || row[CustomerColumns.ContactName] is not null;

    private static string? Nobodys(SheetRow row) =>
        (row[CustomerColumns.Phone] ?? row[CustomerColumns.Email] ?? row[CustomerColumns.Roles]) is null
            ? null
            : $"there is no {CustomerColumns.Contact} and no {CustomerColumns.ContactName}, so that nobody can say whose {CustomerColumns.Phone}, {CustomerColumns.Email} or {CustomerColumns.Roles} these are";

    // Whoever reads there sees what is theirs: a name alone says too little.
    private static string? Anothers(CustomerRequest before, SheetRow row)
    {
        if (row[CustomerColumns.Contact] is not null)
        {
            return null;
        }
        var name = row[CustomerColumns.ContactName]!;
        var called = (before.Contacts ?? []).Where(one => Same(one.Name, name)).ToList();
        var email = row[CustomerColumns.Email];
        return called.Count > 1 ? $"several of its people are called {name}: say which by {CustomerColumns.Contact}"
            : called is [{ Email: { } known } one] && email is not null && !Same(known, email)
                ? $"{name} has another {CustomerColumns.Email} on file: if it is the same person, say so by {CustomerColumns.Contact} {one.Id}, else give this one another"
            : null;
    }

    private static CustomerRequest Organisation(CustomerRequest before, SheetRow row) =>
        before with
        {
            Name = row[CustomerColumns.Name] ?? before.Name,
            SiteCode = row[CustomerColumns.SiteCode] ?? before.SiteCode,
            Group = row[CustomerColumns.Group] ?? before.Group,
            Region = row[CustomerColumns.Region] ?? before.Region,
            Contract = row[CustomerColumns.Contract] ?? before.Contract,
            Zone = row[CustomerColumns.Zone] ?? before.Zone,
            Services = List(before.Services, row.List(CustomerColumns.Services)),
            ReferenceFormat = row[CustomerColumns.ReferenceFormat] ?? before.ReferenceFormat,
            LeftOn = Day(row[CustomerColumns.LeftOn]).Date ?? before.LeftOn,
            FirstLine = FirstLine(before.FirstLine, row),
        };

    private static FirstLineDesk? FirstLine(FirstLineDesk? before, SheetRow row) =>
        row[CustomerColumns.FirstLine] is null && row[CustomerColumns.FirstLinePhone] is null
            ? before
            : new FirstLineDesk(
                row[CustomerColumns.FirstLine] ?? before?.Name ?? "",
                row[CustomerColumns.FirstLinePhone] ?? before?.Phone ?? ""
            );

    private static CustomerRequest WithSite(CustomerRequest before, SheetRow row, string name)
    {
        var code = row[CustomerColumns.Site] ?? "";
        var old = before.Sites?.FirstOrDefault(site => Same(site.Code, code));
        var site = new Site(code, name, row[CustomerColumns.Address] ?? old?.Address);
        return site == old ? before : before with { Sites = With(before.Sites, old, site) };
    }

    private static CustomerRequest WithContact(CustomerRequest before, SheetRow row)
    {
        var contacts = before.Contacts ?? [];
        var old = Find(contacts, row);
        var name = row[CustomerColumns.ContactName] ?? old?.Name ?? "";
        var contact = new ContactRequest(
            old?.Id ?? row[CustomerColumns.Contact] ?? PlainId.Free(name, contacts.Select(one => one.Id)),
            name,
            row[CustomerColumns.Phone] ?? old?.Phone,
            row[CustomerColumns.Email] ?? old?.Email,
            List(old?.Roles, row.List(CustomerColumns.Roles))
        )
        {
            Site = row[CustomerColumns.Site] ?? old?.Site,
            LeftOn = Day(row[CustomerColumns.ContactLeftOn]).Date ?? old?.LeftOn,
        };
        return contact == old ? before : before with { Contacts = With(contacts, old, contact) };
    }

    // In the old one's place; behind the last, where there is none.
    private static List<T> With<T>(IReadOnlyList<T>? before, T? old, T one)
        where T : class
    {
        var all = (before ?? []).ToList();
        if (old is null)
        {
            all.Add(one);
        }
        else
        {
            all[all.IndexOf(old)] = one;
        }
        return all;
    }

    private static IReadOnlyList<string>? List(IReadOnlyList<string>? before, IReadOnlyList<string>? now) =>
        now is null || (before ?? []).SequenceEqual(now) ? before : now;

    // By the id where there is one, else by the name.
    private static ContactRequest? Find(IReadOnlyList<ContactRequest> contacts, SheetRow row) =>
        row[CustomerColumns.Contact] is { } id
            ? contacts.FirstOrDefault(one => one.Id == id)
            : contacts.FirstOrDefault(one => Same(one.Name, row[CustomerColumns.ContactName]!));

    private static (LocalDate? Date, string? Fault) Day(string? cell) =>
        cell is null ? (null, null)
        : LocalDatePattern.Iso.Parse(cell) is { Success: true, Value: var day } ? (day, null)
        : (null, $"'{OneLine.Start(cell)}' is no day such as 2026-12-24");

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

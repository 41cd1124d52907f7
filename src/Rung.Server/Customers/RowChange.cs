using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Customers;

/// <summary>What a row makes of a customer: cells that are empty leave what there is.</summary>
internal static class RowChange
{
    /// <returns>The customer as it then is, and the sentence that says why not; one of the two.</returns>
    public static (CustomerRequest? Request, string? Fault) Of(CustomerRequest before, SheetRow row)
    {
        if (
            Day(row[CustomerColumns.LeftOn]) is (_, { } fault)
            || Day(row[CustomerColumns.ContactLeftOn]) is (_, { } other) && (fault = other) is not null
        )
        {
            return (null, fault);
        }
        var changed = Organisation(before, row);
        changed = row[CustomerColumns.SiteName] is { } name ? WithSite(changed, row, name) : changed;
        var isContact = row[CustomerColumns.Contact] is not null || row[CustomerColumns.ContactName] is not null;
        if (
            !isContact
            && (row[CustomerColumns.Phone] ?? row[CustomerColumns.Email] ?? row[CustomerColumns.Roles]) is not null
        )
        {
            return (
                null,
                $"there is no {CustomerColumns.Contact} and no {CustomerColumns.ContactName}, so that nobody can say whose {CustomerColumns.Phone}, {CustomerColumns.Email} or {CustomerColumns.Roles} these are"
            );
        }
        return (isContact ? WithContact(changed, row) : changed, null);
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
            Services = row.List(CustomerColumns.Services) ?? before.Services,
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
        var sites = (before.Sites ?? []).ToList();
        var at = sites.FindIndex(site => Same(site.Code, code));
        var site = new Site(code, name, row[CustomerColumns.Address] ?? (at < 0 ? null : sites[at].Address));
        if (at < 0)
        {
            sites.Add(site);
        }
        else
        {
            sites[at] = site;
        }
        return before with { Sites = sites };
    }

    private static CustomerRequest WithContact(CustomerRequest before, SheetRow row)
    {
        var contacts = (before.Contacts ?? []).ToList();
        var at = Find(contacts, row);
        var old = at < 0 ? null : contacts[at];
        var name = row[CustomerColumns.ContactName] ?? old?.Name ?? "";
        var contact = new ContactRequest(
            old?.Id ?? row[CustomerColumns.Contact] ?? PlainId.Free(name, contacts.Select(one => one.Id)),
            name,
            row[CustomerColumns.Phone] ?? old?.Phone,
            row[CustomerColumns.Email] ?? old?.Email,
            row.List(CustomerColumns.Roles) ?? old?.Roles
        )
        {
            Site = row[CustomerColumns.Site] ?? old?.Site,
            LeftOn = Day(row[CustomerColumns.ContactLeftOn]).Date ?? old?.LeftOn,
        };
        if (at < 0)
        {
            contacts.Add(contact);
        }
        else
        {
            contacts[at] = contact;
        }
        return before with { Contacts = contacts };
    }

    // By the id where there is one, else by the name.
    private static int Find(List<ContactRequest> contacts, SheetRow row) =>
        row[CustomerColumns.Contact] is { } id
            ? contacts.FindIndex(one => one.Id == id)
            : contacts.FindIndex(one => Same(one.Name, row[CustomerColumns.ContactName]!));

    private static (LocalDate? Date, string? Fault) Day(string? cell) =>
        cell is null ? (null, null)
        : LocalDatePattern.Iso.Parse(cell) is { Success: true, Value: var day } ? (day, null)
        : (null, $"'{OneLine.Start(cell)}' is no day such as 2026-12-24");

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

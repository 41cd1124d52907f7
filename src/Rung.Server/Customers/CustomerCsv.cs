using CsvHelper;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Customers;
using Rung.Server.Csv;

namespace Rung.Server.Customers;

/// <summary>Customers as CSV: a row for each, then one for each further site and each of its people; no cell is a formula.</summary>
internal static class CustomerCsv
{
    public static byte[] Write(IEnumerable<Customer> customers)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, SafeCsv.Options, leaveOpen: true))
        {
            csv.WriteHeader([.. CustomerColumns.All]);
            foreach (var row in customers.SelectMany(Rows))
            {
                csv.WriteRecord([.. CustomerColumns.All.Select(column => row.GetValueOrDefault(column) ?? "")]);
            }
        }
        return stream.ToArray();
    }

    private static IEnumerable<Dictionary<string, string?>> Rows(Customer customer)
    {
        yield return Of(customer);
        foreach (var site in customer.Sites)
        {
            yield return Row(
                customer,
                (CustomerColumns.Site, site.Code),
                (CustomerColumns.SiteName, site.Name),
                (CustomerColumns.Address, site.Address)
            );
        }
        foreach (var contact in customer.Contacts)
        {
            yield return Row(
                customer,
                (CustomerColumns.Site, contact.Site),
                (CustomerColumns.Contact, contact.Id),
                (CustomerColumns.ContactName, contact.Name),
                (CustomerColumns.Phone, contact.Phone),
                (CustomerColumns.Email, contact.Email),
                (CustomerColumns.Roles, string.Join(CustomerColumns.Between, contact.Roles)),
                (CustomerColumns.ContactLeftOn, Day(contact.LeftOn))
            );
        }
    }

    private static Dictionary<string, string?> Of(Customer customer) =>
        Row(
            customer,
            (CustomerColumns.Name, customer.Name),
            (CustomerColumns.SiteCode, customer.SiteCode),
            (CustomerColumns.Group, customer.Group),
            (CustomerColumns.Region, customer.Region),
            (CustomerColumns.Contract, customer.Contract),
            (CustomerColumns.Zone, customer.Zone?.Id),
            (CustomerColumns.Services, string.Join(CustomerColumns.Between, customer.Services)),
            (CustomerColumns.ReferenceFormat, customer.ReferenceFormat),
            (CustomerColumns.FirstLine, customer.FirstLine?.Name),
            (CustomerColumns.FirstLinePhone, customer.FirstLine?.Phone),
            (CustomerColumns.LeftOn, Day(customer.LeftOn))
        );

    private static Dictionary<string, string?> Row(Customer customer, params (string Column, string? Cell)[] cells)
    {
        var row = cells.ToDictionary(pair => pair.Column, pair => pair.Cell, StringComparer.Ordinal);
        row[CustomerColumns.Customer] = customer.Id;
        return row;
    }

    private static string? Day(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}

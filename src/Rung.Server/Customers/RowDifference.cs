using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Customers;

/// <summary>What a row changes of a customer that is on file, in the words of its columns: "name: Kite → Kite School".</summary>
internal static class RowDifference
{
    private const string Nothing = "nothing";

    public static string Of(CustomerRequest before, CustomerRequest after) =>
        string.Join(
            "; ",
            [
                .. Changed(Cells(before).Zip(Cells(after)), ""),
                .. OfLists(before.Sites ?? [], after.Sites ?? [], Cells),
                .. OfLists(before.Contacts ?? [], after.Contacts ?? [], Cells),
            ]
        );

    // One row changes one of them, or adds it behind the others.
    private static IEnumerable<string> OfLists<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, (string Column, string? Value)[]> cells
    )
        where T : class
    {
        foreach (var (old, now) in before.Zip(after).Where(pair => !ReferenceEquals(pair.First, pair.Second)))
        {
            foreach (var change in Changed(cells(old).Zip(cells(now)), $" of {Name(cells(old))}"))
            {
                yield return change;
            }
        }
        foreach (var added in after.Skip(before.Count))
        {
            yield return $"{cells(added)[0].Column}: {Name(cells(added))} is added";
        }
    }

    private static IEnumerable<string> Changed(
        IEnumerable<((string Column, string? Value) Old, (string Column, string? Value) Now)> pairs,
        string of
    ) =>
        pairs
            .Where(pair => pair.Old.Value != pair.Now.Value)
            .Select(pair => $"{pair.Old.Column}{of}: {Short(pair.Old.Value)} → {Short(pair.Now.Value)}");

    private static string Name((string Column, string? Value)[] cells) => Short(cells[0].Value);

    private static string Short(string? value) => string.IsNullOrEmpty(value) ? Nothing : OneLine.Start(value);

    private static (string Column, string? Value)[] Cells(CustomerRequest one) =>
        [
            (CustomerColumns.Name, one.Name),
            (CustomerColumns.SiteCode, one.SiteCode),
            (CustomerColumns.Group, one.Group),
            (CustomerColumns.Region, one.Region),
            (CustomerColumns.Contract, one.Contract),
            (CustomerColumns.Zone, one.Zone),
            (CustomerColumns.Services, List(one.Services)),
            (CustomerColumns.ReferenceFormat, one.ReferenceFormat),
            (CustomerColumns.FirstLine, one.FirstLine?.Name),
            (CustomerColumns.FirstLinePhone, one.FirstLine?.Phone),
            (CustomerColumns.LeftOn, Day(one.LeftOn)),
        ];

    private static (string Column, string? Value)[] Cells(Site one) =>
        [
            (CustomerColumns.SiteName, one.Name),
            (CustomerColumns.Site, one.Code),
            (CustomerColumns.Address, one.Address),
        ];

    private static (string Column, string? Value)[] Cells(ContactRequest one) =>
        [
            (CustomerColumns.ContactName, one.Name),
            (CustomerColumns.Phone, one.Phone),
            (CustomerColumns.Email, one.Email),
            (CustomerColumns.Roles, List(one.Roles)),
            (CustomerColumns.Site, one.Site),
            (CustomerColumns.ContactLeftOn, Day(one.LeftOn)),
        ];

    private static string List(IReadOnlyList<string>? ids) => string.Join(CustomerColumns.Between, ids ?? []);

    private static string? Day(NodaTime.LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}

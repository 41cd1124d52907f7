using System.Globalization;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Customers;

/// <summary>Where something is wrong with a customer, in the words of the file: <c>$.siteCode</c> is its <c>site_code</c>.</summary>
internal static partial class PlaceWords
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["siteCode"] = CustomerColumns.SiteCode,
        ["referenceFormat"] = CustomerColumns.ReferenceFormat,
        ["firstLine.name"] = CustomerColumns.FirstLine,
        ["firstLine.phone"] = CustomerColumns.FirstLinePhone,
        ["leftOn"] = CustomerColumns.LeftOn,
        ["sites.code"] = CustomerColumns.Site,
        ["sites.name"] = CustomerColumns.SiteName,
        ["sites.address"] = CustomerColumns.Address,
        ["contacts.id"] = CustomerColumns.Contact,
        ["contacts.name"] = CustomerColumns.ContactName,
        ["contacts.phone"] = CustomerColumns.Phone,
        ["contacts.email"] = CustomerColumns.Email,
        ["contacts.roles"] = CustomerColumns.Roles,
        ["contacts.site"] = CustomerColumns.Site,
        ["contacts.leftOn"] = CustomerColumns.ContactLeftOn,
    };

    /// <param name="place">As <c>problem.Errors</c> has it.</param>
    /// <param name="request">What it is a place of.</param>
    public static string Of(string place, CustomerRequest request)
    {
        var path = place[2..];
        if (!OfList().Match(path).TryGet(out var list, out var at, out var field))
        {
            return Columns.GetValueOrDefault(path, path);
        }
        var name = list == "sites" ? request.Sites?[at].Name : request.Contacts?[at].Name;
        var column = Columns.GetValueOrDefault($"{list}.{field}", field);
        return string.IsNullOrWhiteSpace(name) ? column : $"{column} of {OneLine.Start(name)}";
    }

    private static bool TryGet(this Match match, out string list, out int at, out string field)
    {
        (list, field) = (match.Groups["list"].Value, match.Groups["field"].Value);
        return int.TryParse(match.Groups["at"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out at);
    }

    [GeneratedRegex(@"^(?<list>sites|contacts)\[(?<at>[0-9]+)\]\.(?<field>\w+)")]
    private static partial Regex OfList();
}

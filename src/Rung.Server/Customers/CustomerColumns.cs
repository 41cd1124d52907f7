namespace Rung.Server.Customers;

/// <summary>The columns of customers as CSV, the same for export and import. A row is a customer, a site or somebody of it.</summary>
internal static class CustomerColumns
{
    public const string Customer = "customer";
    public const string Name = "name";
    public const string SiteCode = "site_code";
    public const string Group = "group";
    public const string Region = "region";
    public const string Contract = "contract";
    public const string Zone = "zone";
    public const string Services = "services";
    public const string ReferenceFormat = "reference_format";
    public const string FirstLine = "first_line";
    public const string FirstLinePhone = "first_line_phone";
    public const string LeftOn = "left_on";
    public const string Site = "site";
    public const string SiteName = "site_name";
    public const string Address = "address";
    public const string Contact = "contact";
    public const string ContactName = "contact_name";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Roles = "roles";
    public const string ContactLeftOn = "contact_left_on";

    /// <summary>What lies between several ids in one cell.</summary>
    public const char Between = ' ';

    public static IReadOnlyList<string> All { get; } =
    [
        Customer,
        Name,
        SiteCode,
        Group,
        Region,
        Contract,
        Zone,
        Services,
        ReferenceFormat,
        FirstLine,
        FirstLinePhone,
        LeftOn,
        Site,
        SiteName,
        Address,
        Contact,
        ContactName,
        Phone,
        Email,
        Roles,
        ContactLeftOn,
    ];
}

using Rung.Core.Customers;

namespace Rung.Server.Api.Bodies;

/// <summary>An organisation that the desk serves.</summary>
/// <param name="FirstLine">Its own first-line desk, which its callers ask first (ESS-05).</param>
public sealed record CustomerBody(
    string Id,
    string Name,
    string SiteCode,
    string? Region,
    string? Group,
    string? Contract,
    string? Zone,
    IReadOnlyList<string> Services,
    FirstLineDesk? FirstLine,
    IReadOnlyList<Contact> Contacts
)
{
    /// <summary>Mails to its contacts that came back, the latest of each address. Left out of lists. R20</summary>
    public IReadOnlyList<CameBackBody>? CameBack { get; init; }

    public static CustomerBody Of(Customer customer) =>
        new(
            customer.Id,
            customer.Name,
            customer.SiteCode,
            customer.Region,
            customer.Group,
            customer.Contract,
            customer.Zone?.Id,
            customer.Services,
            customer.FirstLine,
            customer.Contacts
        );
}

public sealed record CustomersBody(IReadOnlyList<CustomerBody> Customers);

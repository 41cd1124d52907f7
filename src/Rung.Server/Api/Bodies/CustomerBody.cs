using NodaTime;
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
    /// <summary>What it has of its services (ESS-95).</summary>
    public IReadOnlyList<ServiceDescription> Descriptions { get; init; } = [];

    /// <summary>How it writes references of its own; null: as it likes.</summary>
    public string? ReferenceFormat { get; init; }

    /// <summary>Its further sites.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>The day it left the desk; null: it is served.</summary>
    public LocalDate? LeftOn { get; init; }

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
        )
        {
            Descriptions = customer.Descriptions,
            ReferenceFormat = customer.ReferenceFormat,
            Sites = customer.Sites,
            LeftOn = customer.LeftOn,
        };
}

public sealed record CustomersBody(IReadOnlyList<CustomerBody> Customers);

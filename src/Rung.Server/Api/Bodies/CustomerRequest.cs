using NodaTime;
using Rung.Core.Customers;

namespace Rung.Server.Api.Bodies;

/// <summary>A customer as it is to stand on file; what is left out is no longer there, but for people, who are kept as having left.</summary>
public sealed record CustomerRequest
{
    public required string Name { get; init; }

    /// <summary>Short code that a caller may know, unique within the desk.</summary>
    public required string SiteCode { get; init; }

    /// <summary>As the guide's rules name regions.</summary>
    public string? Region { get; init; }
    public string? Group { get; init; }

    /// <summary>Id of one of the guide's contracts.</summary>
    public string? Contract { get; init; }

    /// <summary>IANA name of the time zone, when it is not the desk's.</summary>
    public string? Zone { get; init; }

    /// <summary>Ids of the guide's services.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>What it has of its services: platforms and parts, and what its callers should have tried (ESS-95).</summary>
    public IReadOnlyList<ServiceDescription>? Descriptions { get; init; }

    /// <summary>How it writes references of its own: # a digit, * digits, @ a letter, all else itself, such as CB-*.</summary>
    public string? ReferenceFormat { get; init; }

    /// <summary>Its further sites, each with a code that is unique within the desk.</summary>
    public IReadOnlyList<Site>? Sites { get; init; }

    /// <summary>The day it left the desk; left out: it is served.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>Its own first-line desk, which its callers ask first (ESS-05).</summary>
    public FirstLineDesk? FirstLine { get; init; }

    /// <summary>Whoever is left out and was there has left; nobody else gets their id.</summary>
    public IReadOnlyList<ContactRequest>? Contacts { get; init; }

    /// <summary>
    /// True: whoever is new, or called otherwise, is known to be somebody else than the one who has or had that name there. Left out, such a
    /// name is refused.
    /// </summary>
    public bool? Namesakes { get; init; }

    /// <summary>What would leave a customer as it is.</summary>
    public static CustomerRequest Of(Customer customer) =>
        new()
        {
            Name = customer.Name,
            SiteCode = customer.SiteCode,
            Region = customer.Region,
            Group = customer.Group,
            Contract = customer.Contract,
            Zone = customer.Zone?.Id,
            Services = customer.Services,
            Descriptions = customer.Descriptions,
            ReferenceFormat = customer.ReferenceFormat,
            Sites = customer.Sites,
            LeftOn = customer.LeftOn,
            FirstLine = customer.FirstLine,
            Contacts = [.. customer.Contacts.Select(ContactRequest.Of)],
        };
}

/// <param name="Id">Unique within the customer.</param>
/// <param name="Name">Post or name.</param>
/// <param name="Roles">Ids of the guide's roles.</param>
public sealed record ContactRequest(
    string Id,
    string Name,
    string? Phone = null,
    string? Email = null,
    IReadOnlyList<string>? Roles = null
)
{
    public static ContactRequest Of(Contact contact) =>
        new(contact.Id, contact.Name, contact.Phone, contact.Email, contact.Roles)
        {
            Site = contact.Site,
            LeftOn = contact.LeftOn,
        };

    /// <summary>Code of the site they are at; left out: no one site.</summary>
    public string? Site { get; init; }

    /// <summary>The day they left; left out: they are there.</summary>
    public LocalDate? LeftOn { get; init; }
}

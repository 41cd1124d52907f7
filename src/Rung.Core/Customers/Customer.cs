using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Customers;

/// <summary>An organisation that the desk serves. ESS-04, ESS-94.</summary>
/// <param name="Id">Stable id, e.g. <c>millbrook-primary</c>.</param>
/// <param name="SiteCode">Short code a caller may know, unique within the desk.</param>
public sealed record Customer(string Id, string Desk, string Name, string SiteCode)
{
    /// <summary>Stands for the id of an organisation that is on no file.</summary>
    public const string Unregistered = "unregistered";

    /// <summary>As the guide's conditions and routes ask for it; null: not known.</summary>
    public string? Region { get; init; }

    /// <summary>The trust or group of organisations that it belongs to, in words; no rule asks for it. Null: none.</summary>
    public string? Group { get; init; }

    /// <summary>Id of one of the guide's contracts.</summary>
    public string? Contract { get; init; }

    /// <summary>The customer's own zone, shown beside the desk's; it changes no clock (semantics 28). Null: the desk's.</summary>
    public DateTimeZone? Zone { get; init; }

    // Lists are empty, too, where they are read from what was stored before there were such lists.

    /// <summary>Ids of the guide's services it subscribes to; empty: not on file.</summary>
    public IReadOnlyList<string> Services
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What it has of these services, where more is known than their names. ESS-95.</summary>
    public IReadOnlyList<ServiceDescription> Descriptions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How it writes references of its own, see <see cref="Customers.ReferenceFormat"/>; null: as it likes.</summary>
    public string? ReferenceFormat { get; init; }

    /// <summary>Its further sites; its own code stands for the first, or for all of it.</summary>
    public IReadOnlyList<Site> Sites
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The customer's own first-line desk; null: contacts us directly. ESS-05.</summary>
    public FirstLineDesk? FirstLine { get; init; }

    /// <summary>Its people, by post. ESS-94.</summary>
    public IReadOnlyList<Contact> Contacts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The day it left the desk: what was done for it is kept, and nothing new is. Null: it is served.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>Those of its people who speak for it now: nobody who left, and nobody at all once it left itself.</summary>
    public IReadOnlyList<Contact> Present =>
        LeftOn is null ? [.. Contacts.Where(contact => contact.LeftOn is null)] : [];

    /// <summary>
    /// Who of its people reported a case: whoever it was logged for, by id. A case without one is whoever stands on file under that
    /// very name and reads at that very address, if that is one alone of all it ever had under this name.
    /// </summary>
    /// <returns>They may have left. Null: nobody on file.</returns>
    public Contact? WhoReported(Reporter reporter) =>
        reporter.CustomerId != Id ? null
        : reporter.ContactId is { } id ? Contacts.FirstOrDefault(one => one.Id == id)
        : Contacts.Where(one => one.IsNamed(reporter.ContactName)).ToList() is [{ Email: not null } only]
        && only.ReadsAt(reporter.Email)
            ? only
        : null;

    /// <summary>The one of those who are there that has this name; null: nobody, or several.</summary>
    public Contact? Named(string name) => Present.Where(one => one.IsNamed(name)).ToList() is [var only] ? only : null;

    /// <summary>The names of those who may agree to a raise of the default priority by this guide. ESS-43.</summary>
    /// <returns>Empty: nobody is on file for that, or the guide asks for nobody's word.</returns>
    public IReadOnlyList<string> MayAgree(Guide guide) =>
        guide.Raise?.With is { } part
            ? [.. Present.Where(contact => contact.Roles.Contains(part)).Select(contact => contact.Name)]
            : [];
}

/// <summary>A place of a customer with a code of its own that callers may know, unique within the desk.</summary>
/// <param name="Address">Where it is, in words; null: not on file.</param>
public sealed record Site(string Code, string Name, string? Address = null);

/// <summary>What a customer has of a service. ESS-95.</summary>
/// <param name="Service">Id of the guide's service.</param>
/// <param name="Components">Its platforms and parts of it, as the customer calls them.</param>
/// <param name="Triage">What its callers should have tried, beside what the guide says; null: nothing else.</param>
public sealed record ServiceDescription(string Service, IReadOnlyList<string> Components, string? Triage = null);

/// <summary>The customer's own desk, to which a caller is referred. ESS-05, ESS-06.</summary>
/// <param name="Name">What callers are told to ask for.</param>
/// <param name="Phone">Its number, as it is read out.</param>
public sealed record FirstLineDesk(string Name, string Phone);

/// <summary>A person on the customer's side, by post. ESS-17, ESS-94.</summary>
/// <param name="Roles">Ids of the guide's customer-side roles.</param>
public sealed record Contact(string Id, string Name, string? Phone, string? Email, IReadOnlyList<string> Roles)
{
    /// <summary>Code of the site they are at; null: no one site.</summary>
    public string? Site { get; init; }

    /// <summary>Whether this is their name, however it is written in capitals.</summary>
    public bool IsNamed(string name) => string.Equals(Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is their mail address; without one they read at none.</summary>
    public bool ReadsAt(string? address) =>
        string.Equals(Email?.Trim(), address?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The day they left the customer: kept, and neither offered nor believed any more. Null: they are there.</summary>
    public LocalDate? LeftOn { get; init; }
}

/// <summary>Somebody was sent back to the customer's own desk, or what they ask for was handed over: no case, no clock. ESS-05, ESS-12.</summary>
public sealed record Referral(
    string Desk,
    string CustomerId,
    string CallerName,
    string ReferredTo,
    string Reason,
    Instant At,
    string By
)
{
    /// <summary>Id of the guide's route that it was handed over to; null: the customer's own desk, or from before that was kept.</summary>
    public string? Route { get; init; }

    /// <summary>Id of the caller among the customer's contacts; null: nobody on file, or from before that was kept.</summary>
    public string? CallerId { get; init; }

    /// <summary>The mail that was handed over; null: they called.</summary>
    public long? MailId { get; init; }

    /// <summary>When they asked first; null: when it was recorded.</summary>
    public Instant? ReceivedAt { get; init; }
}

using NodaTime;

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

    /// <summary>Ids of the guide's services it subscribes to; empty: not on file.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The customer's own first-line desk; null: contacts us directly. ESS-05.</summary>
    public FirstLineDesk? FirstLine { get; init; }

    /// <summary>Its people, by post. ESS-94.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
}

/// <summary>The customer's own desk, to which a caller is referred. ESS-05, ESS-06.</summary>
/// <param name="Name">What callers are told to ask for.</param>
/// <param name="Phone">Its number, as it is read out.</param>
public sealed record FirstLineDesk(string Name, string Phone);

/// <summary>A person on the customer's side, by post. ESS-17, ESS-94.</summary>
/// <param name="Roles">Ids of the guide's customer-side roles.</param>
public sealed record Contact(string Id, string Name, string? Phone, string? Email, IReadOnlyList<string> Roles);

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

    /// <summary>The mail that was handed over; null: they called.</summary>
    public long? MailId { get; init; }

    /// <summary>When they asked first; null: when it was recorded.</summary>
    public Instant? ReceivedAt { get; init; }
}

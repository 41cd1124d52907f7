using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>When people answer (support hours) and when services are meant to run (service hours). ESS-13, ESS-14, SMC-01.</summary>
/// <param name="Calendar">Id of the support-hours calendar.</param>
/// <param name="ServiceHours">Id of the service-hours calendar; shown, never counted.</param>
/// <param name="ReferencePrefix">Letters before a reference, e.g. <c>R</c>.</param>
public sealed record DeskHours(string Name, string Calendar, string? ServiceHours, string ReferencePrefix, string Cite)
{
    /// <summary>
    /// Mailbox at which the desk's people read what is told to the desk, and to posts without a mailbox of their own; null:
    /// none, it stands on the case only. S-04, SMC-09.
    /// </summary>
    public string? Alerts { get; init; }
}

/// <summary>A calendar as the author wrote it, kept for printing.</summary>
/// <param name="WorkingDay">How "one working day" is read on this calendar; null: not stated.</param>
public sealed record CalendarSource(
    string Id,
    string Name,
    CalendarDefinition? Definition,
    string? Algebra,
    WorkingDayReading? WorkingDay
);

/// <summary>The readings of "n working days" (semantics 4).</summary>
public enum WorkingDayReading
{
    /// <summary>n × the nominal day of working time. The default.</summary>
    NominalTime,

    /// <summary>The same wall time on the nth working date.</summary>
    SameTimeNthDay,

    /// <summary>The close of the nth working day.</summary>
    EndOfNthDay,
}

/// <summary>A post of the provider or a part somebody of the customer's plays; title as data (SMC-17, ESS-94).</summary>
public sealed record Role(string Id, string Title, RoleSide Side, string? Contact, string? WhenVacant, string? Duties)
{
    /// <summary>Id of the calendar in whose hours somebody holds it; outside them the one who steps in does. Null: always.</summary>
    public string? Calendar { get; init; }

    /// <summary>Mailbox at which its holder is told of things, never shown; null: the contact, or the desk's. SMC-09.</summary>
    public string? Alerts { get; init; }
}

/// <summary>On whose side a role stands.</summary>
public enum RoleSide
{
    /// <summary>A post of the provider; whoever acts in it is staff.</summary>
    Provider,

    /// <summary>A part that somebody of the customer's plays. ESS-94.</summary>
    Customer,

    /// <summary>Somebody whom the provider itself calls upon.</summary>
    Supplier,
}

/// <summary>A service customers subscribe to, with the components its description lists. ESS-95.</summary>
/// <param name="Class">Service class, where targets differ by it.</param>
/// <param name="TakesDown">Channels that may not work while this service is down. ESS-51.</param>
/// <param name="Triage">What a caller is expected to have tried.</param>
public sealed record Service(
    string Id,
    string Name,
    string? Class,
    IReadOnlyList<string> Components,
    IReadOnlyList<Channel> TakesDown,
    string? Triage
)
{
    /// <summary>Id of the calendar in which it is meant to run, where it differs from the desk's service hours; shown, never counted.</summary>
    public string? Calendar { get; init; }

    /// <summary>Where it is provided, in words.</summary>
    public string? Region { get; init; }

    /// <summary>Times at which it belongs to another class; the first whose calendar is open wins.</summary>
    public IReadOnlyList<Season> Seasons { get; init; } = [];
}

/// <param name="During">Id of the calendar that is open in the season.</param>
public sealed record Season(string During, string Class);

/// <summary>The ways a message travels.</summary>
public enum Channel
{
    /// <summary>A call; the reference is issued while it lasts. ESS-19.</summary>
    Phone,

    /// <summary>To a mailbox that the desk reads. ESS-30 to ESS-41.</summary>
    Email,

    /// <summary>The customer's own pages.</summary>
    Portal,

    /// <summary>The provider's own alarms; nobody of the customer has reported. ESS-29.</summary>
    Monitoring,

    /// <summary>By post; received when it was delivered, and registered later. ESS-89.</summary>
    Letter,

    /// <summary>A form on the web without an account. ESS-88.</summary>
    Form,

    /// <summary>Across the counter, or on a visit.</summary>
    InPerson,
}

/// <summary>What happens to something that arrives by a route outside the desk's hours (guide model 11).</summary>
public enum OutOfHoursHandling
{
    /// <summary>Counts at once.</summary>
    Accept,

    /// <summary>Counts as received at the next opening; the real time is kept. ESS-40.</summary>
    DeemNextOpening,

    /// <summary>Nobody answers there.</summary>
    Refuse,
}

/// <summary>Whom to contact for what. ESS-08 to ESS-12, SMC-05.</summary>
/// <param name="Purpose">Free label of the purpose: <c>support</c>, <c>sales</c>, <c>complaints</c>, <c>management</c>, ….</param>
/// <param name="Services">Services this route serves; empty: all.</param>
/// <param name="FrontMessage">What a caller hears before being connected. ESS-08.</param>
public sealed record Route(
    string Id,
    string Name,
    string Purpose,
    IReadOnlyList<string> Services,
    IReadOnlyList<RouteAddress> Addresses,
    string? FrontMessage,
    string? Note,
    string Cite
)
{
    /// <summary>Cases this route is for; many guides route by priority, contract or region.</summary>
    public When AppliesWhen { get; init; } = When.Everything;

    /// <summary>Roles of the customer who may use it; empty: everybody.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The first address of it that mail can be sent to; null: it has none.</summary>
    public string? Mailbox => Addresses.FirstOrDefault(address => address.Channel == Channel.Email)?.Address;

    /// <summary>Id of the route to use while this one cannot be; null: none.</summary>
    public string? Fallback { get; init; }
}

/// <summary>One address of a route, in the order they are offered.</summary>
/// <param name="MayEscalate">Whether an escalation may begin here. SMC-04.</param>
public sealed record RouteAddress(
    Channel Channel,
    string Address,
    OutOfHoursHandling OutOfHours,
    Permission MayEscalate,
    string? Calendar
);

/// <summary>Whether the guide allows it.</summary>
public enum Permission
{
    /// <summary>Allowed.</summary>
    Yes,

    /// <summary>Not allowed.</summary>
    No,
}

/// <summary>What is said to a caller whose customer runs its own first-line desk. ESS-05, ESS-06.</summary>
public sealed record FirstLineReferral(string Say, string Cite);

using NodaTime;

namespace Rung.Core.Guides;

/// <summary>
/// The guide's boolean language: closed, total, without loops; every rule's condition is one of these.
/// "When" since a case's <em>condition</em> is something else.
/// </summary>
public abstract record When
{
    private When() { }

    /// <summary>Holds for every case.</summary>
    public sealed record Always : When;

    /// <summary>Holds when every part holds; an empty list holds.</summary>
    public sealed record All(IReadOnlyList<When> Parts) : When;

    /// <summary>Holds when at least one part holds; an empty list does not.</summary>
    public sealed record Any(IReadOnlyList<When> Parts) : When;

    /// <summary>Holds when the part does not.</summary>
    /// <param name="Part">What must not hold.</param>
    public sealed record Not(When Part) : When;

    /// <summary>The fact is one of the values; a fact with several values (services, flags) when any of them is.</summary>
    public sealed record Is(Fact Fact, IReadOnlyList<string> Values) : When;

    /// <summary>The answer to an intake question is one of the options.</summary>
    public sealed record Answered(string Question, IReadOnlyList<string> Options) : When;

    /// <summary>The number given in answer to an intake question is within the bounds, both inclusive; null: unbounded.</summary>
    public sealed record Numbered(string Question, int? AtLeast, int? AtMost) : When;

    /// <summary>The subject or a text of the intake has one of these words or phrases, whole, in capitals or not.</summary>
    public sealed record Says(IReadOnlyList<string> Words) : When;

    /// <summary>A count is at least / at most the bounds, both inclusive; null: unbounded.</summary>
    public sealed record Counted(Count Count, int? AtLeast, int? AtMost) : When;

    /// <summary>The case has been open at least this long, elapsed.</summary>
    public sealed record OpenFor(Duration AtLeast) : When;

    /// <summary>The calendar is open (or closed) at the moment asked about.</summary>
    public sealed record Hours(string Calendar, HoursAre Are) : When;

    /// <summary>The condition of whatever the guide limits to no cases.</summary>
    public static When Everything { get; } = new Always();

    /// <summary>The condition and all that it is made of.</summary>
    public IEnumerable<When> Whole() =>
        this switch
        {
            All all => [this, .. all.Parts.SelectMany(part => part.Whole())],
            Any any => [this, .. any.Parts.SelectMany(part => part.Whole())],
            Not not => [this, .. not.Part.Whole()],
            _ => [this],
        };

    /// <summary>Whether it asks for flags anywhere, as what sets a flag by itself may not.</summary>
    public bool AsksFlags() =>
        this switch
        {
            Is asked => asked.Fact == Fact.Flag,
            All all => all.Parts.Any(part => part.AsksFlags()),
            Any any => any.Parts.Any(part => part.AsksFlags()),
            Not not => not.Part.AsksFlags(),
            _ => false,
        };
}

/// <summary>Facts about a case that a <see cref="When.Is"/> may ask for.</summary>
public enum Fact
{
    /// <summary>Id of the priority the case has now; none equals nothing.</summary>
    Priority,

    /// <summary>Id of the kind of case.</summary>
    Kind,

    /// <summary>The channel it was reported by.</summary>
    Source,

    /// <summary>Ids of the services concerned.</summary>
    Service,

    /// <summary>Classes of the services concerned.</summary>
    ServiceClass,

    /// <summary>Channels that may not work because of the fault. ESS-51.</summary>
    TakesDown,

    /// <summary><c>none</c>, <c>some</c> or <c>all</c> of the desk's services are concerned.</summary>
    Services,

    /// <summary>The customer's id.</summary>
    Customer,

    /// <summary>Id of the contract it was reported under.</summary>
    Contract,

    /// <summary>The customer's region, as it was when it was reported.</summary>
    Region,

    /// <summary>Ids of the flags that hold.</summary>
    Flag,

    /// <summary>Where the case stands, such as <c>onHold</c>.</summary>
    Condition,

    /// <summary>Id of the reason of the present hold.</summary>
    HoldReason,

    /// <summary>Id of the reason of the present wait.</summary>
    WaitReason,

    /// <summary>Id of the last outcome given.</summary>
    Disposition,

    /// <summary>The channel the customer last used.</summary>
    Channel,

    /// <summary>Number of the level that the escalation it is worked by is at.</summary>
    EscalationLevel,

    /// <summary>Ids of the reasons given in that escalation.</summary>
    EscalationReason,

    /// <summary><c>active</c> or <c>cleared</c>: how the alarm stands that found the fault.</summary>
    Alarm,

    /// <summary><c>yes</c> for a case that continues a closed one, else <c>no</c>. ESS-53.</summary>
    Continues,
}

/// <summary>What can be counted on a case.</summary>
public enum Count
{
    /// <summary>Contact attempts since the last resolution.</summary>
    Attempts,

    /// <summary>How often the customer rejected a resolution; a closed case is never opened again.</summary>
    Reopenings,

    /// <summary>Links of every kind.</summary>
    LinkedCases,

    /// <summary>Nothing brings this yet: always 0.</summary>
    UsersAffected,

    /// <summary>Breaches on record, each round of a repeating clock by itself.</summary>
    MissedTargets,

    /// <summary>Promises of escalations, and calls, that were missed; also those kept late.</summary>
    MissedPromises,
}

/// <summary>Which way a calendar stands.</summary>
public enum HoursAre
{
    /// <summary>Open, the opening instant included.</summary>
    Open,

    /// <summary>Closed, the closing instant included.</summary>
    Closed,
}

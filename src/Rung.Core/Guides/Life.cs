using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>The guide's own words for a condition, for agents and customers. ESS-69 to ESS-75.</summary>
/// <param name="Plain">What a customer reads.</param>
public sealed record ConditionText(Condition Condition, string Name, string Explanation, string Plain, string Cite);

/// <summary>A reason to put a case On-Hold. ESS-71, A-06, semantics 13.</summary>
/// <param name="Pauses">Which clocks stand still.</param>
/// <param name="Ends">What ends the hold by itself.</param>
/// <param name="Awaited">What the customer is asked for, as a sentence opening.</param>
public sealed record HoldReason(string Id, string Name, Pauses Pauses, HoldEnds Ends, string? Awaited, string Cite)
{
    /// <summary>Cases this reason may be used on.</summary>
    public When AppliesWhen { get; init; } = When.Everything;

    /// <summary>How often the customer is asked again while the case waits, and what follows on silence; null: not stated.</summary>
    public HoldAttempts? Attempts { get; init; }
}

/// <summary>Contact attempts while a case is on hold. Guide model 13.</summary>
/// <param name="Count">Attempts after the question itself.</param>
/// <param name="Spacing">From one attempt to the next, the first from the hold; not empty, the last one repeats.</param>
/// <param name="ThenAfter">From the hold to what follows without an answer.</param>
public sealed record HoldAttempts(
    int Count,
    IReadOnlyList<Allowance> Spacing,
    IReadOnlyList<Channel> Channels,
    OnSilence Then,
    Allowance ThenAfter,
    string Calendar
);

/// <summary>What becomes of a case that nobody answers for.</summary>
public enum OnSilence
{
    /// <summary>It is closed.</summary>
    Close,

    /// <summary>It counts as resolved.</summary>
    Resolve,

    /// <summary>It stays, and the desk is told.</summary>
    Inform,
}

/// <summary>What a hold or a wait does to clocks.</summary>
public enum Pauses
{
    /// <summary>All stand still, but for those that run through its reason or count by law.</summary>
    AllClocks,

    /// <summary>None stands still.</summary>
    NoClock,
}

/// <summary>What ends a hold by itself.</summary>
public enum HoldEnds
{
    /// <summary>The customer's answer (or an agent) ends it.</summary>
    OnReply,

    /// <summary>As <see cref="OnReply"/>, and at the next opening of the desk at the latest. ESS-48, A-17.</summary>
    OnReplyOrNextOpening,

    /// <summary>Only an agent ends it.</summary>
    ByAgent,
}

/// <summary>Waiting for somebody who is not the customer: the case stays Assigned. Semantics 13.</summary>
public sealed record WaitReason(string Id, string Name, string Cite)
{
    /// <summary>Default: the clock runs on.</summary>
    public Pauses Pauses { get; init; } = Pauses.NoClock;

    /// <summary>Cases this reason may be used on.</summary>
    public When AppliesWhen { get; init; } = When.Everything;
}

/// <summary>From resolved to closed. ESS-52, ESS-53, ESS-72, ESS-73, A-09, A-10, A-16.</summary>
public sealed record ClosingRules
{
    /// <summary>Calendar that spacing and windows count in.</summary>
    public required string Calendar { get; init; }

    /// <summary>How long a case that needs no confirmation stays Resolved.</summary>
    public required Allowance ShortlyAfter { get; init; }

    /// <summary>How often the customer is asked for the confirmation. ESS-52, ESS-73.</summary>
    public required AttemptRule Attempts { get; init; }

    /// <summary>What an answer to a closed case becomes; never a re-opening.</summary>
    public required string NeverReopenCite { get; init; }

    /// <summary>Paragraph on closing.</summary>
    public required string Cite { get; init; }
}

/// <summary>Contact attempts while waiting for confirmation.</summary>
/// <param name="Count">Attempts after the resolution notice (which is not counted).</param>
/// <param name="Spacing">From one attempt to the next, the first from the resolution; not empty, the last one repeats (A-09: 1, 1, 2 working days).</param>
/// <param name="CloseAfter">From the resolution to the closing on silence.</param>
public sealed record AttemptRule(
    int Count,
    IReadOnlyList<Allowance> Spacing,
    Allowance CloseAfter,
    IReadOnlyList<Channel> Channels,
    string Cite
)
{
    /// <summary>Id of the calendar in whose hours attempts are made; one that would come outside them is made at the next opening. Null: at any time.</summary>
    public string? Window { get; init; }

    /// <summary>When attempt <paramref name="number"/> (from 1) is made after the one before it, or after the resolution.</summary>
    public Reckoning<Instant> Next(int number, Instant before, WorkingCalendar calendar, WorkingCalendar? window)
    {
        var next = Spacing[Math.Min(number, Spacing.Count) - 1].DueFrom(before, calendar);
        return next.Ok && window is not null ? window.NextOpening(next.Value) : next;
    }
}

/// <summary>Work that goes on outside the desk's hours. ESS-47 to ESS-51.</summary>
/// <param name="ContinuesWhen">Cases that are worked through the night.</param>
/// <param name="PromptBefore">How long before closing time the agent is told to exchange contacts.</param>
public sealed record OutOfHoursWork(When ContinuesWhen, Duration PromptBefore, string Prompt, string Cite);

/// <summary>An outcome that is not (yet) a fix. ESS-64 to ESS-67, A-14.</summary>
/// <param name="Meets">Targets met by giving it.</param>
/// <param name="AsksExpectation">Whether a date must be named (ESS-67).</param>
public sealed record Disposition(
    string Id,
    string Name,
    string Plain,
    When AppliesWhen,
    DispositionEffect Effect,
    IReadOnlyList<string> Meets,
    Need AsksExpectation,
    string Cite
);

/// <summary>What giving an outcome does to the case. A-14.</summary>
public enum DispositionEffect
{
    /// <summary>It is worked on further; its target may be met all the same.</summary>
    StaysOpen,

    /// <summary>It is resolved, and the customer is asked to confirm.</summary>
    Resolves,

    /// <summary>It is closed at once. ESS-66.</summary>
    Closes,
}

/// <summary>A mark on a case, such as "complete loss of a service" .</summary>
/// <param name="SetWhen">Holds by default while this holds; an agent's word, with a reason, goes before it.</param>
public sealed record Flag(string Id, string Name, When SetWhen, string Cite);

/// <summary>When a reason for outage must be written before closing. ESS-76, A-15, S-07.</summary>
/// <param name="ExpectedWithin">Aim for its date, from the resolution; null: none stated.</param>
public sealed record ReasonForOutage(When RequiredWhen, Allowance? ExpectedWithin, string? Owner, string Cite)
{
    /// <summary>Id of the promise that its date is; null: none.</summary>
    public string? Promise { get; init; }

    /// <summary>Whether somebody approves it before the customer reads it.</summary>
    public Need Approval { get; init; } = Need.Optional;
}

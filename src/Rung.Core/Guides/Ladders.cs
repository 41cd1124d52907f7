using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>Higher urgency than the priority says. ESS-81.</summary>
public sealed record UrgencyRule(IReadOnlyList<string> By, string Notice, string Cite);

/// <summary>A path of escalation (guide model 9).</summary>
public sealed record Ladder(
    string Id,
    string Name,
    When AppliesWhen,
    LadderMode Mode,
    IReadOnlyList<Level> Levels,
    string Cite
)
{
    /// <summary>Whether a level can be entered without anybody doing anything.</summary>
    public bool ClimbsByItself { get; } =
        Levels.Any(level => level.Entries.Any(entry => entry is Entry.ByTime or Entry.ByTarget or Entry.ByCondition));

    /// <summary>Towards whom it leads, by its first level: within the provider, to a supplier, to the customer.</summary>
    public LevelKind Function =>
        Levels is [{ Kind: LevelKind.Supplier or LevelKind.CustomerSide } first, ..]
            ? first.Kind
            : LevelKind.Hierarchical;

    /// <summary>What a request meets while no firm target is missed. ESS-79, A-18.</summary>
    public Precondition Precondition { get; init; } = Precondition.Accept;

    /// <summary>While it holds the ladder stands still, and its timers keep what is left of them; null: never.</summary>
    public When? SuspendWhen { get; init; }

    /// <summary>Level whose role owns the escalation; null: the owner moves with the level. SMC-27.</summary>
    public int? StickyOwnerLevel { get; init; }

    /// <summary>Whether executives stand at this level: above the owner's, or at any where none owns for good. SMC-35.</summary>
    public bool IsAboveOwner(int number) => number > (StickyOwnerLevel ?? 0);

    /// <summary>Roles that may skip a level with a reason (S-06, A-19).</summary>
    public IReadOnlyList<string> SkipBy { get; init; } = [];

    /// <summary>Repeat the last level after this time while nothing changes; null: never.</summary>
    public Allowance? RepeatLast { get; init; }

    /// <summary>
    /// How long a level that was asked for has from when it takes effect: a wish that names no level counts with it until
    /// then. Null: until it has taken effect. ESS-82, ESS-83.
    /// </summary>
    public Allowance? TimeToAct { get; init; }

    /// <summary>Within what time the post that is next is reached where the guide says nothing of it: half an hour of the desk.</summary>
    public static Allowance UsualTimeToReach { get; } = new Allowance.WorkingTime(Duration.FromMinutes(30));

    /// <summary>Grounds that can be given; empty: none is asked for. SMC-20 to SMC-25.</summary>
    public IReadOnlyList<EscalationReason> Reasons { get; init; } = [];

    /// <summary>What is agreed about calling back; null: no call-backs belong to it. SMC-08.</summary>
    public CallBackRule? CallBack { get; init; }

    /// <summary>Id of the plan that is offered; null: none. SMC-12.</summary>
    public string? CommunicationPlan { get; init; }

    /// <summary>What ends it, in words; null: not stated. SMC-39.</summary>
    public string? EndsWith { get; init; }

    /// <summary>What lies beyond the last level, in words; null: not stated.</summary>
    public string? Terminal { get; init; }

    /// <summary>How an escalation goes down again before its end; null: not stated.</summary>
    public StepDown? StepDown { get; init; }

    /// <summary>Decision an escalation request needs; null: none.</summary>
    public EscalationDecision? Decision { get; init; }
}

/// <summary>Whether levels may be left out.</summary>
public enum LadderMode
{
    /// <summary>One after another; leaving one out needs a role of <see cref="Ladder.SkipBy"/> and a reason. ESS-83.</summary>
    Sequential,

    /// <summary>Any level above the present one; what climbs by itself, any that was not entered.</summary>
    Free,
}

/// <summary>What a request before the targets are used up meets (semantics 17).</summary>
public enum Precondition
{
    /// <summary>Nothing: it is registered.</summary>
    Accept,

    /// <summary>It is registered, and marked for the agent.</summary>
    Warn,

    /// <summary>It raises no level; the wish is kept and answered. SMC-19.</summary>
    Refuse,
}

/// <param name="Group">Heading the reason is grouped under, e.g. "crisis" (SMC-24).</param>
public sealed record EscalationReason(string Id, string Name, string? Group, string Cite);

/// <param name="PlannedContactWithin">A planned contact this near takes the call-back's place (S-09).</param>
public sealed record CallBackRule(
    string Agreed,
    Allowance? PlannedContactWithin,
    IReadOnlyList<string> Needs,
    string Cite
);

/// <summary>A decision that a request needs before a level is entered.</summary>
/// <param name="By">Id of the role that decides.</param>
/// <param name="Within">How soon after the request.</param>
/// <param name="Calendar">Id of the calendar that <paramref name="Within"/> counts in.</param>
/// <param name="Rationale">Whether a reason has to be given.</param>
public sealed record EscalationDecision(string By, Allowance Within, string Calendar, Need Rationale);

/// <param name="By">Roles that decide it; empty: the owner of the escalation.</param>
/// <param name="When">When it is due; null: whenever they decide so.</param>
public sealed record StepDown(IReadOnlyList<string> By, When? When, string Says);

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
    public Precondition Precondition { get; init; } = Precondition.Accept;
    public When? SuspendWhen { get; init; }

    /// <summary>Level whose role owns the escalation; null: the owner moves with the level. SMC-27.</summary>
    public int? StickyOwnerLevel { get; init; }

    /// <summary>Roles that may skip a level with a reason (S-06, A-19).</summary>
    public IReadOnlyList<string> SkipBy { get; init; } = [];

    /// <summary>Repeat the last level after this time while nothing changes; null: never.</summary>
    public Allowance? RepeatLast { get; init; }
    public IReadOnlyList<EscalationReason> Reasons { get; init; } = [];
    public CallBackRule? CallBack { get; init; }
    public string? CommunicationPlan { get; init; }
    public string? EndsWith { get; init; }
    public string? Terminal { get; init; }

    /// <summary>How an escalation goes down again before its end; null: not stated.</summary>
    public StepDown? StepDown { get; init; }

    /// <summary>Decision an escalation request needs; null: none.</summary>
    public EscalationDecision? Decision { get; init; }
}

public enum LadderMode
{
    Sequential,
    Free,
}

/// <summary>What a request before the targets are used up meets (semantics 17).</summary>
public enum Precondition
{
    Accept,
    Warn,
    Refuse,
}

public sealed record Level(
    int Number,
    string Name,
    string Role,
    LevelKind Kind,
    LevelEffect Effect,
    IReadOnlyList<Entry> Entries,
    string? Contact,
    string? Does,
    string Cite
);

public enum LevelKind
{
    Functional,
    Hierarchical,
    CustomerSide,
    Supplier,
}

public enum LevelEffect
{
    Inform,
    Involve,
    Own,
    Transfer,
}

/// <summary>A way into a level.</summary>
public abstract record Entry
{
    private Entry() { }

    /// <summary>Somebody asks.</summary>
    public sealed record ByRequest(
        IReadOnlyList<Channel> Channels,
        IReadOnlyList<string> Who,
        IReadOnlyList<string> Reasons,
        When When
    ) : Entry;

    /// <summary>Time passes.</summary>
    /// <param name="Anchor"><c>caseStart</c>, <c>levelEntered</c>, <c>target:ID</c> or a moment's name.</param>
    /// <param name="Until">What stops the timer (semantics 22).</param>
    public sealed record ByTime(string Anchor, Allowance After, string? Calendar, UntilWhat Until, When When) : Entry;

    /// <summary>A share of a target's allowance is used up, or so much of it is left; exactly one is set.</summary>
    /// <param name="Used">Above 0, at most 1: a missed target.</param>
    public sealed record ByTarget(string Target, decimal? Used, Duration? Left, UntilWhat Until, When When) : Entry;

    /// <summary>A fact becomes true.</summary>
    public sealed record ByCondition(When When) : Entry;

    /// <summary>The owner decides, and may delay.</summary>
    public sealed record ByOwner(Allowance? MayDelay, When When) : Entry;
}

public enum UntilWhat
{
    Acknowledged,
    Resolved,
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

public sealed record EscalationDecision(string By, Allowance Within, string Calendar, Need Rationale);

/// <param name="By">Roles that decide it; empty: the owner of the escalation.</param>
/// <param name="When">When it is due; null: whenever they decide so.</param>
public sealed record StepDown(IReadOnlyList<string> By, When? When, string Says);

/// <summary>How a customer is kept informed (guide model 12). SMC-12.</summary>
/// <param name="Interval">None where the plan goes by <see cref="Slots"/> alone.</param>
public sealed record CommunicationPlan(
    string Id,
    string Name,
    When AppliesWhen,
    Channel Channel,
    Allowance Interval,
    string Audience,
    string? Content,
    Need Approval,
    string Cite
)
{
    /// <summary>Fixed times of day, on the desk's clock; empty: by interval.</summary>
    public IReadOnlyList<LocalTime> Slots { get; init; } = [];
}

/// <summary>A dated undertaking to a person and what follows when it is missed.</summary>
public sealed record PromiseRule(
    string Id,
    string Name,
    string Owner,
    string To,
    Allowance? Due,
    string? Calendar,
    IReadOnlyList<string> AlertWhenMissed,
    string Cite
)
{
    /// <summary>Cases on which it is given.</summary>
    public When AppliesWhen { get; init; } = When.Everything;
}

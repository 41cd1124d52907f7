using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>
/// The record of a matter that climbs a ladder: who asked, why, which level, who owns it, what came of it. On a case and
/// apart from its priority (semantics 16).
/// </summary>
/// <param name="Entered">The levels in the order in which they were entered; never empty.</param>
public sealed record Escalation(int Number, string Ladder, IReadOnlyList<Escalated> Entered)
{
    /// <summary>The level it is at: the highest that was entered, until it goes down again.</summary>
    public int Level { get; init; } = Entered[^1].Level;

    /// <summary>Whether anybody of the customer asked for it; else it climbed by itself and ends with the case.</summary>
    public bool IsAsked => Entered.Any(level => level.Way == EntryWay.Request);

    /// <summary>When its first level was entered.</summary>
    public Instant Since => Entered[0].At;

    /// <summary>Whoever took the customer's first call. SMC-26.</summary>
    public string Recipient => (Entered.FirstOrDefault(level => level.Way == EntryWay.Request) ?? Entered[0]).By.Name;

    /// <summary>Who answers for it; null: nobody has accepted it yet. SMC-27.</summary>
    public OwnershipTaken? Owner { get; init; }

    /// <summary>Requests for a level that it had, each a note only. Semantics 20.</summary>
    public IReadOnlyList<EscalationRepeated> Repeats { get; init; } = [];

    /// <summary>Whom the provider contacted, reached or not. SMC-10.</summary>
    public IReadOnlyList<Engaged> Engagements { get; init; } = [];

    /// <summary>The customer's counterparts at the higher levels, in the order in which they were named. SMC-35.</summary>
    public IReadOnlyList<PeerNamed> Peers { get; init; } = [];

    /// <summary>What executives decided. SMC-36.</summary>
    public IReadOnlyList<DecisionTaken> Decisions { get; init; } = [];

    /// <summary>The communication plan that holds now; null: none is agreed yet. SMC-12.</summary>
    public AgreedPlan? Plan { get; init; }

    /// <summary>Call-backs, planned contacts and steps, those that nobody agreed included, in the order in which they came to be owed.</summary>
    public IReadOnlyList<Promise> Promises => PromiseList;

    // Of the one fold that makes it, which changes it in place: a plan that goes on for weeks has thousands.
    internal List<Promise> PromiseList { get; } = [];

    /// <summary>Null: it goes on.</summary>
    public EscalationEnded? Ended { get; init; }

    /// <summary>Whether it goes on.</summary>
    public bool IsActive => Ended is null;

    /// <summary>Grounds of all levels, each once.</summary>
    public IEnumerable<string> Reasons => Entered.SelectMany(level => level.Reasons).Distinct();

    /// <summary>How often the customer rang to escalate.</summary>
    public int Calls =>
        Entered.Count(level => level is { Way: EntryWay.Request, Channel: Channel.Phone })
        + Repeats.Count(repeat => repeat.Channel == Channel.Phone);

    /// <summary>The resolution plan, in the order in which it was made. SMC-40.</summary>
    public IEnumerable<Promise> Steps => Promises.Where(promise => promise.Step is not null);

    /// <summary>Looks of executives at how the owner goes about it. SMC-37, SMC-41.</summary>
    public IReadOnlyList<OwnerChecked> Checks { get; init; } = [];

    /// <summary>The next planned contact that is owed; null: none is.</summary>
    public Promise? Slot =>
        Promises.LastOrDefault(promise => promise is { For: PromiseFor.PlannedContact, State: PromiseState.Open });

    /// <summary>The call-back that is to be made; null: none is.</summary>
    public Promise? CallBack =>
        Promises.LastOrDefault(promise => promise is { For: PromiseFor.CallBack, IsToDo: true });

    /// <summary>That the post which is next is reached, while it is to be; null: nobody is waited for. SMC-10.</summary>
    public Promise? PostToReach =>
        Promises.LastOrDefault(promise => promise is { For: PromiseFor.PostReached, IsToDo: true });

    /// <summary>When the present level was entered.</summary>
    public Instant LevelSince { get; init; } = Entered[^1].At;

    /// <summary>How often the last level was told again, and when.</summary>
    public IReadOnlyList<LevelToldAgain> Told { get; init; } = [];

    /// <summary>The customer's other cases that it covers or covered, in the order in which they came to it.</summary>
    public IReadOnlyList<CoveredCase> Covers { get; init; } = [];

    /// <summary>Levels that the owner has put off.</summary>
    public IReadOnlyList<LevelDelayed> Delays { get; init; } = [];
}

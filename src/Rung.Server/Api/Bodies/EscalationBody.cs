using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>An escalation of a case: who asked, why, which level, who owns it, what came of it.</summary>
/// <param name="Number">1 for the first of the case.</param>
/// <param name="Ladder">Id of the guide's ladder.</param>
public sealed record EscalationBody(int Number, string Ladder, int Level, string LevelName, bool Active)
{
    public required Instant Since { get; init; }

    /// <summary>Whoever took the customer's first call. SMC-26.</summary>
    public required string Recipient { get; init; }

    /// <summary>Left out: nobody has accepted it yet.</summary>
    public EscalationOwnerBody? Owner { get; init; }

    /// <summary>The post that is to be contacted next; left out: none is waited for.</summary>
    public NextPostBody? Next { get; init; }
    public required IReadOnlyList<Escalated> Levels { get; init; }
    public required IReadOnlyList<EscalationRepeated> Repeats { get; init; }
    public required IReadOnlyList<Engaged> Engagements { get; init; }
    public AgreedPlan? Plan { get; init; }
    public required IReadOnlyList<PeerNamed> Peers { get; init; }
    public required IReadOnlyList<DecisionTaken> Decisions { get; init; }
    public required IReadOnlyList<OwnerChecked> Checks { get; init; }
    public required IReadOnlyList<LevelDelayed> Delays { get; init; }

    /// <summary>The customer's other cases that it covers or covered.</summary>
    public required IReadOnlyList<CoveredCase> Covers { get; init; }

    /// <summary>How often the last level was told again.</summary>
    public required int ToldAgain { get; init; }
    public EscalationEnded? Ended { get; init; }

    public static IReadOnlyList<EscalationBody> Of(CaseSnapshot found) =>
        [.. found.State.Escalations.Select(one => Of(found, one))];

    private static EscalationBody Of(CaseSnapshot found, Escalation one)
    {
        var (guide, sight) = (found.Guide, found.Sight);
        var name = guide.Ladder(one.Ladder)?.Level(one.Level)?.Name ?? $"{one.Level}";
        return new EscalationBody(one.Number, one.Ladder, one.Level, name, one.IsActive)
        {
            Since = one.Since,
            Recipient = one.Recipient,
            Owner = one.Owner is { } owner ? new EscalationOwnerBody(owner.Role, owner.Name, owner.At) : null,
            Next = NextPost.Of(guide, one, found.Now) is { } next
                ? new NextPostBody(next.Level, next.Role.Id, next.Role.Title, next.Role.Contact)
                : null,
            Levels = sight.Of(one.Entered),
            Repeats = sight.Of(one.Repeats),
            Engagements = sight.Of(one.Engagements),
            Plan = one.Plan,
            Peers = sight.Of(one.Peers),
            Decisions = sight.Of(one.Decisions),
            Checks = sight.Of(one.Checks),
            Delays = sight.Of(one.Delays),
            Covers =
            [
                .. one.Covers.Where(covered => sight.Names(covered.Reference)).Select(covered => Seen(covered, sight)),
            ],
            ToldAgain = one.Told.Count,
            Ended = sight.Of(one.Ended),
        };
    }

    // Why it was covered is said inside the desk.
    private static CoveredCase Seen(CoveredCase covered, Sight sight) =>
        sight.IsCustomers ? covered with { Reason = "", TakenOutBecause = null } : covered;
}

/// <param name="Role">Id of the guide's role.</param>
public sealed record EscalationOwnerBody(string Role, string Name, Instant Since);

public sealed record NextPostBody(int Level, string Role, string Title, string? Contact);

/// <summary>Something that was promised to the customer in an escalation.</summary>
/// <param name="Id">Id of the guide's promise; left out: the guide has none of this sort.</param>
public sealed record PromiseBody(PromiseFor For, string? Id, Instant Due, PromiseState State)
{
    /// <summary>The step of the resolution plan that it is; left out: it is none. SMC-40.</summary>
    public ResolutionStep? Step { get; init; }
    public Instant? KeptAt { get; init; }
    public Instant? MissedAt { get; init; }

    /// <summary>The zone it was agreed in; left out: the desk's.</summary>
    public string? Zone { get; init; }

    public static IReadOnlyList<PromiseBody> Of(Guide guide, CaseState state) =>
        [
            .. state.Promises.Select(one => new PromiseBody(one.For, guide.PromiseRule(one.For)?.Id, one.Due, one.State)
            {
                KeptAt = one.KeptAt,
                MissedAt = one.MissedAt,
                Zone = one.Zone,
                Step = one.Step,
            }),
        ];
}

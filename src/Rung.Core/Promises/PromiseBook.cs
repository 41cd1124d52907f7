using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>
/// The promise book of a case: every dated undertaking in one form, read out of its state, its clocks and the guide. A
/// fold like everything else; a new sort of promise is one more arm in <see cref="All"/>.
/// </summary>
public static class PromiseBook
{
    /// <summary>All that was ever promised on the case, earliest due first; what has no due just now comes last.</summary>
    /// <param name="events">The case's events, not empty.</param>
    /// <param name="now">The moment asked about; not before the last event for a meaningful answer.</param>
    public static IReadOnlyList<PromiseEntry> Of(Guide guide, IReadOnlyList<CaseEvent> events, Instant now) =>
        [.. Of(guide, CaseState.Of(events), now).Select(entry => entry with { KeptBy = Keeper(entry, events) })];

    /// <summary>The same without who kept them, which the state alone does not say.</summary>
    public static IReadOnlyList<PromiseEntry> Of(Guide guide, CaseState state, Instant now)
    {
        var of = new CasePromises(guide, state, now);
        return Named(of, All(of));
    }

    /// <summary>
    /// What somebody still has to do, with a due: open, or missed and not made good. Nothing once the case is closed.
    /// Earlier rounds of a clock are never among them, so this is cheaper than the whole book.
    /// </summary>
    public static IReadOnlyList<PromiseEntry> Owed(Guide guide, CaseState state, Instant now)
    {
        if (state.IsClosed)
        {
            return [];
        }
        var of = new CasePromises(guide, state, now) { Rounds = Rounds.Present };
        return Named(of, All(of).Where(entry => entry is { IsToDo: true, Due: not null } && !(entry.MootFrom <= now)));
    }

    // The names of ledgers last: to find one its due is reckoned once more.
    private static IReadOnlyList<PromiseEntry> Named(CasePromises of, IEnumerable<PromiseEntry> entries) =>
        InOrder(entries.Select(new ReckonedDues(of).Named));

    private static IEnumerable<PromiseEntry> All(CasePromises of) =>
        [
            .. TargetPromises.Of(of),
            .. EscalationPromises.Of(of),
            .. CallPromises.Of(of),
            .. AttemptPromises.Of(of),
            .. OutagePromises.Of(of),
            .. HandoverPromises.Of(of),
            .. NamedDates.Of(of),
        ];

    private static IReadOnlyList<PromiseEntry> InOrder(IEnumerable<PromiseEntry> entries) =>
        [
            .. entries
                .OrderBy(entry => entry.Due ?? Instant.MaxValue)
                .ThenBy(entry => entry.Kind)
                .ThenBy(entry => entry.Id, StringComparer.Ordinal)
                .ThenBy(entry => entry.Number),
        ];

    // A person before the desk itself, where both did something at that instant.
    private static string? Keeper(PromiseEntry entry, IReadOnlyList<CaseEvent> events)
    {
        if (entry.KeptAt is not { } at)
        {
            return null;
        }
        var then = events
            .Where(happened => happened.At == at || (happened is Engaged { ContactedAt: var when } && when == at))
            .Select(happened => happened.By)
            .ToList();
        return (then.FirstOrDefault(by => by.Role != Actor.SystemRole) ?? then.FirstOrDefault())?.Name;
    }
}

/// <summary>How much of the past is read.</summary>
internal enum Rounds
{
    All,
    Present,
}

/// <summary>A case whose promises are read.</summary>
internal sealed record CasePromises(Guide Guide, CaseState State, Instant Now)
{
    public Rounds Rounds { get; init; }
    public CaseFacts Facts { get; } = CaseFacts.Of(Guide, State, Now);

    /// <summary>Whoever works on the case; nobody yet: the desk.</summary>
    public PromiseOwner Worker => new(null, State.Engineer ?? Guide.Desk.Name);

    public string Reporter => State.Logged.Reporter.ContactName;
}

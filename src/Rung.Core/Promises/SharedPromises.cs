using Rung.Core.Cases;
using Rung.Core.Escalations;

namespace Rung.Core.Promises;

/// <summary>
/// What was promised on another case for this one too: the reason for outage of an escalation that covered both. It is a
/// promise of that case, and here only told; no book of a desk and no report has it twice. SMC-30, SMC-39, S-07.
/// </summary>
public static class SharedPromises
{
    /// <summary>The ends of escalations that covered the case, each of which names the case that was escalated.</summary>
    public static IReadOnlyList<Unlinked> Ends(IReadOnlyList<CaseEvent> events) =>
        [
            .. events
                .OfType<Unlinked>()
                .Where(end => end is { Kind: LinkKind.CoveredBy, Reason: EscalationEnded.OnCovered }),
        ];

    /// <summary>What of the other case's book was promised when its escalation ended.</summary>
    /// <param name="end">One of <see cref="Ends"/>.</param>
    /// <param name="lead">All that happened to the case that it names.</param>
    /// <param name="book">That case's promises.</param>
    public static IEnumerable<PromiseEntry> Of(
        Unlinked end,
        IReadOnlyList<CaseEvent> lead,
        IReadOnlyList<PromiseEntry> book
    )
    {
        var ended = lead.OfType<EscalationEnded>().FirstOrDefault(one => one.RecordedAt == end.RecordedAt);
        return book.Where(entry =>
                entry.Kind == PromiseKind.ReasonForOutage && entry.GivenAt == ended?.At && entry.Due == ended.RfoDue
            )
            .Select(entry => entry with { PromisedOn = end.Other });
    }
}

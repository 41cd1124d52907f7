using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Escalations;

/// <summary>
/// Works out what escalations owe after new events: a post that is waited for is to be reached in time, and a call of the
/// customer's leads to a call-back. One undertaking for each post and each call, which stays owed until it is done. SMC-08, SMC-10,
/// A-19, S-09, semantics 41.
/// </summary>
internal static class OwedSteps
{
    /// <param name="case">All events of the case, and the index of the first new one.</param>
    public static IReadOnlyList<NextStepOwed> Of(
        Guide guide,
        (IReadOnlyList<CaseEvent> Events, int From) @case,
        Instant now
    )
    {
        if (!@case.Events.Any(happened => happened is Escalated))
        {
            return [];
        }
        var state = CaseState.Of(@case.Events);
        if (!state.IsLive || state.IsResolved)
        {
            return [];
        }
        return
        [
            .. state
                .Escalations.Where(one => one.IsActive)
                .Select(one => new Scene(guide, one, Entered(@case, one), now))
                .SelectMany(scene => new[] { Post(scene), CallBack(scene) })
                .OfType<NextStepOwed>()
                .Select(owed => owed with { At = now, RecordedAt = now, By = Actor.Desk }),
        ];
    }

    // The last level that was entered just now; null: none was.
    private static Escalated? Entered((IReadOnlyList<CaseEvent> Events, int From) @case, Escalation one) =>
        @case.Events.Skip(@case.From).OfType<Escalated>().LastOrDefault(entered => entered.Escalation == one.Number);

    private static NextStepOwed? Post(Scene of)
    {
        var one = of.One;
        if (
            NextPost.Of(of.Guide, one, of.Now) is not { Level: var level }
            || one.PostToReach?.Post?.Level == level
            || of.Ladder.TimeToReach(one.Entered[^1]) is not { } within
        )
        {
            return null;
        }
        var reached = one.Owner is null && of.Ladder.StickyOwnerLevel == level ? ReachedBy.Acceptance : ReachedBy.Word;
        return of.Owed(PromiseFor.PostReached, level, within) is { } owed ? owed with { Reached = reached } : null;
    }

    private static NextStepOwed? CallBack(Scene of)
    {
        var isOpen = of.Entered?.Warnings.Contains(EscalationWarning.CallBackNotAgreed) == true || IsLeftOver(of.One);
        var within = of.Ladder.CallBack?.PlannedContactWithin ?? of.Ladder.TimeToReach(of.One.Entered[^1]);
        return isOpen && within is not null
            ? of.Owed(PromiseFor.CallBackSettled, of.Entered?.Level ?? of.One.Level, within)
            : null;
    }

    // The case was resolved before it was settled, and was not fixed.
    private static bool IsLeftOver(Escalation one) =>
        one.Promises.LastOrDefault(promise => promise.For == PromiseFor.CallBackSettled)
            is { KeptAt: null, ReleasedAt: not null };

    private sealed record Scene(Guide Guide, Escalation One, Escalated? Entered, Instant Now)
    {
        public Ladder Ladder { get; } = Guide.Ladder(One.Ladder)!;

        // What was entered late is not missed before anybody knew of it.
        public NextStepOwed? Owed(PromiseFor what, int level, Allowance within)
        {
            var due = Due(within, Entered?.Effective ?? Now);
            due = due < Now ? Due(within, Now) : due;
            return due is { } at ? new NextStepOwed(what, level, at) { About = One.Number, Ladder = One.Ladder } : null;
        }

        private Instant? Due(Allowance within, Instant from) =>
            within.DueFrom(from, Guide.DeskCalendar) is { Ok: true, Value: var due } ? due : null;
    }
}

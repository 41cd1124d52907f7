using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>Tries to learn whether a resolved matter is fixed, since the last resolution. ESS-52, A-09.</summary>
internal static class AttemptPromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        if (of.State.Resolution is not { Confirmation: Confirmation.Required })
        {
            yield break;
        }
        var awaited = of.State is { Condition: Condition.ResolvedToConfirm, Blocked: null };
        foreach (var planned in AttemptPlan.Of(of.Guide, of.State))
        {
            if (planned.Made is not null || awaited)
            {
                yield return Entry(of, planned);
            }
        }
    }

    private static PromiseEntry Entry(CasePromises of, PlannedAttempt planned)
    {
        var (rule, made) = (of.Guide.Closing.Attempts, planned.Made);
        return new PromiseEntry
        {
            Kind = PromiseKind.Attempt,
            Id = "attempt",
            Number = planned.Number,
            Name = $"Contact attempt {planned.Number} of {rule.Count}",
            Owner = of.Worker,
            To = of.Reporter,
            Channel = made?.Channel ?? rule.Channels.FirstOrDefault(Channel.Email),
            GivenAt = planned.Before,
            Due = planned.Due,
            State = StateOf(of, planned, made),
            KeptAt = made?.At,
            IsToDo = made is null,
            Cite = rule.Cite,
        };
    }

    // The desk makes them at their due by itself, so that what is told later than that is late.
    private static PromiseState StateOf(CasePromises of, PlannedAttempt planned, AttemptMade? made) =>
        (made?.At ?? of.Now) - planned.Due < Due.InTime
            ? (made is null ? PromiseState.Open : PromiseState.Kept)
            : (made is null ? PromiseState.Missed : PromiseState.Late);
}

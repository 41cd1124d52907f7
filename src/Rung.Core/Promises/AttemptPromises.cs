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
        if (of.State.Resolution is not { Confirmation: Confirmation.Required } resolved)
        {
            yield break;
        }
        var awaited = of.State is { Condition: Condition.ResolvedToConfirm, Blocked: null };
        var before = resolved.At;
        for (var number = 1; number <= of.Guide.Closing.Attempts.Count; number++)
        {
            if (DueOf(of, number, before) is not { } due)
            {
                yield break;
            }
            var made = of.State.Attempts.ElementAtOrDefault(number - 1);
            if (made is not null || awaited)
            {
                yield return Entry(of, new Planned(number, before, due), made);
            }
            before = made is null ? due : Instant.Max(due, made.At);
        }
    }

    private static PromiseEntry Entry(CasePromises of, Planned planned, AttemptMade? made)
    {
        var rule = of.Guide.Closing.Attempts;
        return new PromiseEntry
        {
            Kind = PromiseKind.Attempt,
            Id = "attempt",
            Number = planned.Number,
            Name = $"Contact attempt {planned.Number} of {rule.Count}",
            Owner = of.Worker,
            To = of.Reporter,
            Channel = made?.Channel ?? rule.Channels.FirstOrDefault(Channel.Email),
            GivenAt = planned.From,
            Due = planned.Due,
            State = StateOf(of, planned, made),
            KeptAt = made?.At,
            IsToDo = made is null,
            Cite = rule.Cite,
        };
    }

    // The desk makes them at their due by itself, so that what is told later than that is late.
    private static PromiseState StateOf(CasePromises of, Planned planned, AttemptMade? made) =>
        (made?.At ?? of.Now) - planned.Due < Due.InTime
            ? (made is null ? PromiseState.Open : PromiseState.Kept)
            : (made is null ? PromiseState.Missed : PromiseState.Late);

    private static Instant? DueOf(CasePromises of, int number, Instant before)
    {
        var closing = of.Guide.Closing;
        var window = closing.Attempts.Window is { } id ? of.Guide.Calendars[id] : null;
        var due = closing.Attempts.Next(number, before, of.Guide.Calendars[closing.Calendar], window);
        return due.Ok ? due.Value : null;
    }

    private sealed record Planned(int Number, Instant From, Instant Due);
}

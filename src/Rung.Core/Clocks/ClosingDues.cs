using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>What a resolved case is owed: the attempts to reach the customer, and its closing. ESS-52, ESS-72, A-09, A-16.</summary>
internal static class ClosingDues
{
    public static void Add(List<Due> dues, CaseFacts facts, CaseState state)
    {
        if (!state.IsResolved)
        {
            return;
        }
        if (state.Blocked is not null)
        {
            AddUnblocked(dues, facts, state);
            return;
        }
        var closing = facts.Guide.Closing;
        var calendar = facts.Guide.Calendars[closing.Calendar];
        var closes =
            state.Condition == Condition.Resolved
                ? closing.ShortlyAfter.DueFrom(state.Resolution!.At, calendar)
                : AfterAttempts(dues, facts, state);
        if (closes.Ok)
        {
            dues.Add(new Due(DueRule.Closing, null, 0, state.Resolutions, closes.Value));
        }
    }

    // What kept it from closing may have gone since: written, or not owed after all.
    private static void AddUnblocked(List<Due> dues, CaseFacts facts, CaseState state)
    {
        if (!facts.StaysOpen)
        {
            dues.Add(new Due(DueRule.Closing, null, 0, state.Resolutions, state.LastEventAt));
        }
    }

    /// <summary>Adds the attempts that are still to be made; answers when the case closes on silence after them.</summary>
    private static Reckoning<Instant> AfterAttempts(List<Due> dues, CaseFacts facts, CaseState state)
    {
        var closing = facts.Guide.Closing;
        var (rule, calendar) = (closing.Attempts, facts.Guide.Calendars[closing.Calendar]);
        var window = rule.Window is { } id ? facts.Guide.Calendars[id] : null;
        var (planned, made) = (state.Resolution!.At, state.Resolution.At);
        for (var number = 1; number <= rule.Count; number++)
        {
            planned = Or(rule.Next(number, planned, calendar, window), planned);
            made = Or(rule.Next(number, made, calendar, window), made);
            if (number <= state.Attempts.Count)
            {
                made = Instant.Max(made, state.Attempts[number - 1].At);
            }
            else
            {
                made = Still(made, facts.Now, window);
                dues.Add(new Due(DueRule.Attempt, null, number, state.Resolutions, made));
            }
        }
        return Closes(rule.CloseAfter.DueFrom(state.Resolution.At, calendar), planned, made, calendar);
    }

    // An attempt is something that is done: one that could not be made in time is made now, never said to have been made.
    private static Instant Still(Instant at, Instant now, WorkingCalendar? window) =>
        now - at < Due.InTime ? at
        : window is null ? now
        : Or(window.NextOpening(now), now);

    // The customer has as long after the last attempt as the guide leaves between it and the closing. Semantics 30.
    private static Reckoning<Instant> Closes(
        Reckoning<Instant> planned,
        Instant plannedLast,
        Instant last,
        WorkingCalendar calendar
    )
    {
        if (!planned.Ok || last <= plannedLast || calendar.Between(plannedLast, planned.Value) is not { Ok: true } left)
        {
            return planned;
        }
        var closes = calendar.Add(last, left.Value);
        return new(closes.Ok ? Instant.Max(planned.Value, closes.Value) : planned.Value);
    }

    private static Instant Or(Reckoning<Instant> reckoned, Instant otherwise) =>
        reckoned.Ok ? reckoned.Value : otherwise;
}

using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>A call that somebody owes now: who rings whom, about what, by when. ESS-49, ESS-51.</summary>
/// <param name="Owes">The engineer of the case; nobody yet: the desk.</param>
/// <param name="Contact">Who is rung: the reporter, or at night whoever was agreed for it.</param>
/// <param name="Phone">Their number, or for the night how they are reached; null: none is known.</param>
public sealed record CallTask(OwedCall Call, string Owes, string Contact, string? Phone)
{
    /// <summary>The calls that are owed on the case, soonest due first; none once it is closed, nor beside messages once its flag is taken off.</summary>
    public static IReadOnlyList<CallTask> Of(Guide guide, CaseState state, Instant now)
    {
        if (state.IsClosed || state.Calls.Count == 0)
        {
            return [];
        }
        var facts = CaseFacts.Of(guide, state, now);
        var owes = state.Engineer ?? guide.Desk.Name;
        var (contact, phone) = Whom(guide, state, now);
        return
        [
            .. state
                .Calls.Where(facts.Owes)
                .OrderBy(call => call.Due)
                .Select(call => new CallTask(call, owes, contact, phone)),
        ];
    }

    private static (string Contact, string? Phone) Whom(Guide guide, CaseState state, Instant now)
    {
        var reporter = state.Logged.Reporter;
        return state.OutOfHours is { } agreed && IsNightOf(agreed, guide, now)
            ? (agreed.Contact, agreed.ReachedBy)
            : (reporter.ContactName, reporter.Phone);
    }

    // What is agreed in the hours is for the night after them, what is agreed while the desk is closed for that night.
    private static bool IsNightOf(OutOfHoursContactAgreed agreed, Guide guide, Instant now)
    {
        var desk = guide.DeskCalendar;
        if (desk.IsOpen(now))
        {
            return false;
        }
        var closing = desk.IsOpen(agreed.At) ? desk.EndOfWorkingDay(agreed.At) : new(agreed.At);
        var opening = closing.Ok ? desk.NextOpening(closing.Value) : closing;
        return opening.Ok && now < opening.Value;
    }
}

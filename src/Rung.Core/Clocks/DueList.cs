using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Climbing;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>Everything that will fall due on a case as it stands, soonest first.</summary>
public static class DueList
{
    private static readonly Duration Smallest = Duration.FromTicks(10);

    /// <param name="now">The moment the list is made at; dues may lie before it when nobody looked in time.</param>
    public static IReadOnlyList<Due> Of(Guide guide, CaseState state, Instant now)
    {
        var dues = new List<Due>();
        if (state.IsLive)
        {
            var facts = CaseFacts.Of(guide, state, now);
            var clocks = ClockReader.Read(guide, state, now);
            foreach (var reading in clocks)
            {
                AddClock(dues, facts, reading);
            }
            AddHold(dues, state);
            ClosingDues.Add(dues, facts, state);
            AddHandover(dues, facts, state);
            AddPromises(dues, state);
            AddCalls(dues, facts, state);
            LadderDues.Add(dues, facts, clocks);
        }
        dues.Sort((one, other) => (one.At, one.Key, one.Occurrence).CompareTo((other.At, other.Key, other.Occurrence)));
        return dues;
    }

    // A breach is owed for every round that ran out, also one that was stopped late before anybody looked.
    private static void AddClock(List<Due> dues, CaseFacts facts, ClockReading reading)
    {
        var state = facts.State!;
        var target = reading.Target.Id;
        if (reading.RecordedMiss is not null)
        {
            return;
        }
        if ((reading.State == ClockState.Running ? reading.Due : reading.MissedAt) is { } at)
        {
            var undone = state.Missed.Count(missed => missed.Target == target && missed.Round == reading.Round);
            dues.Add(new Due(DueRule.Missed, target, undone, reading.Round, at + Smallest));
        }
        for (var warning = 0; warning < reading.Target.Clock.WarnAt.Count; warning++)
        {
            var when = reading.Target.Clock.WarnAt[warning].When;
            if (Warning(state, reading, warning) is { } due && (facts with { Now = due.At }).Hold(when))
            {
                dues.Add(due);
            }
        }
    }

    private static Due? Warning(CaseState state, ClockReading reading, int warning)
    {
        var rule = reading.Target.Clock.WarnAt[warning];
        var given = state.Warned.Any(one =>
            one.Target == reading.Target.Id && one.Warning == warning && one.Due == reading.Due
        );
        if (given || reading.State != ClockState.Running || reading.Due is not { } due)
        {
            return null;
        }
        var left = Whole(rule.Left ?? reading.Total * (double)(rule.Share ?? 0));
        var begins = reading.CountsWorkingTime ? reading.Calendar.Add(due, -left) : new(due - left);
        var at = begins.Ok ? begins.Value : reading.Start;
        at = Later(Later(at, reading.Start), state.LastEventAt);
        return at < due ? new Due(DueRule.Warning, reading.Target.Id, warning, reading.Round, at) : null;
    }

    private static void AddHold(List<Due> dues, CaseState state)
    {
        if (state.HoldEndsBy is { } ends)
        {
            dues.Add(new Due(DueRule.HoldEnds, null, 0, state.Holds, ends));
        }
    }

    private static void AddHandover(List<Due> dues, CaseFacts facts, CaseState state)
    {
        if (NextHandover(facts, state) is { } next)
        {
            dues.Add(new Due(DueRule.Handover, null, 0, Day(next.Closing), next.Prompt));
        }
    }

    /// <summary>The next closing time before which contacts for the night are to be exchanged; null: there is none.</summary>
    internal static (Instant Closing, Instant Prompt)? NextHandover(CaseFacts facts, CaseState state)
    {
        var desk = facts.Guide.DeskCalendar;
        if (facts.Guide.OutOfHours is not { } work || desk.IsAlwaysOpen || state.IsResolved || state.Hold is not null)
        {
            return null;
        }
        var from = Later(state.HandoverPromptedFor ?? state.Logged.At, state.LastEventAt);
        var closing = desk.EndOfWorkingDay(from);
        if (closing.Ok && IsAgreedFor(closing.Value, state, desk))
        {
            from = closing.Value;
            closing = desk.EndOfWorkingDay(from);
        }
        if (!closing.Ok)
        {
            return null;
        }
        var prompt = Later(closing.Value - work.PromptBefore, from);
        return (facts with { Now = prompt }).Hold(work.ContinuesWhen) ? (closing.Value, prompt) : null;
    }

    private static void AddPromises(List<Due> dues, CaseState state)
    {
        // Two of one sort for one time are missed together; of two within a second the later has its turn after the earlier.
        var open = state.Promises.Where(one => one.State == PromiseState.Open).OrderBy(one => one.Due);
        foreach (var promise in open.DistinctBy(one => (one.For, Occurrence(one))))
        {
            dues.Add(new Due(DueRule.Promise, promise.For.ToString(), 0, Occurrence(promise), promise.Due + Smallest));
        }

        int Occurrence(Promise promise) => (int)(promise.Due - state.Logged.At).TotalSeconds;
    }

    // What was agreed while the desk was closed is for the night that had begun.
    private static bool IsAgreedFor(Instant closing, CaseState state, WorkingCalendar desk) =>
        state.OutOfHours is { } agreed && desk.IsOpen(agreed.At) && desk.EndOfWorkingDay(agreed.At).Value == closing;

    /// <summary>Cut to whole microseconds.</summary>
    internal static Duration Whole(Duration length) => Duration.FromTicks(length.BclCompatibleTicks / 10 * 10);

    private static Instant Later(Instant one, Instant other) => one > other ? one : other;

    private static int Day(Instant closing) => (int)(closing - NodaConstants.UnixEpoch).TotalDays;

    // A call that was missed stays owed; the miss is recorded once for each due that passes.
    private static void AddCalls(List<Due> dues, CaseFacts facts, CaseState state)
    {
        foreach (var call in state.Calls.Where(call => call.MissedAt != call.Due && facts.Owes(call)))
        {
            dues.Add(new Due(DueRule.Call, null, call.Number, call.Tries, call.Due + Smallest));
        }
    }
}

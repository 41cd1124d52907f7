using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>Reads the clocks of a case: a pure fold over its events, the guide and the time.</summary>
public static class ClockReader
{
    /// <summary>One reading for every target that applies and has started, in the guide's order.</summary>
    /// <param name="now">The moment asked about; not before the case's last event for a meaningful answer.</param>
    public static IReadOnlyList<ClockReading> Read(Guide guide, CaseState state, Instant now)
    {
        var facts = CaseFacts.Of(guide, state, now);
        var targets = guide.TargetsOf(state.Logged.Kind);
        var readings = new List<ClockReading>(targets.Count);
        var run = new ClockRun(facts, state);
        foreach (var target in targets)
        {
            if (Read(run.Of(target), target) is { } reading)
            {
                readings.Add(reading);
            }
        }
        return readings;
    }

    /// <summary>The clock that the case is worked by: the first target with role resolve, else restore, else the first.</summary>
    public static ClockReading? Primary(IReadOnlyList<ClockReading> readings) =>
        readings.FirstOrDefault(reading => reading.Target.Role == TargetRole.Resolve)
        ?? readings.FirstOrDefault(reading => reading.Target.Role == TargetRole.Restore)
        ?? (readings.Count > 0 ? readings[0] : null);

    /// <summary>
    /// The primary clock as it would stand if the case had this priority from now on, for those who are about to give it:
    /// a due that lies in the past would be late on arrival (semantics 14). Null: the priority has no target.
    /// </summary>
    public static ClockReading? PrimaryIf(Guide guide, CaseState state, string priority, Instant now)
    {
        var facts = CaseFacts.Of(guide, state, now) with { Priority = priority };
        var run = new ClockRun(facts, state);
        var readings = guide
            .TargetsOf(state.Logged.Kind)
            .Select(target => Read(run.Of(target), target))
            .OfType<ClockReading>();
        return Primary([.. readings]);
    }

    /// <param name="run">Walked for this target.</param>
    internal static ClockReading? Read(ClockRun run, Target target)
    {
        var (facts, state) = (run.Facts, run.State);
        if (run.StartedAt is not { } start || (facts.Priority is null && facts.NeedsPriority))
        {
            return null;
        }
        var time = TimeFor(facts with { HoursAt = start }, target);
        return time is null or { Allow: Allowance.None }
            ? null
            : Frozen(state, Measure(new Question(target, time, run), start));
    }

    /// <summary>
    /// The rounds of a repeating clock before the present one, each as it ended: under the priority that was in force then.
    /// Those that a change of priority superseded without a breach are not among them; nothing was owed in the end. What had
    /// ended before the case was moved to another version of the guide stands as it came out, whatever that one repeats.
    /// </summary>
    internal static IEnumerable<Round> EarlierRounds(CaseFacts facts, CaseState state, Target target)
    {
        if (target.Clock.Repeat != Repeat.EachStop && state.Moved is null)
        {
            yield break;
        }
        foreach (var run in ClockRun.EndedRounds(facts, state, target))
        {
            var start = run.StartedAt!.Value;
            var then = facts with { Priority = PriorityBefore(state, EndOf(run)), HoursAt = start };
            var time = then.Priority is null && then.NeedsPriority ? null : TimeFor(then, target);
            if (time is null or { Allow: Allowance.None })
            {
                continue;
            }
            var asked = new Question(target, time, run.Under(then));
            if (Measure(asked, start) is not { } measured)
            {
                continue;
            }
            var kept = StoodBefore(state, measured);
            var reading = kept?.Onto(measured) ?? measured;
            var isOwn = kept is not null || target.Clock.Repeat == Repeat.EachStop;
            if (isOwn && (reading.IsStopped || reading.RecordedMiss is not null))
            {
                yield return new Round(reading, asked);
            }
        }
    }

    // One that another priority ended was never stopped.
    private static Instant? EndOf(ClockRun run) => run.StoppedAt ?? (run.Bands is [.., { To: var last }] ? last : null);

    // A round that ended as soon as there was a priority was under that one, not under a later.
    private static string? PriorityBefore(CaseState state, Instant? at) =>
        (state.PriorityList.LastOrDefault(set => set.At < at) ?? state.PriorityList.FirstOrDefault())?.Priority;

    /// <summary>
    /// All that is settled of a case's clocks: each round that was stopped, with its verdict, and each breach on record.
    /// </summary>
    internal static IEnumerable<(string Target, int Round, Verdict? Verdict, Instant? Missed)> OnRecord(
        Guide guide,
        CaseState state,
        Instant now
    )
    {
        var facts = CaseFacts.Of(guide, state, now);
        return guide
            .TargetsOf(state.Logged.Kind)
            .SelectMany(target => EarlierRounds(facts, state, target).Select(round => round.Reading))
            .Concat(Read(guide, state, now))
            .Where(one => one.IsStopped || one.RecordedMiss is not null)
            .Select(one => (one.Target.Id, one.Round, one.IsStopped ? Verdict.Of(one) : null, one.RecordedMiss));
    }

    private static ClockReading? Frozen(CaseState state, ClockReading? reading)
    {
        var verdict = reading is null
            ? null
            : state.Closed?.Verdicts?.FirstOrDefault(one => one.Target == reading.Target.Id)
                ?? (IsAnotherPriority(state) ? null : StoodBefore(state, reading));
        return verdict is not null ? verdict.Onto(reading!) : reading;
    }

    // A priority that is set after a move has the clock judged by it, as ever (semantics 14).
    private static bool IsAnotherPriority(CaseState state) =>
        state.Turns is [.., var last] && !ReferenceEquals(last.Priority, state.PrioritySet);

    // The verdict that the case had when it was moved to another version of the guide, where the clock has not gone on since.
    private static Verdict? StoodBefore(CaseState state, ClockReading reading) =>
        state.Moved?.Clocks?.FirstOrDefault(one => one.IsOf(reading))?.Verdict;

    internal static TargetTime? TimeFor(CaseFacts facts, Target target)
    {
        if (!facts.Hold(target.AppliesWhen))
        {
            return null;
        }
        foreach (var time in target.Times)
        {
            if (facts.Hold(time.When))
            {
                return time;
            }
        }
        return null;
    }

    private static ClockReading? Measure(Question asked, Instant start)
    {
        var calendar = asked.CalendarOf(asked.Time);
        var meter = Meter.Of(AgreedDates.Settle(asked.Time.Allow, asked.State, calendar, start), calendar, start);
        if (meter.Problem == ReckoningProblem.NoDue)
        {
            return null;
        }
        return meter.Problem == ReckoningProblem.None
            ? Tally.Of(asked, meter).Reading()
            : Impossible(asked, meter, meter.Problem);
    }

    internal static ClockReading Impossible(Question asked, in Meter meter, ReckoningProblem problem) =>
        new()
        {
            Target = asked.Target,
            Time = asked.Time,
            Calendar = asked.CalendarOf(asked.Time),
            State = ClockState.Impossible,
            Start = asked.Run.StartedAt!.Value,
            Round = asked.Run.Round,
            Total = meter.Total,
            Used = Duration.Zero,
            Problem = problem,
            Note = meter.Note,
            CountsWorkingTime = meter.CountsWorkingTime,
        };

    /// <summary>A round of a repeating clock that ended, and what it was reckoned from.</summary>
    internal sealed record Round(ClockReading Reading, Question Asked)
    {
        /// <summary>Names its ledger among those of its case, whose present round has the target's own id.</summary>
        public string Ledger => $"{Reading.Target.Id}-round-{Reading.Round}";
    }

    internal sealed record Question(Target Target, TargetTime Time, ClockRun Run)
    {
        public CaseFacts Facts => Run.Facts;
        public CaseState State => Run.State;

        public WorkingCalendar CalendarOf(TargetTime time) =>
            Facts.Guide.Calendars[time.Calendar ?? Target.Clock.Calendar];

        /// <summary>The row under which a band was counted, where it is another than the present one.</summary>
        public TargetTime? EarlierRow(Band band) =>
            Target.Clock.OnPriorityChange == OnPriorityChange.CarryUsed
            && band.Priority is { } then
            && then != Facts.Priority
                ? TimeFor(Facts with { Priority = then, HoursAt = Run.StartedAt }, Target)
                : null;
    }
}

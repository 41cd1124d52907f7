using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Climbing;

/// <summary>One ladder on one case: which of its levels are entered by themselves next, and when. Semantics 20 to 23.</summary>
internal sealed class LadderClimb
{
    private readonly CaseFacts _facts;
    private readonly IReadOnlyList<ClockReading> _clocks;
    private readonly Ladder _ladder;
    private readonly Escalation? _active;
    private readonly List<Escalation> _over;
    private readonly List<LadderStop> _stops;

    public LadderClimb(CaseFacts facts, IReadOnlyList<ClockReading> clocks, Ladder ladder)
    {
        (_facts, _clocks, _ladder) = (facts, clocks, ladder);
        _active = State.EscalationOn(ladder.Id);
        _over = [.. State.Escalations.Where(one => one.Ladder == ladder.Id && !one.IsActive)];
        _stops = [.. State.LadderStops.Where(stop => stop.Ladder == ladder.Id)];
    }

    /// <summary>When levels would be entered if nobody had put them off.</summary>
    public bool IgnoresDelays { get; init; }

    private CaseState State => _facts.State!;

    /// <summary>For each level that may be entered by itself the soonest way in.</summary>
    public IEnumerable<Rise> Rises()
    {
        if (State.IsResolved || IsTakenByAnother() || _stops.Exists(stop => stop.To is null))
        {
            return [];
        }
        return _ladder
            .Levels.Where(IsAhead)
            .Select(level => Ways(level).MinBy(rise => rise.At))
            .OfType<Rise>()
            .Where(rise => !IsSecondChoice(rise.At));
    }

    private IEnumerable<Rise> Ways(Level level) => level.Entries.Select((_, entry) => Way(level, entry)).OfType<Rise>();

    private Rise? Way(Level level, int entry) =>
        level.Entries[entry] switch
        {
            Entry.ByTime time when !IsOver(level, time.Until) => ByTime(level, entry, time),
            Entry.ByTarget target when !IsOver(level, target.Until) => ByTarget(level, entry, target),
            Entry.ByCondition condition when !IsSpent(level, entry, null) => At(
                new Rise(_ladder, level, entry, null, State.LastEventAt),
                condition.When
            ),
            _ => null,
        };

    private Rise? ByTime(Level level, int entry, Entry.ByTime time)
    {
        if (AnchorOf(level, time.Anchor) is not { } anchor || IsSpent(level, entry, anchor))
        {
            return null;
        }
        var calendar = _facts.Guide.Calendars[time.Calendar ?? CalendarOf(time.Anchor)];
        var rise = _stops.DueFrom(time.After, anchor, calendar) is { } due
            ? new Rise(_ladder, level, entry, anchor, due)
            {
                FollowsMiss = Target(time.Anchor) is not null && due == anchor,
            }
            : null;
        return rise is null ? null : At(rise, time.When);
    }

    private Rise? ByTarget(Level level, int entry, Entry.ByTarget target)
    {
        if (_clocks.FirstOrDefault(one => one.Target.Id == target.Target) is not { } clock)
        {
            return null;
        }
        var isMiss = target.Used == 1;
        if ((isMiss ? MissOf(clock) : Share(clock, target)) is not { } due || IsSpent(level, entry, clock.Start))
        {
            return null;
        }
        return At(new Rise(_ladder, level, entry, clock.Start, due) { FollowsMiss = isMiss }, target.When);
    }

    // Never before the last event, which may be what made it owed; what lay before the end of an escalation is over with it.
    private Rise? At(Rise rise, When when)
    {
        if (rise.Anchor is not null && _over is [.., { Ended: { } ended }] && rise.At <= ended.At)
        {
            return null;
        }
        var holds = new List<When> { when };
        if (_active is null)
        {
            holds.Add(_ladder.AppliesWhen);
        }
        if (_ladder.SuspendWhen is { } suspend)
        {
            holds.Add(new When.Not(suspend));
        }
        var delay = IgnoresDelays ? null : _active?.Delays.LastOrDefault(one => one.Level == rise.Level.Number);
        var delayed = delay?.Until ?? rise.At;
        var from = Instant.Max(Instant.Max(rise.At, delayed), State.LastEventAt);
        return WhenFirst.Holds(_facts, holds is [var only] ? only : new When.All(holds), from) is { } at
            ? rise with
            {
                At = at,
                FollowsMiss = rise.FollowsMiss && at == rise.At,
            }
            : null;
    }

    // One level after another where the guide says so; any that was not entered yet where it does not.
    private bool IsAhead(Level level) =>
        _active is null
        || (
            _ladder.Mode == LadderMode.Free
                ? _active.Entered.All(entered => entered.Level != level.Number)
                : _active.Entered.All(entered => entered.Level < level.Number)
        );

    private bool IsOver(Level level, UntilWhat until) => until == UntilWhat.Acknowledged && IsAcknowledged(level);

    // Somebody took the case, or accepted the level before; for a level that follows another, since that one was entered.
    private bool IsAcknowledged(Level level)
    {
        var since = Before(level)?.At ?? Instant.MinValue;
        return State.MarkList.Exists(mark => mark.Moment == CaseMoment.Assigned && mark.At >= since)
            || _active?.Engagements.Any(engaged =>
                engaged.Outcome == EngagementOutcome.Accepted && engaged.ContactedAt >= since
            ) == true;
    }

    private Instant? AnchorOf(Level level, string anchor) =>
        anchor switch
        {
            "caseStart" => Instant.Max(State.Logged.ClockStart, State.Logged.At),
            "levelEntered" => Before(level)?.Effective,
            _ when Target(anchor) is { } id => _clocks.FirstOrDefault(one => one.Target.Id == id) is { } clock
                ? MissOf(clock)
                : null,
            _ => Moment(anchor),
        };

    // The level before: where levels may be left out, the last that was entered below this one.
    private Escalated? Before(Level level) =>
        _active?.Entered.LastOrDefault(entered =>
            _ladder.Mode == LadderMode.Free ? entered.Level < level.Number : entered.Level == level.Number - 1
        );

    private Instant? Moment(string anchor)
    {
        if (!Guides.Reading.Words<CaseMoment>.TryRead(anchor, out var moment))
        {
            return null;
        }
        var isOver =
            (moment == CaseMoment.Held && State.Hold is null) || (moment == CaseMoment.WaitBegan && State.Wait is null);
        var mark = isOver ? -1 : State.MarkList.FindLastIndex(one => one.Moment == moment);
        return mark < 0 ? null : State.MarkList[mark].At;
    }

    // Of the present round, while it still runs or was missed on the way.
    private static Instant? MissOf(ClockReading clock) =>
        clock.IsStopped ? null : clock.RecordedMiss ?? clock.MissedAt ?? clock.Due;

    private static Instant? Share(ClockReading clock, Entry.ByTarget target)
    {
        if (clock is not { State: ClockState.Running, Due: { } due })
        {
            return null;
        }
        var left = Clocks.DueList.Whole(target.Left ?? clock.Total * (double)(1 - target.Used!.Value));
        var at = clock.CountsWorkingTime ? clock.Calendar.Add(due, -left) : new(due - left);
        return at.Ok ? Instant.Max(at.Value, clock.Start) : due;
    }

    // Once for each thing it is counted from, over all escalations of the case.
    private bool IsSpent(Level level, int entry, Instant? anchor) =>
        State
            .Escalations.Where(one => one.Ladder == _ladder.Id)
            .SelectMany(one => one.Entered)
            .Any(entered => entered.Level == level.Number && entered.Entry == entry && entered.Anchor == anchor);

    // Of ladders with one function a case climbs one; ladders of several functions stand beside each other.
    private bool IsTakenByAnother() =>
        _active is null
        && State.Escalations.Any(one => one.IsActive && _facts.Guide.Ladder(one.Ladder)?.Function == _ladder.Function);

    private bool IsSecondChoice(Instant at) =>
        _active is null
        && _facts
            .Guide.Ladders.TakeWhile(one => one.Id != _ladder.Id)
            .Any(one => one.Function == _ladder.Function && (_facts with { Now = at }).Hold(one.AppliesWhen));

    private string CalendarOf(string anchor) =>
        _clocks.FirstOrDefault(one => one.Target.Id == Target(anchor))?.Calendar.Id ?? _facts.Guide.Desk.Calendar;

    private static string? Target(string anchor) =>
        anchor.StartsWith("target:", StringComparison.Ordinal) ? anchor["target:".Length..] : null;
}

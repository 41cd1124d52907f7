using System.Runtime.InteropServices;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>
/// Walks a case's marks for one target after another and yields the bands of the target's present round. What it yields
/// holds until it walks again.
/// </summary>
internal sealed partial class ClockRun(CaseFacts facts, CaseState state)
{
    private const int MostBandsAtFirst = 24;

    // Bands are large and many: a list that grows would copy them again and again, and one serves all targets.
    private readonly List<Band> _bands = new(Math.Min(state.MarkList.Count, MostBandsAtFirst));
    private Target _target = null!;
    private ClockRule _rule = null!;
    private string? _heldFor;
    private string? _waitsFor;
    private Instant? _openFrom;
    private BandKind _openKind;
    private Mark _stop;
    private string? _priority;
    private List<ClockRun>? _ended;
    private int _turn;

    public CaseFacts Facts => facts;
    public CaseState State => state;
    public List<Band> Bands => _bands;
    public Instant? StartedAt { get; private set; }
    public Instant? StoppedAt { get; private set; }
    public int Round { get; private set; }

    /// <summary>When the present round's band still runs or pauses.</summary>
    public Instant? OpenFrom => _openFrom;
    public BandKind OpenKind => _openKind;

    /// <summary>The hold or wait reason for which it stands still; null while none holds it.</summary>
    public string? HeldFor => _heldFor ?? _waitsFor;

    public ClockRun Of(Target target)
    {
        (_target, _rule) = (target, target.Clock);
        _bands.Clear();
        (_heldFor, _waitsFor, _priority) = (null, null, null);
        (_openFrom, _openKind, _stop) = (null, default, default);
        (StartedAt, StoppedAt, Round, _turn) = (null, null, 0, 0);
        var marks = CollectionsMarshal.AsSpan(state.MarkList);
        for (var index = 0; index < marks.Length; index++)
        {
            TurnBefore(index);
            Take(marks[index]);
        }
        TurnBefore(marks.Length);
        return this;
    }

    /// <summary>The rounds before the present one, each as it was when the next began.</summary>
    public static IReadOnlyList<ClockRun> EndedRounds(CaseFacts facts, CaseState state, Target target)
    {
        var ended = new List<ClockRun>();
        new ClockRun(facts, state) { _ended = ended }.Of(target);
        return ended;
    }

    /// <summary>The same stretches as they are judged by other facts.</summary>
    public ClockRun Under(CaseFacts then)
    {
        var same = new ClockRun(then, state)
        {
            _target = _target,
            _rule = _rule,
            StartedAt = StartedAt,
            StoppedAt = StoppedAt,
            Round = Round,
            _stop = _stop,
        };
        same._bands.AddRange(_bands);
        return same;
    }

    /// <summary>Whether it counted at the instant; the end of a stretch is outside it.</summary>
    public bool RanAt(Instant at) =>
        (_openFrom <= at && _openKind == BandKind.Running)
        || _bands.Exists(band => band.Kind == BandKind.Running && band.From <= at && at < band.To);

    private void Take(Mark mark)
    {
        switch (mark.Moment)
        {
            case CaseMoment.Held when IsPausedByHold(mark.Detail):
                Turn(mark.At, mark.Detail, _waitsFor);
                break;
            case CaseMoment.Resumed:
                Turn(mark.At, null, _waitsFor);
                break;
            case CaseMoment.WaitBegan:
                Turn(mark.At, _heldFor, IsPausedByWait(mark.Detail) ? mark.Detail : null);
                break;
            case CaseMoment.WaitEnded:
                Turn(mark.At, _heldFor, null);
                break;
            case CaseMoment.Rejected:
                Undo(mark);
                break;
            case CaseMoment.PrioritySet or CaseMoment.PriorityChanged:
                Change(mark);
                break;
        }
        if (IsStop(mark))
        {
            Stop(mark);
        }
        // Resolving ends hold and wait, also for a clock that goes on.
        if (mark.Moment is CaseMoment.Resolved or CaseMoment.Closed)
        {
            Turn(mark.At, null, null);
        }
        if (Starts(mark))
        {
            Start(mark);
        }
    }

    private bool IsPausedByHold(string? reason) =>
        reason is not null && Pauses(reason, facts.Guide.HoldReason(reason)?.Pauses);

    private bool IsPausedByWait(string? reason) =>
        reason is not null && Pauses(reason, facts.Guide.WaitReason(reason)?.Pauses);

    // What came before the case was moved paused what the version of then said.
    private bool Pauses(string reason, Pauses? now) =>
        (
            _turn < state.Turns.Length
                ? state.Turns[_turn].Moved.Pausing?.Contains(reason) == true
                : now == Guides.Pauses.AllClocks
        )
        && _rule.Counting == Counting.ByTheGuide
        && !_rule.RunsThrough.Contains(reason);

    private bool Starts(Mark mark) =>
        StartedAt is null
            ? _rule.IsStartedBy(mark.Moment)
            : RestartsOnChange(mark)
                || (
                    _rule.Repeat == Repeat.EachStop
                    && StoppedAt is not null
                    && _stop.Moment is not (CaseMoment.Resolved or CaseMoment.Closed)
                    && _rule.IsStoppedBy(mark.Moment)
                );

    private bool RestartsOnChange(Mark mark) =>
        mark.Moment == CaseMoment.PriorityChanged
        && _rule.OnPriorityChange == OnPriorityChange.FromChange
        && StoppedAt is null;

    private bool IsStop(Mark mark) =>
        StoppedAt is null
        && StartedAt is not null
        && (
            mark.Moment == CaseMoment.Closed
            || (mark.Moment == CaseMoment.Resolved && _rule.Repeat == Repeat.EachStop)
            || _rule.IsStoppedBy(mark.Moment)
            || (mark.Moment == CaseMoment.DispositionGiven && Meets(mark.Detail))
        );

    private bool Meets(string? disposition) =>
        Outcome(disposition) is { } given && given.Meets.Contains(_target.Id) && !IsLost(given);

    private Disposition? Outcome(string? id) => facts.Guide.Dispositions.FirstOrDefault(one => one.Id == id);

    // ESS-64: an outcome is for some priorities only; raised to another, the case is judged as if it had not been given.
    private bool IsLost(Disposition given) =>
        _priority != facts.Priority
        && !facts.Hold(given.AppliesWhen)
        && (facts with { Priority = _priority }).Hold(given.AppliesWhen);

    private void Start(Mark mark)
    {
        var at = _rule.Counting == Counting.ByLaw ? state.Logged.FirstReceivedAt : mark.At;
        // A round that a change of priority ends was not stopped, and ran until then.
        Shut(mark.At);
        Begin(at);
        StoppedAt = null;
        Open(at, HeldFor is null ? BandKind.Running : BandKind.Paused);
    }

    private void Begin(Instant at)
    {
        if (_ended is not null && Round > 0)
        {
            _ended.Add(Under(facts));
        }
        _bands.Clear();
        StartedAt = at;
        Round++;
    }

    private void Stop(Mark mark)
    {
        Shut(mark.At);
        StoppedAt = mark.At;
        _stop = mark;
        _openFrom = null;
    }

    private void Turn(Instant at, string? heldFor, string? waitsFor)
    {
        var reason = heldFor ?? waitsFor;
        if (_openFrom is not null && reason != HeldFor)
        {
            Shut(at);
            Open(at, reason is null ? BandKind.Running : BandKind.Paused);
        }
        (_heldFor, _waitsFor) = (heldFor, waitsFor);
    }

    // Semantics 24: where the resolution is itself a word to the customer, the next one is owed from there.
    // the clock goes on from the minutes used before the resolution; resolved time is left out.
    private void Undo(Mark mark)
    {
        if (StoppedAt is { } stopped && IsResolution(_stop))
        {
            if (_rule.Repeat == Repeat.EachStop && _rule.IsStoppedBy(CaseMoment.Resolved))
            {
                Begin(stopped);
            }
            Open(stopped, BandKind.Resolved);
            Shut(mark.At);
            StoppedAt = null;
            Open(mark.At, BandKind.Running);
        }
    }

    // An outcome that resolves the case is a resolution as any other; one that leaves it open stands whatever comes.
    private bool IsResolution(Mark stop) =>
        stop.Moment == CaseMoment.Resolved
        || (stop.Moment == CaseMoment.DispositionGiven && Outcome(stop.Detail)?.Effect == DispositionEffect.Resolves);

    // What was used under the old priority stays as it was counted then.
    private void Change(Mark mark)
    {
        if (_openFrom is not null && _priority is not null && _rule.OnPriorityChange == OnPriorityChange.CarryUsed)
        {
            Shut(mark.At);
            Open(mark.At, _openKind);
        }
        _priority = mark.Detail;
    }

    private void Open(Instant at, BandKind kind)
    {
        _openFrom = at < StartedAt ? StartedAt : at;
        _openKind = kind;
    }

    private void Shut(Instant at)
    {
        if (_openFrom is { } from && at > from)
        {
            _bands.Add(new Band(from, at, _openKind, _openKind == BandKind.Paused ? HeldFor : null, _priority));
        }
    }
}

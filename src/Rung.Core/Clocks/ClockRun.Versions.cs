using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

// How a clock goes on when its case is moved to another version of the guide.
internal sealed partial class ClockRun
{
    /// <summary>How the present round stands, to go on from.</summary>
    /// <param name="verdict">How it came out; null: it goes on.</param>
    public ClockStanding Standing(Verdict? verdict) =>
        new(_target.Id, Round, StartedAt!.Value)
        {
            Bands = [.. _bands],
            OpenFrom = _openFrom,
            PausedFor = _openFrom is null || _openKind == BandKind.Running ? null : HeldFor,
            StoppedAt = StoppedAt,
            StoppedBy =
                StoppedAt is null ? null
                : IsResolution(_stop) ? CaseMoment.Resolved
                : _stop.Moment,
            Disposition = StoppedAt is null || _stop.Moment != CaseMoment.DispositionGiven ? null : _stop.Detail,
            Verdict = verdict,
        };

    private void TurnBefore(int mark)
    {
        while (_turn < state.Turns.Length && state.Turns[_turn].Marks <= mark)
        {
            Take(state.Turns[_turn++]);
        }
    }

    // As the version that the case left had read it; from here on it pauses by what the one says that it was moved to.
    private void Take(VersionTurn turn)
    {
        if (turn.Moved.Present(_target.Id) is { } stood && !IsLost(stood))
        {
            Resume(stood);
            _ended?.Clear();
            _ended?.AddRange(turn.Moved.Earlier(_target.Id).Select(Ended));
        }
        Turn(turn.Moved.At, IsPausedByHold(turn.Hold) ? turn.Hold : null, IsPausedByWait(turn.Wait) ? turn.Wait : null);
    }

    private bool IsLost(ClockStanding stood) => Outcome(stood.Disposition) is { } given && IsLost(given);

    private void Resume(ClockStanding stood)
    {
        _bands.Clear();
        _bands.AddRange(stood.Bands);
        (Round, StartedAt, StoppedAt) = (stood.Round, stood.Start, stood.StoppedAt);
        _stop = stood is { StoppedAt: { } at, StoppedBy: { } by } ? new Mark(at, by, stood.Disposition) : default;
        (_heldFor, _waitsFor) = (stood.PausedFor, null);
        _openFrom = stood.OpenFrom;
        _openKind = stood.PausedFor is null ? BandKind.Running : BandKind.Paused;
    }

    private ClockRun Ended(ClockStanding stood)
    {
        var ended = new ClockRun(facts, state) { _target = _target, _rule = _rule };
        ended.Resume(stood);
        return ended;
    }
}

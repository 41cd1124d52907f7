using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>Adds up the bands of a run: used so far, the due instant, and when the allowance ran out.</summary>
internal struct Tally
{
    private readonly ClockReader.Question _asked;
    private readonly Meter _meter;
    private Duration _used;
    private Instant _resumedAt;
    private Instant? _ranOut;
    private CalendarNote _note;
    private ReckoningProblem _problem;

    private Tally(ClockReader.Question asked, Meter meter)
    {
        _asked = asked;
        _meter = meter;
        _used = Duration.Zero;
        _note = meter.Note;
    }

    public static Tally Of(ClockReader.Question asked, Meter meter)
    {
        var tally = new Tally(asked, meter) { _resumedAt = asked.Run.StartedAt!.Value };
        foreach (var band in asked.Run.Bands)
        {
            if (band.Kind == BandKind.Running && asked.EarlierRow(band) is { } row)
            {
                tally.Carry(band, row);
            }
            else if (band.Kind == BandKind.Running)
            {
                tally.Run(band.From, band.To!.Value);
            }
        }
        if (asked.Run is { OpenFrom: { } from, OpenKind: BandKind.Running })
        {
            tally.Run(from, asked.Facts.Now);
        }
        return tally;
    }

    public readonly ClockReading Reading()
    {
        var run = _asked.Run;
        var paused = run is { OpenFrom: not null, OpenKind: BandKind.Paused };
        var due =
            paused ? new Reckoning<Instant>(default)
            : _ranOut is { } out1 ? new Reckoning<Instant>(out1)
            : Due();
        if (_problem != ReckoningProblem.None || !due.Ok)
        {
            var problem = _problem == ReckoningProblem.None ? due.Problem : _problem;
            return ClockReader.Impossible(_asked, _meter, problem);
        }
        var recorded = Recorded();
        var missed = Earlier(_ranOut, recorded?.At);
        return new ClockReading
        {
            Target = _asked.Target,
            Time = _asked.Time,
            Calendar = _asked.CalendarOf(_asked.Time),
            State =
                run.StoppedAt is null ? (paused ? ClockState.Paused : ClockState.Running)
                : missed is null ? ClockState.Met
                : ClockState.Missed,
            Start = run.StartedAt!.Value,
            Round = run.Round,
            Total = _meter.Total,
            Used = _used,
            Due = paused ? null : due.Value,
            MissedAt = missed,
            RecordedMiss = recorded?.At,
            Arrival = recorded?.Arrival ?? ArrivalOf(missed),
            StoppedAt = run.StoppedAt,
            PausedSince = paused ? run.OpenFrom : null,
            PauseReason = paused ? run.HeldFor : null,
            CountsWorkingTime = _meter.CountsWorkingTime,
            Note = _note | due.Note,
        };
    }

    private readonly Reckoning<Instant> Due() => _meter.DueFrom(_resumedAt, _meter.Total - Before());

    // Used when the last running band began: what the due is counted on from.
    private readonly Duration Before() => _used - _last;

    private Duration _last;

    // Counted as the row says that was in force then; whether it ran out was settled then.
    private void Carry(Band band, Guides.TargetTime row)
    {
        var meter = Meter.Of(row.Allow, _asked.CalendarOf(row), _asked.Run.StartedAt!.Value);
        _used += meter.Measure(band.From, band.To!.Value);
        (_last, _resumedAt) = (Duration.Zero, band.To!.Value);
    }

    private void Run(Instant from, Instant to)
    {
        _resumedAt = from;
        if (_ranOut is null)
        {
            var due = _meter.DueFrom(from, _meter.Total - _used);
            _note |= due.Note;
            _problem = due.Ok ? _problem : due.Problem;
            if (due.Ok && due.Value < to)
            {
                _ranOut = due.Value;
            }
        }
        _last = _meter.Measure(from, to);
        _used += _last;
    }

    // A breach already recorded stays (semantics 14).
    private readonly TargetMissed? Recorded()
    {
        TargetMissed? first = null;
        foreach (var missed in _asked.State.Missed)
        {
            var mine = missed.Target == _asked.Target.Id && missed.Round == _asked.Run.Round;
            if (mine && Stands(missed) && (first is null || missed.At < first.At))
            {
                first = missed;
            }
        }
        return first;
    }

    // What was entered later may show that the clock did not run then, or ran towards another due (semantics 37).
    private readonly bool Stands(TargetMissed missed) =>
        _asked.Run.RanAt(missed.At)
        && !_asked.State.PriorityList.Exists(set => set.At <= missed.At && set.RecordedAt > missed.RecordedAt);

    // Overdue already when the priority, or the version of the guide, came to apply.
    private readonly Arrival ArrivalOf(Instant? missed) =>
        missed < _asked.State.PrioritySet?.At || missed < _asked.State.Moved?.At
            ? Arrival.LateOnArrival
            : Arrival.InTime;

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is null ? other
        : other is null ? one
        : one < other ? one
        : other;
}

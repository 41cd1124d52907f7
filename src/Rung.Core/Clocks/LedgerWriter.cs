using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>Writes the ledger of a clock: the same walk as the reading, segment by segment.</summary>
public sealed class LedgerWriter
{
    private readonly Guide _guide;
    private readonly CaseState? _state;
    private readonly ClockReading _reading;
    private readonly Basis _present;
    private readonly List<LedgerSegment> _segments = [];

    private LedgerWriter(Guide guide, CaseState? state, ClockReading reading)
    {
        _guide = guide;
        _state = state;
        _reading = reading;
        _present = new Basis(reading.Calendar, reading.CountsWorkingTime, reading.Time.Cite);
    }

    /// <summary>The ledgers of all clocks of the case, in the guide's order.</summary>
    public static IReadOnlyList<Ledger> Write(Guide guide, CaseState state, Instant now)
    {
        var facts = CaseFacts.Of(guide, state, now);
        var run = new ClockRun(facts, state);
        var ledgers = new List<Ledger>();
        foreach (var target in guide.TargetsOf(state.Logged.Kind))
        {
            if (ClockReader.Read(run.Of(target), target) is { } reading)
            {
                var asked = new ClockReader.Question(target, reading.Time, run);
                ledgers.Add(new LedgerWriter(guide, state, reading).Write(asked));
            }
        }
        return ledgers;
    }

    /// <summary>
    /// The ledgers of the rounds before the present one, each as its round ended and named with its number: <c>update-round-2</c>.
    /// </summary>
    internal static IReadOnlyList<Ledger> WriteEarlierRounds(CaseFacts facts, CaseState state) =>
        [
            .. facts
                .Guide.TargetsOf(state.Logged.Kind)
                .SelectMany(target => ClockReader.EarlierRounds(facts, state, target))
                .Select(round => new LedgerWriter(facts.Guide, state, Named(round)).Write(round.Asked)),
        ];

    private static ClockReading Named(ClockReader.Round round) =>
        round.Reading with
        {
            Target = round.Reading.Target with { Id = round.Ledger },
        };

    /// <summary>The ledger of a clock that nothing pauses: it runs from its start to its due.</summary>
    /// <param name="reading">With a due.</param>
    /// <param name="since">From when on it is told; what comes before the start does not count.</param>
    internal static Ledger Write(Guide guide, ClockReading reading, Instant since, Instant now)
    {
        var writer = new LedgerWriter(guide, null, reading);
        var (present, due) = (writer._present, reading.Due!.Value);
        var starts = reading.StoppedAt is { } stopped ? Instant.Min(stopped, reading.Start) : reading.Start;
        writer.Add(since, starts, new(SegmentKind.NotStarted, "counts from here", guide.Desk.Cite), present);
        writer.Run(new(reading.Start, reading.Moved?.From ?? due), now, present);
        if (reading.Moved is { } moved)
        {
            writer.Run(new(moved.From, due), now, present with { Calendar = moved.Within, Working = true });
        }
        writer.Split(due, now, SegmentKind.Overdue, present);
        return new Ledger(reading, writer._segments);
    }

    private void Run(Interval span, Instant now, Basis basis)
    {
        Split(span.Start, Instant.Min(span.End, now), SegmentKind.Counted, basis);
        if (_reading.State == ClockState.Running)
        {
            Split(Instant.Max(span.Start, now), span.End, SegmentKind.ToCome, basis);
        }
    }

    private Ledger Write(ClockReader.Question asked)
    {
        var (run, now) = (asked.Run, asked.Facts.Now);
        if (_reading.State == ClockState.Impossible)
        {
            return new Ledger(_reading, []);
        }
        BeforeStart(run);
        foreach (var band in run.Bands)
        {
            Add(band, band.To!.Value, asked.EarlierRow(band) is { } row ? Earlier(asked, row) : _present);
        }
        if (run.OpenFrom is { } from && now > from)
        {
            Add(new Band(from, null, run.OpenKind, run.HeldFor, null), now, _present);
        }
        if (_reading is { State: ClockState.Running, Due: { } due })
        {
            Split(_segments.Count > 0 ? _segments[^1].To : _reading.Start, due, SegmentKind.ToCome, _present);
        }
        return new Ledger(_reading, _segments);
    }

    private static Basis Earlier(ClockReader.Question asked, TargetTime row) =>
        new(asked.CalendarOf(row), row.Allow.CountsWorkingTime, row.Cite);

    private void BeforeStart(ClockRun run)
    {
        var logged = _state!.Logged;
        if (run.Round == 1 && logged.At < _reading.Start && _reading.Start == logged.ClockStart)
        {
            var ends = _reading.StoppedAt is { } stopped && stopped < _reading.Start ? stopped : _reading.Start;
            Add(logged.At, ends, new(SegmentKind.NotStarted, "counts from here", logged.StartCite), _present);
        }
    }

    private void Add(Band band, Instant to, Basis basis)
    {
        switch (band.Kind)
        {
            case BandKind.Running:
                Count(band.From, to, basis);
                break;
            case BandKind.Paused:
                var hold = _guide.HoldReason(band.Reason);
                var why = hold?.Name ?? band.Reason ?? "on hold";
                Add(band.From, to, new(SegmentKind.Paused, why, hold?.Cite ?? _reading.Target.Cite), basis);
                break;
            case BandKind.Resolved:
                Add(
                    band.From,
                    to,
                    new(SegmentKind.Resolved, "resolved, then not confirmed", _guide.Closing.Cite),
                    basis
                );
                break;
            default:
                throw new NotSupportedException($"No segment for {band.Kind}.");
        }
    }

    // What ran past the due instant is told apart, so that the rest adds up to the allowance.
    private void Count(Instant from, Instant to, Basis basis)
    {
        var due = basis == _present && _reading.Due is { } at && at < to ? at : to;
        Split(from, due, SegmentKind.Counted, basis);
        Split(due > from ? due : from, to, SegmentKind.Overdue, basis);
    }

    private void Split(Instant from, Instant to, SegmentKind open, Basis basis)
    {
        if (to <= from)
        {
            return;
        }
        if (!basis.Working)
        {
            Add(from, to, new(open, "elapsed time", basis.Cite), basis);
            return;
        }
        foreach (var stretch in basis.Calendar.Stretches(from, to))
        {
            var isOpen = stretch.Kind == StretchKind.Open;
            var (why, cite) = isOpen ? ("open hours", basis.Cite) : (ClosedBecause(stretch), _guide.Desk.Cite);
            Add(stretch.From, stretch.To, new(isOpen ? open : SegmentKind.Closed, why, cite), basis);
        }
    }

    private void Add(Instant from, Instant to, Meaning meaning, Basis basis)
    {
        if (to <= from)
        {
            return;
        }
        var length = basis.Measure(from, to);
        var counts = meaning.Kind is SegmentKind.Counted or SegmentKind.ToCome or SegmentKind.Overdue;
        _segments.Add(
            new LedgerSegment(
                from,
                to,
                meaning.Kind,
                counts ? length : Duration.Zero,
                meaning.Kind == SegmentKind.Paused ? length : Duration.Zero,
                meaning.Why,
                meaning.Cite
            )
        );
    }

    private static string ClosedBecause(Stretch stretch) =>
        stretch.Kind switch
        {
            StretchKind.OutsideHours => "desk closed",
            StretchKind.NonWorkingDay => "not a working day",
            StretchKind.Holiday => stretch.Label ?? "public holiday",
            StretchKind.DatedHours => stretch.Label ?? "closed on this date",
            _ => throw new NotSupportedException($"No words for {stretch.Kind}."),
        };

    /// <summary>What a stretch is to the clock, why, and which paragraph says so.</summary>
    private sealed record Meaning(SegmentKind Kind, string Why, string Cite);

    /// <summary>How a stretch is counted.</summary>
    private sealed record Basis(WorkingCalendar Calendar, bool Working, string Cite)
    {
        public Duration Measure(Instant from, Instant to) => Working ? Calendar.Between(from, to).Value : to - from;
    }
}

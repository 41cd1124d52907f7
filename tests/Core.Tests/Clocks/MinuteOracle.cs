using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Tests.Clocks;

/// <summary>
/// What the resolve clock of the schools guide must say, found by walking minute by minute through the events with the
/// words of the requirements in hand (A-01, A-02, A-06, A-08, A-10, A-14; ESS-64: outcomes are for P3 to P5). Shares no code with the engine.
/// </summary>
internal sealed class MinuteOracle
{
    private const int Horizon = 400 * 24 * 60;

    private readonly RandomDesk _desk;
    private readonly CaseEvent[] _events;
    private readonly Instant _start;
    private readonly bool _elapsed;
    private int _counted;
    private Instant? _usedUp;
    private Instant? _goesOnFrom;

    public MinuteOracle(RandomDesk desk, IReadOnlyList<CaseEvent> events, Instant now)
    {
        _desk = desk;
        _start = events.OfType<CaseLogged>().Single().ClockStart;
        var priority = events.OfType<PrioritySet>().OrderBy(set => set.At).Last().Priority;
        _elapsed = priority == "P1";
        var heard = events.Where(happened => happened is not DispositionGiven || priority is not ("P1" or "P2"));
        _events = [.. WithoutTakenBack(heard.OrderBy(happened => happened.At).ToList())];
        Total = priority switch
        {
            "P1" => 240,
            "P2" => 600,
            "P3" => 1800,
            "P4" => 2400,
            _ => 3000,
        };
        Walk(now);
    }

    public int Total { get; }
    public int Used { get; private set; }
    public bool IsPaused { get; private set; }
    public Instant? StoppedAt { get; private set; }

    /// <summary>When the allowance was used up while it still ran.</summary>
    public Instant? RanOut { get; private set; }

    /// <summary>When it will be used up if nothing else happens.</summary>
    public Instant? Due { get; private set; }

    /// <summary>Minutes that pauses kept from counting.</summary>
    public int Withheld { get; private set; }

    private void Walk(Instant now)
    {
        var (index, held, stopped, forGood) = (0, false, false, false);
        for (var minute = 0; minute < Horizon; minute++)
        {
            var at = _start + Duration.FromMinutes(minute);
            for (; index < _events.Length && _events[index].At <= at && _events[index].At <= now; index++)
            {
                (held, stopped, forGood) = Step(_events[index], held, stopped, forGood);
                StoppedAt = stopped ? StoppedAt ?? _events[index].At : null;
            }
            IsPaused = held && !stopped;
            _goesOnFrom = held || stopped ? null : _goesOnFrom ?? at;
            if (at >= now && (held || stopped || _usedUp is not null))
            {
                Due = held || stopped ? null : RanOut ?? Exhausted();
                return;
            }
            RanOut ??= held || stopped || at >= now ? null : Exhausted();
            Count(at, now, IsPaused, stopped);
        }
    }

    private void Count(Instant at, Instant now, bool held, bool stopped)
    {
        if (stopped || !(_elapsed || _desk.IsOpen(at)))
        {
            return;
        }
        if (held)
        {
            Withheld++;
            return;
        }
        Used += at < now ? 1 : 0;
        if (++_counted == Total)
        {
            _usedUp = at + Duration.FromMinutes(1);
        }
    }

    // Stopped with nothing left it is in time; when it goes on after that, it is out of time from there.
    private Instant? Exhausted() =>
        _usedUp is not { } used ? null
        : _goesOnFrom > used ? _goesOnFrom
        : used;

    private static (bool Held, bool Stopped, bool ForGood) Step(
        CaseEvent happened,
        bool held,
        bool stopped,
        bool forGood
    ) =>
        happened switch
        {
            Held => (true, stopped, forGood),
            Resumed => (false, stopped, forGood),
            Resolved or Closed => (false, true, forGood),
            DispositionGiven => (held, true, true),
            Rejected => (held, forGood, forGood),
            _ => (held, stopped, forGood),
        };

    // A rejection whose reply was taken as the confirmation after all never happened.
    private static IEnumerable<CaseEvent> WithoutTakenBack(List<CaseEvent> events) =>
        events.Where(
            (happened, index) =>
                happened is not Rejected
                || events.Skip(index + 1).FirstOrDefault(later => later is Resolved or Confirmed)
                    is not Confirmed confirmed
                || confirmed.At != happened.At
        );
}

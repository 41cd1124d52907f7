using NodaTime;
using Rung.Core.Time;

namespace Rung.Bench.Clock;

/// <summary>Batches of questions with inputs drawn beforehand, at random and always the same.</summary>
public sealed class ClockQuestions
{
    /// <summary>Questions in a batch: too many to be learnt by a branch predictor, few enough to leave the caches alone.</summary>
    public const int Count = 8_192;

    private readonly WorkingCalendar _calendar;
    private readonly Instant[] _from = new Instant[Count];
    private readonly Instant[] _to = new Instant[Count];
    private readonly Duration[] _amounts = new Duration[Count];
    private readonly Duration[] _negative = new Duration[Count];

    /// <summary>Draws the inputs: instants over ten years.</summary>
    /// <param name="hours">Amounts are up to so many working hours.</param>
    public ClockQuestions(WorkingCalendar calendar, long hours = 400)
    {
        _calendar = calendar;
        var random = new Random(7);
        for (var i = 0; i < Count; i++)
        {
            _from[i] = At(random.NextDouble());
            _to[i] = At(random.NextDouble());
            _amounts[i] = Duration.FromNanoseconds(random.NextInt64(1, hours * NodaConstants.NanosecondsPerHour));
            _negative[i] = -_amounts[i];
            (_from[i], _to[i]) = (Instant.Min(_from[i], _to[i]), Instant.Max(_from[i], _to[i]));
        }
    }

    /// <summary>When is the amount used up?</summary>
    public long Add()
    {
        var last = Instant.MinValue;
        for (var i = 0; i < Count; i++)
        {
            last = Instant.Max(last, _calendar.Add(_from[i], _amounts[i]).Value);
        }

        return last.ToUnixTimeTicks();
    }

    /// <summary>When must it have begun?</summary>
    public long Subtract()
    {
        var last = Instant.MinValue;
        for (var i = 0; i < Count; i++)
        {
            last = Instant.Max(last, _calendar.Add(_to[i], _negative[i]).Value);
        }

        return last.ToUnixTimeTicks();
    }

    /// <summary>Additions that cannot overlap: each starts where the one before ended.</summary>
    public long AddChain()
    {
        var at = Calendars.First;
        for (var i = 0; i < Count; i++)
        {
            at = _calendar.Add(at, _amounts[i]).Value;
            at = at < Calendars.Last ? at : _from[i];
        }

        return at.ToUnixTimeTicks();
    }

    /// <summary>How much is worked between two instants?</summary>
    public long Between()
    {
        var longest = Duration.Zero;
        for (var i = 0; i < Count; i++)
        {
            longest = Duration.Max(longest, _calendar.Between(_from[i], _to[i]).Value);
        }

        return longest.BclCompatibleTicks;
    }

    /// <summary>Is it open?</summary>
    public long IsOpen()
    {
        var open = 0L;
        for (var i = 0; i < Count; i++)
        {
            open += _calendar.IsOpen(_from[i]) ? 1 : 0;
        }

        return open;
    }

    /// <summary>When does it open?</summary>
    public long NextOpening()
    {
        var last = Instant.MinValue;
        for (var i = 0; i < Count; i++)
        {
            last = Instant.Max(last, _calendar.NextOpening(_from[i]).Value);
        }

        return last.ToUnixTimeTicks();
    }

    private static Instant At(double part) => Calendars.First + ((Calendars.Last - Calendars.First) * part);
}

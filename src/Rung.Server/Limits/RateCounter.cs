using NodaTime;

namespace Rung.Server.Limits;

/// <summary>
/// Counts how often something is done, by a moment for each: when all that was done would have come to its turn, had it come evenly.
/// It may be ahead of now by as many as may come at once. Each node counts for itself.
/// </summary>
internal sealed class RateCounter(TimeProvider time)
{
    private const int FewKept = 1000;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Door, string Who), Instant> _turns = [];
    private int _most = FewKept;

    /// <summary>Counts it, if it may be done now.</summary>
    /// <param name="amount">As so many at once.</param>
    /// <returns>How long to wait; null: it may be done.</returns>
    public Duration? Count((string Door, string Who) what, Rate rate, long amount = 1)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (taken, ahead) = (Taken(rate, amount), Ahead(rate));
        lock (_lock)
        {
            var turn = Turn(what, now, ahead);
            var wait = turn + taken - now - ahead;
            if (wait > Duration.Zero)
            {
                return wait;
            }
            _turns[what] = turn + taken;
            Forget(now);
            return null;
        }
    }

    /// <summary>Counts what has been done already, so that what comes next waits for it.</summary>
    /// <param name="amount">As so many at once; more than may come at once counts as that.</param>
    public void Add((string Door, string Who) what, Rate rate, long amount)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var ahead = Ahead(rate);
        lock (_lock)
        {
            _turns[what] = Instant.Min(Turn(what, now, ahead) + Taken(rate, amount), now + ahead);
        }
    }

    // One more than may come at once is too many, as is any number above, of which some are longer than time is.
    private static Duration Taken(Rate rate, long amount) =>
        Minute * Math.Min(amount, rate.AtOnce + 1L) / rate.EachMinute;

    private static Duration Ahead(Rate rate) => Minute * rate.AtOnce / rate.EachMinute;

    // After a clock that was set back nobody waits for what never was.
    private Instant Turn((string Door, string Who) what, Instant now, Duration ahead) =>
        _turns.TryGetValue(what, out var before) && before > now && before - now <= ahead ? before : now;

    // Whoever's turn has come is as good as unknown.
    private void Forget(Instant now)
    {
        if (_turns.Count < _most)
        {
            return;
        }
        foreach (var (what, turn) in _turns)
        {
            if (turn <= now)
            {
                _turns.Remove(what);
            }
        }
        _most = Math.Max(FewKept, _turns.Count * 2);
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Erasures;

namespace Rung.Core.Tests.Walks;

/// <summary>Thirty simulated days at one desk: customers, agents, silence, standstills and mistakes, all from one number.</summary>
internal sealed class RandomWalk
{
    private const int Days = 30;
    private const int MostSteps = 120;
    private const int LookedAtOneIn = 4;

    private readonly Random _dice;
    private readonly WalkDesk _desk;
    private readonly WalkActs _acts;
    private readonly Instant _start;
    private int _steps;

    private readonly WalkOf _of;

    /// <param name="seed">The same walk every time.</param>
    public RandomWalk(int seed, WalkOf of = WalkOf.Cases)
    {
        _dice = new Random(seed);
        _of = of;
        var desks = of == WalkOf.Cases ? WalkDesk.All : WalkDesk.WithComplaints;
        _desk = desks[seed % desks.Count];
        _acts = new WalkActs(_desk, _dice);
        _start = At.Utc("2026-09-01T00:00:00Z") + Duration.FromMinutes(_dice.Next(400 * 24 * 60));
    }

    /// <summary>Goes it, and looks at every law now and then and at the end.</summary>
    public void Go()
    {
        var (end, now) = (_start + Duration.FromDays(Days), _start);
        var one = Log(now);
        for (var step = 0; step < MostSteps && now < end; step++)
        {
            now += Gap();
            if (now > end)
            {
                now = end;
            }
            one = Step(one, now);
        }
        Until(one, Instant.Max(end, one.Now));
        Look(one);
        SameButWords.Check(one.Guide, one.Events, one.Now);
    }

    // Says which due does not go away.
    private static void Until(SimulatedCase one, Instant then)
    {
        try
        {
            one.Until(then);
        }
        catch (InvalidOperationException broken)
            when (Environment.GetEnvironmentVariable("RUNG_WALKS_TOLD") is not null)
        {
            var dues = DueList.Of(one.Guide, one.State, one.Now);
            throw new InvalidOperationException($"{string.Join('\n', dues)}\n{string.Join('\n', one.Events)}", broken);
        }
    }

    // Says what had happened when a law was broken.
    private void Look(SimulatedCase one)
    {
        try
        {
            WalkLaws.Check(one);
            if (_of == WalkOf.Complaints)
            {
                ComplaintLaws.Check(one);
            }
        }
        catch (Exception broken) when (Environment.GetEnvironmentVariable("RUNG_WALKS_TOLD") is not null)
        {
            throw new InvalidOperationException(string.Join('\n', one.Events), broken);
        }
    }

    private SimulatedCase Step(SimulatedCase one, Instant now)
    {
        // One time in twelve nobody was there: all that fell due is found at once.
        if (_dice.Next(12) == 0)
        {
            one.DownUntil(now);
        }
        Until(one, now);
        var by = WalkDesk.Pick(_dice, _desk.Actors);
        var back = _dice.Next(6) == 0 ? Duration.FromMinutes(_dice.Next(180)) : Duration.Zero;
        one.Try(_of == WalkOf.Cases ? _acts.Next(now) : _acts.OnComplaint(now), by, now - back);
        // What was entered late may have fallen due meanwhile.
        Until(one, now);
        if (_steps++ % LookedAtOneIn == 0)
        {
            Look(one);
        }
        return one.Next ?? (one.State.IsClosed ? Log(now) : one);
    }

    private SimulatedCase Log(Instant at) =>
        SimulatedCase.Log(
            _desk.Guide,
            at,
            plain => _of == WalkOf.Cases ? _desk.Report(plain, _dice) : _desk.Complain(plain, at, _dice)
        );

    private Duration Gap() =>
        Duration.FromSeconds(
            _dice.Next(10) switch
            {
                < 5 => _dice.Next(3_600),
                < 8 => _dice.Next(12 * 3_600),
                _ => _dice.Next(4 * 24 * 3_600),
            }
        );
}

/// <summary>What is walked with.</summary>
internal enum WalkOf
{
    Cases,
    Complaints,

    /// <summary>Several cases that are tied together.</summary>
    Desks,
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Scenarios.Running;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Erasures;
using Xunit;
using Simulated = Rung.Core.Scenarios.Running.SimulatedCase;

namespace Rung.Core.Tests.Walks;

/// <summary>
/// Thirty simulated days of some cases at one desk that belong to one incident, are covered by one escalation, are tied and taken
/// apart again, with two people who act at the same moment; all from one number.
/// </summary>
internal sealed class DeskWalk
{
    private const int Days = 30;
    private const int MostSteps = 80;
    private const int MostLive = 4;
    private const int LookedAtOneIn = 16;

    private readonly Random _dice;
    private readonly WalkDesk _desk;
    private readonly WalkActs _acts;
    private readonly SimulatedDesk _world;
    private readonly Instant _end;
    private int _steps;

    /// <param name="seed">The same walk every time.</param>
    public DeskWalk(int seed)
    {
        _dice = new Random(seed);
        _desk = WalkDesk.All[seed % WalkDesk.All.Count];
        _acts = new WalkActs(_desk, _dice) { ShortestPlan = 180 };
        var start = At.Utc("2026-09-01T00:00:00Z") + Duration.FromMinutes(_dice.Next(400 * 24 * 60));
        _world = new SimulatedDesk(_desk.Guide, start, []) { MostDues = 100_000 };
        _end = start + Duration.FromDays(Days);
    }

    /// <summary>Goes it, and looks at every law now and then and at the end.</summary>
    public void Go()
    {
        Log();
        Log();
        for (var step = 0; step < MostSteps && _world.Now < _end; step++)
        {
            Pass(Instant.Min(_end, _world.Now + Gap()));
            var live = _world.Cases.Where(one => one.State.IsLive).ToList();
            if (live.Count == 0 || (live.Count < MostLive && _dice.Next(8) == 0))
            {
                Log();
            }
            else if (_dice.Next(6) == 0)
            {
                Both(WalkDesk.Pick(_dice, live));
            }
            else
            {
                var one = WalkDesk.Pick(_dice, _dice.Next(10) == 0 ? _world.Cases : live);
                Do(one, _dice.Next(3) == 0 ? TieActs.Next(References(), _dice) : _acts.Next(_world.Now), Back());
            }
            if (_steps++ % LookedAtOneIn == 0)
            {
                Look();
            }
        }
        Pass(_end);
        Look();
        foreach (var one in _world.Cases)
        {
            SameButWords.Check(_desk.Guide, one.Events, _world.Now);
        }
    }

    private void Pass(Instant then) => Assert.True(_world.Until(then), "more and more falls due");

    private void Log()
    {
        var plain = new LogCase
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "Sign-in fails",
            Reporter = People.Reporter,
        };
        var refusal = _world.Log(_desk.Report(plain, _dice), People.Agent, $"{_world.Cases.Count + 1}");
        Assert.Null(refusal);
        Pass(_world.Now);
    }

    private void Do(Simulated one, CaseCommand command, Instant happened)
    {
        // The desk knows no such case.
        if (command is LinkTo { Other: var other } && !References().Contains(other))
        {
            return;
        }
        var told = new ToldOnAll(States(), one.State.Reference, command);
        var by = WalkDesk.Pick(_dice, _desk.Actors);
        var refusal = _world.Handle(one, command, (by, happened), $"{_world.Cases.Count + 1}");
        told.Check(_world.Cases.ToDictionary(each => each.State.Reference, each => each.Events), refusal is null);
        Pass(_world.Now);
    }

    // Both decided at one moment on what they saw: the second on what the first left, as the desk decides anew.
    private void Both(Simulated one)
    {
        var level = one.State.Escalation is { IsActive: true } going ? going.Level : 0;
        var both = TieActs.AtOnce(_acts, level, (_dice, _world.Now));
        var entered = Entered();
        Do(one, both.One, _world.Now);
        Do(one, both.Other, _world.Now);
        Assert.True(!TieActs.IsOneStep(both) || Entered() - entered <= 1, "two who escalate at once make two levels");
    }

    private int Entered() =>
        _world.Cases.Sum(one => one.Events.OfType<Escalated>().Count(entered => entered.Way == EntryWay.Request));

    private void Look()
    {
        Told(() => TieLaws.Check(States()));
        foreach (var one in _world.Cases)
        {
            var read = Cases.SimulatedCase.Read(_desk.Guide, one.Events, _world.Now);
            read.Mails.AddRange(one.Mails);
            Told(() => WalkLaws.Check(read));
        }
    }

    // Says what had happened when a law was broken.
    private void Told(Action law)
    {
        try
        {
            law();
        }
        catch (Exception broken) when (Environment.GetEnvironmentVariable("RUNG_WALKS_TOLD") is not null)
        {
            throw new InvalidOperationException(
                string.Join(
                    "\n\n",
                    _world.Cases.Select(one => $"{one.State.Reference}\n{string.Join('\n', one.Events)}")
                ),
                broken
            );
        }
    }

    private Dictionary<CaseReference, CaseState> States() =>
        _world.Cases.ToDictionary(one => one.State.Reference, one => one.State);

    private List<CaseReference> References() => [.. _world.Cases.Select(one => one.State.Reference)];

    private Instant Back() => _world.Now - (_dice.Next(6) == 0 ? Duration.FromMinutes(_dice.Next(180)) : Duration.Zero);

    private Duration Gap() =>
        Duration.FromSeconds(
            _dice.Next(10) switch
            {
                < 5 => _dice.Next(3_600),
                < 8 => _dice.Next(12 * 3_600),
                _ => _dice.Next(2 * 24 * 3_600),
            }
        );
}

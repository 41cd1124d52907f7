using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Walks;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Walks;

/// <summary>
/// A month of chance at one desk through the real store: some cases and complaints at once, tied together and apart, two people at
/// the same moment, what falls due claimed from the database, and the process closed and opened again at any moment. All of it
/// from one number, but for which of two people is first.
/// </summary>
internal sealed class StorageWalk
{
    private const int Days = 30;
    private const int MostSteps = 60;
    private const int MostLive = 5;

    private readonly Random _dice;
    private readonly WalkDesk _desk;
    private readonly WalkActs _acts;
    private readonly MovableTime _time;
    private readonly Instant _end;

    // What each case was seen to say, event by event, and when it has something due.
    private readonly Dictionary<CaseReference, Seen> _seen = [];

    public StorageWalk(int seed)
    {
        _dice = new Random(seed);
        _desk = WalkDesk.All[seed % 4 % WalkDesk.All.Count];
        _acts = new WalkActs(_desk, _dice);
        var start = At.Utc("2026-09-01T00:00:00Z") + Duration.FromMinutes(_dice.Next(400 * 24 * 60));
        (_time, _end) = (new MovableTime(start), start + Duration.FromDays(Days));
    }

    public async Task Go()
    {
        await using var store = await WalkedStore.Open(_time);
        await Log(store);
        for (var step = 0; step < MostSteps && _time.Now < _end; step++)
        {
            var next = Instant.Min(_end, _time.Now + Gap());
            // One time in eight the process is down meanwhile, and finds all that fell due when it is back.
            if (_dice.Next(8) == 0)
            {
                await store.Reopen(next);
                await Look(store);
            }
            else
            {
                await Pass(store, next);
            }
            await Act(store);
        }
        await Pass(store, _end);
        await store.Reopen(_end);
        await Look(store);
        Assert.Equal(_seen.Count, await store.Verify());
    }

    // Each due is handled the moment it comes.
    private async Task Pass(WalkedStore store, Instant then)
    {
        while (_seen.Values.Min(one => one.Due) is { } due && due <= then)
        {
            _time.Now = Instant.Max(due, _time.Now);
            await store.FallDue();
            foreach (var (reference, one) in _seen.ToList())
            {
                if (one.Due <= _time.Now)
                {
                    await Remember(store, reference);
                }
            }
        }
        _time.Now = then;
    }

    private async Task Act(WalkedStore store)
    {
        var live = _seen.Where(one => one.Value.IsLive).Select(one => one.Key).ToList();
        if (live.Count == 0 || (live.Count < MostLive && _dice.Next(6) == 0))
        {
            await Log(store);
            return;
        }
        // Now and then of a closed one: a reply begins another.
        var reference = WalkDesk.Pick(_dice, _dice.Next(10) == 0 ? [.. _seen.Keys] : live);
        if (_dice.Next(6) == 0)
        {
            await Both(store, reference);
            return;
        }
        var command = Next(reference);
        var told = new ToldOnAll(States(), reference, command);
        var answer = await store.Desk.Handle(reference, command, Who(Back()));
        Assert.True(answer is DeskAnswer.Done or DeskAnswer.Refused, $"{command}: {answer}");
        if (answer is DeskAnswer.Done { Next: { } next })
        {
            await Remember(store, next.Reference);
        }
        await RememberAll(store);
        told.Check(_seen.ToDictionary(one => one.Key, one => one.Value.Case.Events), answer is DeskAnswer.Done);
        await Settle(store);
    }

    // Neither has seen what the other does; both are answered, on the same case or on two that may be tied.
    private async Task Both(WalkedStore store, CaseReference reference)
    {
        var escalation = _seen[reference].Case.State.Escalation;
        var both = TieActs.AtOnce(_acts, escalation is { IsActive: true } ? escalation.Level : 0, (_dice, _time.Now));
        var other = _dice.Next(2) == 0 ? reference : WalkDesk.Pick(_dice, [.. _seen.Keys]);
        var entered = Entered();
        var (one, two) = (Who(Duration.Zero), Who(Duration.Zero));
        var answers = await Task.WhenAll(
            Task.Run(() => store.Desk.Handle(reference, both.One, one)),
            Task.Run(() => store.Desk.Handle(other, both.Other, two))
        );
        foreach (var answer in answers)
        {
            Assert.True(answer is DeskAnswer.Done or DeskAnswer.Refused, $"{both}: {answer}");
            if (answer is DeskAnswer.Done { Next: { } next })
            {
                await Remember(store, next.Reference);
            }
        }
        await RememberAll(store);
        Assert.True(
            other != reference || !TieActs.IsOneStep(both) || Entered() - entered <= 1,
            $"two who escalate {reference} at once make two levels"
        );
        await Settle(store);
    }

    private CaseCommand Next(CaseReference reference) =>
        _dice.Next(4) == 0 ? TieActs.Next([.. _seen.Keys], _dice)
        : _seen[reference].IsComplaint ? _acts.OnComplaint(_time.Now)
        : _acts.Next(_time.Now);

    private int Entered() =>
        _seen.Values.Sum(one => one.Case.Seen<Escalated>().Count(entered => entered.Way == EntryWay.Request));

    private Requester Who(Duration back) =>
        new(WalkDesk.Pick(_dice, _desk.Actors) with { CustomerId = People.Reporter.CustomerId }, _time.Now - back);

    private Duration Back() => _dice.Next(6) == 0 ? Duration.FromMinutes(_dice.Next(180)) : Duration.Zero;

    private async Task Log(WalkedStore store)
    {
        var plain = new LogCase
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "Sign-in fails",
            Reporter = People.Reporter,
        };
        var guide = store.Guide(_desk.Guide.Document.Id);
        var complains = WalkDesk.WithComplaints.Contains(_desk) && _dice.Next(3) == 0;
        var command = complains ? _desk.Complain(plain, _time.Now, _dice) : _desk.Report(plain, _dice);
        var faults = _seen.Where(one => !one.Value.IsComplaint).Select(one => one.Key).ToList();
        var who = new Requester(People.Agent);
        // Now and then it is known what it belongs to.
        var answer =
            complains || faults.Count == 0 || _dice.Next(4) > 0
                ? await store.Desk.Log(guide, command, who)
                : await store.Desk.LogPart(guide, command, WalkDesk.Pick(_dice, faults), who);
        if (answer is DeskAnswer.Done done)
        {
            await Remember(store, done.Case.State.Reference);
        }
        else
        {
            Assert.IsType<DeskAnswer.Refused>(answer);
        }
        await RememberAll(store);
        await Settle(store);
    }

    // What was entered late may have fallen due meanwhile.
    private async Task Settle(WalkedStore store)
    {
        await store.FallDue();
        await RememberAll(store);
    }

    // After opening: what was seen before is still there, all laws hold, and all that is stored is what the events say.
    private async Task Look(WalkedStore store)
    {
        await RememberAll(store);
        await Settle(store);
        TieLaws.Check(States());
        foreach (var one in _seen.Values)
        {
            WalkLaws.Check(one.Case);
            if (one.IsComplaint)
            {
                ComplaintLaws.Check(one.Case);
            }
        }
        await store.Verify();
    }

    private Dictionary<CaseReference, CaseState> States() =>
        _seen.ToDictionary(one => one.Key, one => one.Value.Case.State);

    private async Task RememberAll(WalkedStore store)
    {
        foreach (var reference in _seen.Keys.ToList())
        {
            await Remember(store, reference);
        }
    }

    /// <summary>Reads the case; what was seen of it before has not changed and nothing of it is gone.</summary>
    private async Task Remember(WalkedStore store, CaseReference reference)
    {
        var found = await store.Desk.Look(reference, Actor.Desk);
        Assert.NotNull(found);
        List<string> events = [.. found.Told.Select(told => ApiJson.Write(EventBody.Of(found.Guide, told)))];
        if (_seen.TryGetValue(reference, out var before))
        {
            Assert.Equal(before.Events, events.Take(before.Events.Count));
        }
        _seen[reference] = new Seen(events, SimulatedCase.Read(found.Guide, found.Events, found.Now))
        {
            Due = DueList.Of(found.Guide, found.State, found.Now) is [var due, ..] ? due.At : null,
        };
    }

    private Duration Gap() =>
        Duration.FromSeconds(_dice.Next(10) < 6 ? _dice.Next(6 * 3_600) : _dice.Next(3 * 24 * 3_600));

    private sealed record Seen(IReadOnlyList<string> Events, SimulatedCase Case)
    {
        /// <summary>When something of it falls due next; null: nothing does.</summary>
        public Instant? Due { get; init; }

        public bool IsLive => Case.State.IsLive;

        public bool IsComplaint => Case.State.Logged.Complaint is not null;
    }
}

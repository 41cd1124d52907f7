using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>
/// Load, decide, save: the one way in which anybody does something to a case, for pages, API and mail alike.
/// </summary>
public sealed class ServiceDesk
{
    private const int MostTries = 8;

    private readonly RungDatabase _database;
    private readonly DeskRegister _desks;
    private readonly DeskClock _clock;
    private readonly UrgencyPrice _price;
    private readonly CaseKeeper _keeper;

    public ServiceDesk(RungDatabase database, DeskRegister desks, DeskClock clock, CaseKeeper keeper)
    {
        (_database, _desks, _clock, _keeper) = (database, desks, clock, keeper);
        _price = new UrgencyPrice(database);
    }

    /// <summary>Issues a reference and logs a new case; durable when this completes.</summary>
    public Task<DeskAnswer> Log(Guide guide, LogCase command, Requester who) =>
        Log(
            guide,
            who,
            (id, moment) =>
            {
                var begun = new Begun(id, guide, Whole(command));
                return command.Continues is { } closed
                    ? LogAfter(closed, begun, moment, who)
                    : LogAlone(begun, moment, who);
            }
        );

    /// <summary>As <see cref="Log(Guide, LogCase, Requester)"/>, a case that belongs to an incident from the first.</summary>
    /// <param name="incident">Whoever asks need not see it.</param>
    public Task<DeskAnswer> LogPart(Guide guide, LogCase command, CaseReference incident, Requester who) =>
        Log(guide, who, (id, moment) => LogUnder(incident, new Begun(id, guide, Whole(command)), moment, who));

    private async Task<DeskAnswer> Log(Guide guide, Requester who, Func<long, Moment, Task<DeskAnswer>> begin)
    {
        var id = await _database.Cases.NextId();
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var answer = await begin(id, At(who, _clock.Now(), Reference(guide, id)));
            if (answer is not DeskAnswer.TryAgain)
            {
                return answer;
            }
        }
        return new DeskAnswer.Refused(DeskRefusals.Stale(1));
    }

    /// <summary>
    /// Carries out a command on a case; durable when this completes. What the customer says about a closed case is entered on
    /// the one that goes on with it, where there is one.
    /// </summary>
    /// <param name="expected">The version its author saw; null: whatever it is now.</param>
    public async Task<DeskAnswer> Handle(
        CaseReference reference,
        CaseCommand command,
        Requester who,
        long? expected = null
    )
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await Seen(reference, who) is not { } history)
            {
                return new DeskAnswer.Refused(DeskRefusals.NoSuchCase(reference.Text));
            }
            if (expected is { } seen && seen != history.Version)
            {
                return await Stale(history, seen, who.Actor);
            }
            var answer = await Handle(await Meant(history, command, who), command, who);
            if (answer is not DeskAnswer.TryAgain)
            {
                return answer;
            }
        }
        return new DeskAnswer.Refused(DeskRefusals.Stale(1));
    }

    /// <summary>The case as it stands now, as the viewer sees it; null: there is none, or none for them (<see cref="CaseSight"/>).</summary>
    /// <exception cref="CorruptCaseException">One of its events cannot be read.</exception>
    public async Task<CaseSnapshot?> Look(CaseReference reference, Actor viewer) =>
        await _keeper.Sight.Find(reference, viewer) is { } history ? await Snapshot(history, viewer) : null;

    /// <summary>As <see cref="Look"/>, but of a closed case the one that goes on with it (<see cref="MeantCase.Follower"/>).</summary>
    public async Task<CaseSnapshot?> LookAtLatest(CaseReference reference, Actor viewer) =>
        await _keeper.Sight.Find(reference, viewer) is { } history
            ? await Snapshot(await Led(history, MeantCase.Follower, next => _keeper.Sight.Find(next, viewer)), viewer)
            : null;

    /// <summary>How many other cases hear what is written to the customer of this one, over any number of links. Semantics 38.</summary>
    public async Task<int> CountTold(CaseSnapshot found)
    {
        var (state, events) = (found.State, found.Events);
        var history = new CaseHistory(found.Id, state.Logged.Desk, state.Reference, found.Version, events);
        return (await CaseCircle.Of(history, new SendUpdate(""), _database)).Others.Count();
    }

    /// <summary>Whether somebody may see what belongs to a case, such as a mail; false: there is no such case.</summary>
    public async Task<bool> MaySee(long caseId, Actor viewer) =>
        await _database.Cases.Load(caseId) is { } history && await _keeper.Sight.Allows(history, viewer);

    /// <summary>Whether somebody may see what stands on a shelf: all of a desk's own, of its complaints what they may see. ESS-93.</summary>
    /// <param name="it">Its shelf, and the case that it belongs to.</param>
    public async Task<bool> MaySee((string Shelf, long? CaseId) it, string desk, Actor viewer) =>
        it.Shelf == desk || (Shelf.DeskOf(it.Shelf) == desk && it.CaseId is { } caseId && await MaySee(caseId, viewer));

    // Whoever may not see it is answered as if there were none.
    private Task<CaseHistory?> Seen(CaseReference reference, Requester who) =>
        IsBelieved(who) ? _database.Cases.Load(reference) : _keeper.Sight.Find(reference, who.Actor);

    // Who writes on a case by mail was looked for among those who may before.
    private static bool IsBelieved(Requester who) => who is { IsByMail: true, Actor.IsCustomer: true };

    private async Task<CaseHistory> Meant(CaseHistory history, CaseCommand command, Requester who) =>
        MeantCase.Elsewhere(command) is { } leads ? await Led(history, leads, next => Seen(next, who)) : history;

    private static async Task<CaseHistory> Led(
        CaseHistory from,
        Func<CaseState, CaseReference?> leads,
        Func<CaseReference, Task<CaseHistory?>> find
    )
    {
        var (at, seen) = (from, new HashSet<CaseReference>());
        while (seen.Add(at.Reference) && leads(CaseState.Of(at.Events)) is { } next && await find(next) is { } further)
        {
            at = further;
        }
        return at;
    }

    private async Task<DeskAnswer> Handle(CaseHistory history, CaseCommand command, Requester who)
    {
        if (!TiedCases.Ties(command))
        {
            return await Decide(history, command, null, who);
        }
        var circle = await CaseCircle.Of(history, command, _database);
        foreach (var (reference, found) in circle.Others)
        {
            if (found is null || !(TiedCases.IsToldOnAll(command) || await MayTie(history, found.History, who)))
            {
                return new DeskAnswer.Refused(DeskRefusals.NoSuchCase(reference.Text));
            }
        }
        return circle.Refusal is { } refusal
            ? new DeskAnswer.Refused(refusal)
            : await Decide(history, command, circle, who);
    }

    private async Task<bool> MayTie(CaseHistory history, CaseHistory other, Requester who) =>
        other.Desk == history.Desk && (IsBelieved(who) || await _keeper.Sight.Allows(other, who.Actor));

    private async Task<DeskAnswer> LogAlone(Begun begun, Moment moment, Requester who) =>
        CaseDesk.Log(begun.Guide, begun.Command, moment) switch
        {
            Handled.Done done => await _keeper.Save([begun.As(done.Change)], new Work(who, [])),
            var refused => new DeskAnswer.Refused(((Handled.Refused)refused).Refusal),
        };

    private async Task<DeskAnswer> LogAfter(CaseReference closed, Begun begun, Moment moment, Requester who)
    {
        if (await Seen(closed, who) is not { } old || old.Desk != begun.Guide.Document.Id)
        {
            return new DeskAnswer.Refused(DeskRefusals.NoSuchCase(closed.Text));
        }
        var guide = _desks.GuideOf(old);
        var handled = Continuing.Log((guide, old.Events), begun.Guide, begun.Command, moment);
        return await SaveBoth(handled, begun, old, who);
    }

    private async Task<DeskAnswer> LogUnder(CaseReference incident, Begun begun, Moment moment, Requester who)
    {
        if (await _database.Cases.Load(incident) is not { } above || above.Desk != begun.Guide.Document.Id)
        {
            return new DeskAnswer.Refused(DeskRefusals.NoSuchCase(incident.Text));
        }
        var guide = _desks.GuideOf(above);
        var handled = Joining.Log((guide, above.Events), begun.Guide, begun.Command, moment);
        return await SaveBoth(handled, begun, above, who);
    }

    private async Task<DeskAnswer> SaveBoth(Handled handled, Begun begun, CaseHistory other, Requester who) =>
        handled switch
        {
            Handled.Done done => await _keeper.Save(
                [begun.As(done.Next!), new ChangedCase(other.Id, _desks.GuideOf(other), done.Change)],
                new Work(who, [])
            ),
            var refused => new DeskAnswer.Refused(((Handled.Refused)refused).Refusal),
        };

    // One command, on its case and on those that are tied to it, of which each is there.
    private async Task<DeskAnswer> Decide(CaseHistory history, CaseCommand command, CaseCircle? circle, Requester who)
    {
        var guide = _desks.GuideOf(history);
        var now = _clock.Now();
        var nextId = MayBeginAnother(command) ? await _database.Cases.NextId() : 0;
        var inForce = _desks.TryGet(history.Desk, out var active) ? active : guide;
        var there = At(who with { HappenedAt = null }, now, default);
        var here = At(who, now, nextId == 0 ? default : Reference(inForce, nextId));
        List<FoldedCase> others = [.. circle?.Others.Select(one => one.Case!) ?? []];
        var tied = others.Select(one => (_desks.GuideOf(one.History), one.State));
        var whole = await Informed(guide, history, TiedCases.Informed(command, tied, now));
        List<Asked> all = [new(history, whole, here with { InForce = inForce })];
        all.AddRange(others.Select(one => new Asked(one.History, TiedCases.There(circle!.Here, command), there)));
        return await DoAll(all, (nextId, inForce), new Work(who, history.Events) { Seen = circle?.Seen ?? [] });
    }

    // In one transaction: what is refused on one case happens on none.
    private async Task<DeskAnswer> DoAll(List<Asked> all, (long Id, Guide Guide) begins, Work work)
    {
        var changed = new List<ChangedCase>();
        CaseState? begun = null;
        foreach (var one in all)
        {
            var guide = _desks.GuideOf(one.Case);
            var handled = CaseDesk.Handle(guide, one.Case.Events, one.Command, one.Moment);
            if (handled is not Handled.Done done)
            {
                return new DeskAnswer.Refused(await Why(one, ((Handled.Refused)handled).Refusal, work.Who));
            }
            var goesOnBy = _desks.Pinned(one.Case.Desk, done.Change.State.GuideVersion);
            changed.Add(new ChangedCase(one.Case.Id, goesOnBy, done.Change));
            if (done.Next is { } next)
            {
                changed.Add(new ChangedCase(begins.Id, begins.Guide, next));
                begun = next.State;
            }
        }
        return await _keeper.Save(changed, work with { Next = begun });
    }

    // Nobody hears of a case that it is closed while mail keeps it open.
    private async Task<Refusal> Why(Asked one, Refusal refusal, Requester who)
    {
        if (refusal.Code != RefusalCode.CaseClosed || who.IsByMail)
        {
            return refusal;
        }
        var fallen = CaseDesk.FallDue(_desks.GuideOf(one.Case), one.Case.Events, one.Moment.RecordedAt);
        return await UnheardMail.KeepsOpen(fallen, _database) ? DeskRefusals.MailWaits : refusal;
    }

    // What only the database knows: whom urgency passes (ESS-81), who may agree to a raise (ESS-43), who is on file (ESS-17).
    private async Task<CaseCommand> Informed(Guide guide, CaseHistory history, CaseCommand command) =>
        command switch
        {
            GrantUrgency grant => grant with
            {
                Displaces = await _price.Of(guide, CaseState.Of(history.Events), _clock.Now()),
            },
            SetPriority set => set with { OnFile = await MayAgree(guide, history) },
            ChangeReporter change => change with { OnFile = await Present(history) },
            _ => command,
        };

    private async Task<IReadOnlyList<string>> MayAgree(Guide guide, CaseHistory history)
    {
        var reporter = ReporterChanged.ReporterOf(history.Events);
        return guide.Raise?.With is not null && await _database.Customers.Find(reporter.CustomerId) is { } customer
            ? customer.MayAgree(guide)
            : [];
    }

    private async Task<IReadOnlyList<Contact>> Present(CaseHistory history) =>
        (await _database.Customers.Find(ReporterChanged.ReporterOf(history.Events).CustomerId))?.Present ?? [];

    private async Task<DeskAnswer> Stale(CaseHistory history, long seen, Actor who)
    {
        var found = await Snapshot(history, who);
        return new DeskAnswer.Stale(found, [.. found.Told.Where(one => seen > 0 && one.Sequence > seen)]);
    }

    private async Task<CaseSnapshot> Snapshot(CaseHistory history, Actor viewer)
    {
        var now = _clock.Now();
        return new(history.Id, _desks.GuideOf(history), CaseState.Of(history.Events), history.Events, now)
        {
            Sight = await _keeper.Sight.Of(history.Events, viewer, []),
            Shared = await Shared(history, viewer, now),
        };
    }

    // SMC-39: promised once, on the case that was escalated, for all that its escalation covered.
    private async Task<IReadOnlyList<PromiseEntry>> Shared(CaseHistory history, Actor viewer, Instant now)
    {
        var shared = new List<PromiseEntry>();
        foreach (var end in SharedPromises.Ends(history.Events))
        {
            if (await _keeper.Sight.Find(end.Other, viewer) is { } lead)
            {
                var book = PromiseBook.Of(_desks.GuideOf(lead), lead.Events, now);
                shared.AddRange(SharedPromises.Of(end, lead.Events, book));
            }
        }
        return shared;
    }

    /// <summary>When and by whom, as the case keeps it.</summary>
    internal static Moment At(Requester who, Instant now, CaseReference next)
    {
        var actor = who.Actor with { CustomerId = null };
        var moment = new Moment(actor, DeskClock.Whole(who.HappenedAt ?? now), now, next);
        return who.IsByMail ? moment with { BackDating = Duration.MaxValue } : moment;
    }

    private static CaseReference Reference(Guide guide, long id) =>
        CaseReference.FromNumber(guide.Desk.ReferencePrefix, id);

    private static bool MayBeginAnother(CaseCommand command) => command is RecordReply;

    private static LogCase Whole(LogCase command) =>
        command with
        {
            ReceivedAt = command.ReceivedAt is { } received ? DeskClock.Whole(received) : null,
            DetectedAt = command.DetectedAt is { } detected ? DeskClock.Whole(detected) : null,
        };

    /// <summary>A case that is being logged.</summary>
    private sealed record Begun(long Id, Guide Guide, LogCase Command)
    {
        public ChangedCase As(Change change) => new(Id, Guide, change);
    }

    /// <summary>What is to be done to one of the cases that a command changes.</summary>
    private sealed record Asked(CaseHistory Case, CaseCommand Command, Moment Moment);
}

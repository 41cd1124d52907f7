using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>What each event changes in the escalations and promises of a case. Never refuses.</summary>
internal static class EscalationFold
{
    public static void Apply(CaseState state, EscalationEvent happened)
    {
        switch (happened)
        {
            case EscalationAsked asked:
                state.EscalationRequests.Add(asked);
                state.LastCustomerContactAt = asked.At;
                state.LastCustomerChannel = asked.Channel;
                break;
            case Escalated entered:
                On(state, entered);
                break;
            case UrgencyGranted granted:
                state.Urgency = granted;
                break;
            case PromiseMissed missed:
                On(state, missed);
                break;
            case EscalationRequested asked:
                state.EscalationPending = asked;
                state.PromiseList.Add(new Promise(PromiseFor.Decision, asked.Due, asked.At));
                state.LastCustomerContactAt = asked.At;
                state.LastCustomerChannel = asked.Channel;
                break;
            case EscalationDecided decided:
                state.EscalationPending = null;
                Settle(state, PromiseFor.Decision, promise => promise with { KeptAt = decided.At });
                break;
            case LadderStoodStill stood:
                state.StopList.Add(new LadderStop(stood.Ladder, stood.At, null));
                break;
            case LadderWentOn went:
                GoOn(state, went);
                break;
            case LevelToldAgain again:
                Change(state, again.Escalation, one => one with { Told = [.. one.Told, again] });
                break;
            default:
                Change(state, happened.About, one => Within(one, happened));
                break;
        }
        if (happened is EscalationEnded { RfoDue: { } due } ended)
        {
            state.PromiseList.Add(new Promise(PromiseFor.Rfo, due, ended.At));
        }
    }

    /// <summary>The escalation covers another case of the customer from now on.</summary>
    public static void Covered(CaseState state, Linked linked)
    {
        if (linked.Kind == LinkKind.Covers)
        {
            var covered = new CoveredCase(linked.Other, linked.At, linked.Reason ?? "");
            Change(state, one => one with { Covers = [.. one.Covers, covered] });
        }
    }

    /// <summary>It covers that case no more.</summary>
    public static void Uncovered(CaseState state, Unlinked end)
    {
        if (end.Kind != LinkKind.Covers)
        {
            return;
        }
        for (var index = 0; index < state.EscalationList.Count; index++)
        {
            var one = state.EscalationList[index];
            state.EscalationList[index] = one with
            {
                Covers =
                [
                    .. one.Covers.Select(covered =>
                        covered.Until is null && covered.Reference == end.Other
                            ? covered with
                            {
                                Until = end.At,
                                TakenOutBecause = end.Reason,
                            }
                            : covered
                    ),
                ],
            };
        }
    }

    /// <summary>Word to the customer by the plan's channel is a planned contact, whatever it is called.</summary>
    public static void Told(CaseState state, Instant at, Channel channel) =>
        Change(state, one => one.Plan?.Channel == channel ? Contacted(one, at) : one);

    /// <summary>The reason for outage is there.</summary>
    public static void Explained(CaseState state, Instant at) =>
        Settle(state, PromiseFor.Rfo, promise => promise with { KeptAt = at });

    /// <summary>Whoever asked how things stand has had word since.</summary>
    public static void Answered(CaseState state, Instant at) =>
        Settle(
            state,
            PromiseFor.UpdateRequest,
            promise => promise.GivenAt <= at ? promise with { KeptAt = at } : promise
        );

    /// <summary>A request that was not decided needs no decision any more.</summary>
    public static void Closed(CaseState state, Instant at)
    {
        state.EscalationPending = null;
        Settle(state, PromiseFor.Decision, promise => promise with { ReleasedAt = at });
    }

    /// <summary>What of this sort is still to be done is not owed any more.</summary>
    public static void Release(CaseState state, PromiseFor what, Instant at) =>
        Settle(state, what, promise => promise.State == PromiseState.Open ? promise with { ReleasedAt = at } : promise);

    /// <summary>A contact after the resolution is not owed.</summary>
    public static void Resolved(CaseState state, Instant at) =>
        Change(
            state,
            one =>
                Released(
                    OwedStepFold.Resolved(one, at),
                    promise =>
                        promise.For is PromiseFor.PlannedContact or PromiseFor.ResolutionStep && promise.Due >= at,
                    at
                )
        );

    /// <summary>Back at work: the plan goes on.</summary>
    public static void Resumed(CaseState state, Instant at) =>
        Change(state, one => one is { Plan: { } plan, Slot: null } ? Planned(one, plan.Next(at), at) : one);

    private static void On(CaseState state, Escalated entered)
    {
        var index = state.EscalationList.FindIndex(one => one.Number == entered.Escalation);
        if (index >= 0)
        {
            state.EscalationList[index] = Higher(state.EscalationList[index], entered);
        }
        else
        {
            state.EscalationList.Add(new Escalation(entered.Escalation, entered.Ladder, [entered]));
        }
        if (entered.Way == EntryWay.Request)
        {
            state.LastCustomerContactAt = entered.At;
            state.LastCustomerChannel = entered.Channel;
        }
    }

    // Where levels may be entered in any order it stays at the highest.
    private static Escalation Higher(Escalation one, Escalated entered) =>
        one with
        {
            Entered = [.. one.Entered, entered],
            Level = Math.Max(one.Level, entered.Level),
            LevelSince = entered.Level > one.Level ? entered.At : one.LevelSince,
        };

    private static void GoOn(CaseState state, LadderWentOn went)
    {
        var index = state.StopList.FindLastIndex(stop => stop.Ladder == went.Ladder && stop.To is null);
        if (index >= 0)
        {
            state.StopList[index] = state.StopList[index] with { To = went.At };
        }
    }

    private static Escalation Within(Escalation one, EscalationEvent happened) =>
        happened switch
        {
            EscalationRepeated repeat => one with { Repeats = [.. one.Repeats, repeat] },
            CallBackAgreed agreed => Agreed(Settled(one, agreed.At), agreed),
            Engaged engaged => OwedStepFold.Reached(one, engaged),
            NextStepOwed owed => OwedStepFold.Owed(one, owed),
            OwnershipTaken taken => one with { Owner = taken },
            CalledBack called => Contacted(Kept(Settled(one, called.At), PromiseFor.CallBack, called.At), called.At),
            PlanAgreed { Plan: { } plan } agreed => Replan(Settled(one, agreed.At), plan, agreed.At),
            PlannedContactMade made => Contacted(Settled(one, made.At), made.At),
            PeerNamed peer => one with { Peers = [.. one.Peers, peer] },
            DecisionTaken taken => one with { Decisions = [.. one.Decisions, taken] },
            OwnerChecked check => one with { Checks = [.. one.Checks, check] },
            SteppedDown down => OwedStepFold.Down(one, down) with { Level = down.Level, LevelSince = down.At },
            StepPlanned step => Promised(one, step),
            StepDone done => Keep(one, promise => promise.Step?.Number == done.Number, done.At),
            StepDropped dropped => Released(one, promise => promise.Step?.Number == dropped.Number, dropped.At),
            LevelDelayed delayed => one with { Delays = [.. one.Delays, delayed] },
            EscalationEnded ended => Released(one, _ => true, ended.At) with { Ended = ended },
            _ => one,
        };

    // One call-back at a time: it belongs to the escalation, and a new level only brings it forward (semantics 18).
    private static Escalation Agreed(Escalation one, CallBackAgreed agreed)
    {
        var before = Released(one, promise => promise.For == PromiseFor.CallBack, agreed.At);
        var promise = new Promise(PromiseFor.CallBack, agreed.Due, agreed.At) { Zone = agreed.Zone };
        return Owing(before, promise);
    }

    private static Escalation Promised(Escalation one, StepPlanned step)
    {
        var promise = new Promise(PromiseFor.ResolutionStep, step.Due, step.At)
        {
            Step = new ResolutionStep(step.Number, step.What, step.Who),
        };
        return Owing(one, promise);
    }

    internal static void Settle(CaseState state, PromiseFor what, Func<Promise, Promise> how) =>
        Amend(state.PromiseList, promise => promise.IsToDo && promise.For == what, how);

    private static Escalation Replan(Escalation one, AgreedPlan plan, Instant at)
    {
        var before = Released(one, promise => promise.For == PromiseFor.PlannedContact, at);
        return Planned(before with { Plan = plan }, plan.Next(at), at);
    }

    // A contact within the interval before a slot keeps it, and what was missed before is done, late.
    private static Escalation Contacted(Escalation one, Instant at)
    {
        if (one.Plan is not { } plan)
        {
            return one;
        }
        var slot = one.Slot;
        var after = Keep(
            one,
            promise => promise.For == PromiseFor.PlannedContact && (promise.Due < at || plan.Opens(promise.Due) < at),
            at
        );
        return slot is not null && after.Slot is null
            ? Planned(after, plan.Next(Instant.Max(slot.Due, at)), at)
            : after;
    }

    private static void On(CaseState state, PromiseMissed missed)
    {
        Amend(
            state.PromiseList,
            promise => IsMissed(promise, missed),
            promise => promise with { MissedAt = missed.At }
        );
        for (var index = 0; index < state.EscalationList.Count; index++)
        {
            var one = state.EscalationList[index];
            var slot = one.Slot;
            var after = Changed(
                one,
                promise => IsMissed(promise, missed),
                promise => promise with { MissedAt = missed.At }
            );
            state.EscalationList[index] =
                one is { IsActive: true, Plan: { } plan } && slot is not null && after.Slot is null
                    ? Planned(after, plan.Next(slot.Due), missed.At)
                    : after;
        }
    }

    // What was kept meanwhile, as an entry made late shows, is not missed.
    private static bool IsMissed(Promise promise, PromiseMissed missed) =>
        missed.IsOf(promise) && promise.State == PromiseState.Open;

    private static Escalation Planned(Escalation one, Instant due, Instant at) =>
        Owing(one, new Promise(PromiseFor.PlannedContact, due, at) { Zone = one.Plan!.Zone });

    internal static Escalation Owing(Escalation one, Promise promise)
    {
        one.PromiseList.Add(promise);
        return one;
    }

    // The customer knows when they hear next.
    private static Escalation Settled(Escalation one, Instant at) => Kept(one, PromiseFor.CallBackSettled, at);

    private static Escalation Kept(Escalation one, PromiseFor what, Instant at) =>
        Keep(one, promise => promise.For == what, at);

    internal static Escalation Keep(Escalation one, Func<Promise, bool> which, Instant at) =>
        Changed(one, promise => promise.IsToDo && which(promise), promise => promise with { KeptAt = at });

    private static Escalation Released(Escalation one, Func<Promise, bool> which, Instant at) =>
        Dropped(one, promise => promise.State == PromiseState.Open && which(promise), at);

    internal static Escalation Dropped(Escalation one, Func<Promise, bool> which, Instant at) =>
        Changed(one, which, promise => promise with { ReleasedAt = at });

    private static Escalation Changed(Escalation one, Func<Promise, bool> which, Func<Promise, Promise> how)
    {
        Amend(one.PromiseList, which, how);
        return one;
    }

    private static void Amend(List<Promise> all, Func<Promise, bool> which, Func<Promise, Promise> how)
    {
        for (var index = 0; index < all.Count; index++)
        {
            if (which(all[index]))
            {
                all[index] = how(all[index]);
            }
        }
    }

    private static void Change(CaseState state, Func<Escalation, Escalation> change) => Change(state, null, change);

    private static void Change(CaseState state, int? number, Func<Escalation, Escalation> change)
    {
        if ((number ?? state.Escalation?.Number) is not { } wanted)
        {
            return;
        }
        var index = state.EscalationList.FindIndex(one => one.Number == wanted && one.IsActive);
        if (index >= 0)
        {
            state.EscalationList[index] = change(state.EscalationList[index]);
        }
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>What holds of a case at every moment of a walk, whatever happened. Each law throws with what it found.</summary>
internal static class WalkLaws
{
    public static void Check(SimulatedCase one)
    {
        var state = one.State;
        NothingEarly(one);
        NothingTwice(one);
        NothingForgotten(one, state);
        LedgersAddUp(one, state);
        PromisesAddUp(one, state);
        SomebodyOrSomethingIsNext(one, state);
        foreach (var escalation in state.Escalations)
        {
            LevelsAsTheGuideAllows(one.Guide, state, escalation);
        }
    }

    private static void NothingEarly(SimulatedCase one)
    {
        foreach (var happened in one.Events)
        {
            Assert.True(happened.At <= happened.RecordedAt && happened.RecordedAt <= one.Now, $"{happened}");
            Assert.True(
                happened is not (TargetMissed or PromiseMissed) || happened.At < happened.RecordedAt,
                $"{happened}"
            );
        }
    }

    private static void NothingTwice(SimulatedCase one)
    {
        // A breach that an entry made late took back may come about anew, at another time (semantics 37).
        Once(one.Seen<TargetMissed>().Select(missed => (missed.Target, missed.Round, missed.At)));
        Once(one.Seen<PromiseMissed>().Select(missed => (missed.For, missed.Due)));
        Once(
            one.Seen<Escalated>()
                .Select(entered => (entered.Escalation, entered.Level, entered.Way == EntryWay.Request))
        );
        Once(
            one.Seen<Escalated>()
                .Where(entered => entered.Entry is not null)
                .Select(entered => (entered.Ladder, entered.Level, entered.Entry, entered.Anchor))
        );
        Once(one.Seen<LevelToldAgain>().Select(again => (again.Escalation, again.Level, again.Times)));
        Once(one.Mails.Select(mail => (mail.Rule, mail.Event, mail.Channel, mail.Audience, mail.To)));
        Assert.True(one.Seen<Closed>().Count <= 1);
        foreach (var (before, after) in Pairs(one.State.LadderStops))
        {
            Assert.True(before.Ladder != after.Ladder || before.To <= after.From, $"{before} {after}");
        }
    }

    // All that fell due by now is on record, once it was looked.
    private static void NothingForgotten(SimulatedCase one, CaseState state)
    {
        if (!state.IsLive)
        {
            Assert.Empty(DueList.Of(one.Guide, state, one.Now));
            Assert.DoesNotContain(state.Escalations, escalation => escalation.IsActive);
            return;
        }
        Assert.DoesNotContain(DueList.Of(one.Guide, state, one.Now), due => due.At <= one.Now);
        Assert.DoesNotContain(state.Promises, promise => promise.State == PromiseState.Open && promise.Due < one.Now);
        Assert.DoesNotContain(
            one.Clocks(),
            clock => clock is { State: ClockState.Running, Due: { } due, RecordedMiss: null } && due < one.Now
        );
    }

    private static void LedgersAddUp(SimulatedCase one, CaseState state)
    {
        foreach (var ledger in LedgerWriter.Write(one.Guide, state, one.Now))
        {
            Assert.Equal(ledger.Reading.Used, ledger.Counted + ledger.Overdue);
            Assert.True(
                ledger.Reading.State != ClockState.Running
                    || ledger.Counted + ledger.ToCome == ledger.Reading.Total
                    || ledger.Reading.Left < Duration.Zero,
                $"{ledger.Reading}"
            );
            Assert.All(Pairs(ledger.Segments), pair => Assert.Equal(pair.Before.To, pair.After.From));
        }
    }

    // What the guide sets a time for has a ledger of its own that leads to its due, and one only.
    private static void PromisesAddUp(SimulatedCase one, CaseState state)
    {
        var targets = LedgerWriter.Write(one.Guide, state, one.Now).Select(ledger => ledger.Reading.Target.Id);
        var ledgers = PromiseLedgers.Of(one.Guide, state, one.Now);
        Once(targets.Concat(ledgers.Select(ledger => ledger.Reading.Target.Id)));
        var book = PromiseBook.Of(one.Guide, state, one.Now);
        foreach (var ledger in ledgers)
        {
            var entry = Assert.Single(book, entry => entry.Ledger == ledger.Reading.Target.Id);
            Assert.Equal(entry.Due, ledger.Reading.Due);
            Assert.Equal(ledger.Reading.Used, ledger.Counted + ledger.Overdue);
            Assert.True(
                ledger.Reading.State != ClockState.Running || ledger.Counted + ledger.ToCome == ledger.Reading.Total,
                $"{ledger.Reading}"
            );
            Assert.All(Pairs(ledger.Segments), pair => Assert.Equal(pair.Before.To, pair.After.From));
            Assert.All(
                ledger.Segments,
                segment => Assert.Contains(one.Guide.Paragraphs, text => text.Id == segment.Cite)
            );
        }
        Assert.All(
            book.Where(entry =>
                entry.Kind is PromiseKind.Attempt or PromiseKind.Call or PromiseKind.Handover or PromiseKind.NextStep
            ),
            entry => Assert.True(entry.Ledger is not null, $"{entry}")
        );
    }

    // The queue has what nobody has taken, the customer what was asked of them; all else is with somebody, or falls due.
    private static void SomebodyOrSomethingIsNext(SimulatedCase one, CaseState state)
    {
        if (!state.IsLive)
        {
            return;
        }
        Assert.True(
            state.Condition == Condition.Open
                || state.Engineer is not null
                || state.Hold is { Awaiting.Length: > 0 }
                || state.Blocked is not null
                || DueList.Of(one.Guide, state, one.Now).Count > 0,
            $"{state.Condition} and nobody is next"
        );
        foreach (var escalation in state.Escalations.Where(escalation => escalation.IsActive))
        {
            Assert.True(
                state.IsResolved || IsOwed(one, escalation) || IsTold(escalation),
                $"nobody has escalation {escalation.Number}, and nothing of it falls due"
            );
        }
    }

    // Something of it is due or overdue, or its ladder climbs by itself.
    private static bool IsOwed(SimulatedCase one, Escalation escalation) =>
        PromiseBook
            .Owed(one.Guide, one.State, one.Now)
            .Any(entry => entry.Kind is PromiseKind.NextStep or PromiseKind.CallBack or PromiseKind.PlannedContact)
        || DueList
            .Of(one.Guide, one.State, one.Now)
            .Any(due => due.Rule is DueRule.Rise or DueRule.Repeat && due.Target == escalation.Ladder);

    // Whoever has it knows: they were reached at this level or as its owner, or the level was told to its post.
    private static bool IsTold(Escalation one) =>
        NextLevelIsReached(one)
        || one.Entered.Any(entered => entered.Level == one.Level && entered.Alerts.Count > 0)
        || one.Engagements.Any(engaged => engaged.Outcome == EngagementOutcome.Accepted && one.Owner is not null);

    private static bool NextLevelIsReached(Escalation one) =>
        one.Engagements.Any(engaged =>
            engaged.Level == one.Level && engaged.Outcome is EngagementOutcome.Accepted or EngagementOutcome.Informed
        );

    private static void LevelsAsTheGuideAllows(Guide guide, CaseState state, Escalation one)
    {
        var ladder = guide.Ladder(one.Ladder)!;
        var highest = 0;
        foreach (var entered in one.Entered)
        {
            var level = ladder.Level(entered.Level)!;
            if (ladder.Mode == LadderMode.Sequential)
            {
                var mayLeap = entered.Way is EntryWay.Owner or EntryWay.Condition || entered.Override is not null;
                Assert.True(entered.Level == highest + 1 || (mayLeap && entered.Level > highest), $"{entered}");
            }
            highest = Math.Max(highest, entered.Level);
            if (entered.Way == EntryWay.Request)
            {
                Assert.Contains(
                    level.Entries,
                    way => way is Entry.ByRequest asked && asked.Channels.Contains(entered.Channel)
                );
                Assert.NotNull(entered.From);
            }
            if (entered.Entry is { } index)
            {
                Assert.True(
                    IsDue(guide, state, level.Entries[index], entered),
                    $"{entered} is early or of another kind"
                );
            }
        }
        Assert.True(one.Level <= highest && one.Level > 0);
    }

    private static bool IsDue(Guide guide, CaseState state, Entry way, Escalated entered) =>
        way switch
        {
            Entry.ByTime time => entered.Way == EntryWay.Time
                && time.After.DueFrom(entered.Anchor!.Value, guide.Calendars[time.Calendar ?? guide.Desk.Calendar])
                    is { Ok: true } due
                && entered.At >= due.Value,
            Entry.ByTarget => entered.Way == EntryWay.Target && entered.At >= entered.Anchor,
            Entry.ByCondition condition => entered.Way == EntryWay.Condition
                && condition
                    .When.Whole()
                    .OfType<When.OpenFor>()
                    .All(open => entered.At >= state.Logged.At + open.AtLeast),
            _ => false,
        };

    private static void Once<T>(IEnumerable<T> all)
    {
        var seen = new HashSet<T>();
        Assert.All(all, one => Assert.True(seen.Add(one), $"twice: {one}"));
    }

    private static IEnumerable<(T Before, T After)> Pairs<T>(IReadOnlyList<T> all) => all.Zip(all.Skip(1));
}

using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// Semantics 14 and 29: what happened before a case was moved is read as the version of then read it. Hours and days are those of
/// <see cref="MovingTests"/>.
/// </summary>
public class MovedClockTests
{
    // Held from Monday 10:00 to Friday 10:00 for a reason that 2.1 calls otherwise: two of 30 hours are used at 11:00, and what
    // is left is 7 h on Friday, 10 h on Monday and Tuesday, and the last one on Wednesday.
    [Fact]
    public void Pauses_already_taken_stay_though_the_new_version_has_no_such_reason()
    {
        var one = P3()
            .At("2027-01-11 10:00")
            .Do(new Hold("information", "the school"))
            .At("2027-01-15 10:00")
            .Do(new Resume())
            .At("2027-01-15 11:00");
        var renamed = Versions.Next(one.Guide) with
        {
            HoldReasons =
            [
                .. one.Guide.HoldReasons.Select(reason =>
                    reason.Id == "information" ? reason with { Id = "more-information" } : reason
                ),
            ],
        };

        var move = Versions.Preview(one, renamed);
        var moved = Versions.Moved(one, renamed);

        Assert.Empty(move.Clocks);
        Assert.Empty(move.AtOnce);
        Assert.Equal((120, At.London("2027-01-20 09:00")), (moved.Used, moved.Clock.Due));
        Assert.Empty(moved.Seen<TargetMissed>());
        Assert.Equal(
            (SegmentKind.Paused, "information"),
            Assert.Single(
                moved.Ledger.Segments.Select(segment => (segment.Kind, segment.Why)),
                segment => segment.Kind == SegmentKind.Paused
            )
        );
    }

    // Waiting for a supplier since Tuesday stopped nothing by 2.0, so that Thursday 09:00 was missed. By 2.1 it does: from Friday.
    [Fact]
    public void A_breach_on_record_stands_though_the_new_version_would_have_paused()
    {
        var one = P3().At("2027-01-12 10:00").Do(new BeginWait("supplier", "a switch")).At("2027-01-15 10:00");
        var pausing = Versions.Next(one.Guide) with
        {
            WaitReasons = [.. one.Guide.WaitReasons.Select(reason => reason with { Pauses = Pauses.AllClocks })],
        };

        var moved = Versions.Moved(one, pausing);

        Assert.Equal(At.London("2027-01-14 09:00"), moved.Clock.RecordedMiss);
        Assert.Equal(At.London("2027-01-14 09:00"), moved.Clock.MissedAt);
        Assert.Equal((ClockState.Paused, At.London("2027-01-15 10:00")), (moved.Clock.State, moved.Clock.PausedSince));
        Assert.Single(moved.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // Met on Monday at 10:00 by the assignment; the new version asks for an update, of which there was none by its due on Thursday.
    [Fact]
    public void What_was_stopped_stays_though_the_new_version_stops_it_by_something_else()
    {
        var one = SimulatedCase
            .Log(StoppedBy(ShippedGuides.Schools, CaseMoment.Assigned), "2027-01-11 09:00")
            .At("2027-01-11 10:00")
            .Do(new Assign("Engineer 2"))
            .At("2027-01-15 11:00");

        var moved = Versions.Moved(one, StoppedBy(Versions.Next(ShippedGuides.Schools), CaseMoment.Updated));

        Assert.Equal((ClockState.Met, 60), (moved.Clock.State, moved.Used));
        Assert.Equal(At.London("2027-01-11 10:00"), moved.Clock.StoppedAt);
        Assert.DoesNotContain(moved.Seen<TargetMissed>(), missed => missed.Target == "resolve");
        Assert.DoesNotContain(moved.At("2027-01-20 11:00").Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // An outcome of Tuesday 10:00 met the target after 11 of 30 hours.
    [Fact]
    public void What_an_outcome_met_stays_met_though_the_new_version_has_no_such_outcome()
    {
        var one = P3()
            .Do(new Assign("Engineer 2"))
            .At("2027-01-12 10:00")
            .Do(new GiveDisposition("b", "A fix is being written", null, null))
            .At("2027-01-15 11:00");
        var without = Versions.Next(one.Guide) with { Dispositions = [] };

        var moved = Versions.Moved(one, without);

        Assert.Equal((ClockState.Met, 11 * 60), (moved.Clock.State, moved.Used));
        Assert.DoesNotContain(moved.Seen<TargetMissed>(), missed => missed.Target == "resolve");
    }

    // ESS-64: an outcome is for some priorities; raised afterwards, the case is judged as if it had not been given.
    [Fact]
    public void A_raise_after_the_move_undoes_an_outcome_that_is_not_for_the_priority()
    {
        var one = P3()
            .Do(new Assign("Engineer 2"))
            .At("2027-01-11 09:10")
            .Do(new GiveDisposition("b", "A fix is being written", null, null));

        var moved = Versions.Moved(one, Versions.Next(one.Guide)).At("2027-01-11 09:20");
        Assert.Equal(ClockState.Met, moved.Clock.State);
        moved.Do(new SetPriority("P2", "Headteacher", "Two classes"), People.TeamLeader);

        // One working day from 09:00.
        Assert.Equal((ClockState.Running, At.London("2027-01-12 09:00")), (moved.Clock.State, moved.Clock.Due));
    }

    // Every update came after a day and a half, of two: Tuesday 14:00, Thursday 09:00, Friday 14:00. One day is what 2.1 allows.
    [Fact]
    public void Rounds_that_were_kept_stay_kept_though_the_new_version_allows_less()
    {
        var one = P3().Do(new Assign("Engineer 2"));
        foreach (var at in (string[])["2027-01-12 14:00", "2027-01-14 09:00", "2027-01-15 14:00"])
        {
            one.At(at).Do(new SendUpdate("We are at it"));
        }
        var before = Updates(one);

        var moved = Versions.Moved(one.At("2027-01-15 15:00"), Daily());

        // The round of Friday 14:00 goes on, and is now due on Monday at 14:00.
        Assert.Equal(before.SkipLast(1), Updates(moved).SkipLast(1));
        Assert.All(before.SkipLast(1), round => Assert.Equal(PromiseState.Kept, round.State));
        Assert.Equal(At.London("2027-01-18 14:00"), Updates(moved)[^1].Due);
        Assert.Equal(before[^1].Number, Updates(moved)[^1].Number);
    }

    // Rounds are kept over a second move too, and the ones that ended between the two with them.
    [Fact]
    public void Rounds_stay_as_they_came_out_over_two_moves()
    {
        var one = P3().Do(new Assign("Engineer 2")).At("2027-01-12 14:00").Do(new SendUpdate("We are at it"));
        var daily = Versions.Moved(one, Daily()).At("2027-01-14 09:00").Do(new SendUpdate("Still at it"));

        var again = Versions.Moved(daily, Versions.Next(ShippedGuides.Schools, "2.2"));

        // From Tuesday 14:00 to Thursday 09:00 is a day and a half: late by 2.1, whatever 2.2 says.
        Assert.Equal(
            [PromiseState.Kept, PromiseState.Kept, PromiseState.Late, PromiseState.Open],
            Updates(again).Select(round => round.State)
        );
    }

    // Its breach would be in no report any more.
    [Fact]
    public void A_version_in_which_what_was_missed_has_no_place_is_refused()
    {
        var one = P3().At("2027-01-14 10:00");
        var without = Versions.Next(one.Guide) with
        {
            Targets = [.. one.Guide.Targets.Where(target => target.Id != "resolve")],
        };

        var refusal = Versions.Refusal(one, without);

        Assert.Equal(RefusalCode.VersionLacks, refusal.Code);
        Assert.Contains("of the target `resolve` has no place in it", refusal.Sentence, StringComparison.Ordinal);
    }

    private static SimulatedCase P3() => SimulatedCase.Log("2027-01-11 09:00");

    private static Guide StoppedBy(Guide guide, CaseMoment moment) =>
        Versions.WithClock(guide, "resolve", clock => clock with { StopsOn = [moment] });

    private static Guide Daily() =>
        ShippedGuides.With(
            "schools-desk",
            ("  version: \"2.0\"\n  status", "  version: \"2.1\"\n  status"),
            (
                "{ when: { priority: P3 }, allow: { workingDays: 2 }, calendar: desk, cite: progress }",
                "{ when: { priority: P3 }, allow: { workingDays: 1 }, calendar: desk, cite: progress }"
            )
        );

    private static List<(int Number, PromiseState State, NodaTime.Instant? Due)> Updates(SimulatedCase one) =>
        [
            .. PromiseBook
                .Of(one.Guide, one.Events, one.Now)
                .Where(entry => entry.Id == "update")
                .OrderBy(entry => entry.Number)
                .Select(entry => (entry.Number, entry.State, entry.Due)),
        ];
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Escalations;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>A promise whose time the guide sets says why it is due then, target or not; worked by hand.</summary>
public sealed class ReckonedLedgerTests
{
    // Asked on Thursday 24 December 2026 at 16:00: two hours that day; Christmas Day, the weekend and the substitute for
    // Boxing Day on Monday 28 do not count; eight hours on Tuesday, until 16:00.
    [Fact]
    public void ESS_78_An_answer_within_a_working_day_over_Christmas_shows_each_day_that_does_not_count()
    {
        var one = SimulatedCase
            .Log("2026-12-24 09:00")
            .At("2026-12-24 16:00")
            .Do(new RecordUpdateRequest("How is it going?", Channel.Email), People.Contact);
        one.At("2026-12-24 17:00");

        var ledger = Of(one, "update-request-1");

        Assert.Equal(At.London("2026-12-29 16:00"), ledger.Reading.Due);
        Assert.Equal((Hours(1), Hours(9), Hours(10)), (ledger.Counted, ledger.ToCome, ledger.Reading.Total));
        Assert.Equal(
            [
                ("2026-12-24 16:00", SegmentKind.Counted, "open hours"),
                ("2026-12-24 17:00", SegmentKind.ToCome, "open hours"),
                ("2026-12-24 18:00", SegmentKind.Closed, "desk closed"),
                ("2026-12-25 00:00", SegmentKind.Closed, "Christmas Day"),
                ("2026-12-26 00:00", SegmentKind.Closed, "Boxing Day"),
                ("2026-12-27 00:00", SegmentKind.Closed, "not a working day"),
                ("2026-12-28 00:00", SegmentKind.Closed, "Boxing Day (substitute day)"),
                ("2026-12-29 00:00", SegmentKind.Closed, "desk closed"),
                ("2026-12-29 08:00", SegmentKind.ToCome, "open hours"),
            ],
            ledger.Segments.Select(segment => (Wall(one, segment.From), segment.Kind, segment.Why))
        );
        Assert.Equal(At.London("2026-12-29 16:00"), ledger.Segments[^1].To);
        Cites(one, ledger);
    }

    // Resolved on Thursday 31 December at 10:00; the first attempt is a working day later, over the holiday and the
    // weekend: eight hours that day and two on Monday 4 January.
    [Fact]
    public void A_09_An_attempt_has_its_ledger_and_the_next_runs_from_the_one_before()
    {
        var one = SimulatedCase.Log("2026-12-29 15:31").At("2026-12-30 09:05").Do(new Assign("Engineer 2"));
        one.At("2026-12-31 10:00").Do(new Resolve("Renewed", Confirmation.Required));

        var first = Of(one, "attempt-1");
        Assert.Equal((At.London("2027-01-04 10:00"), Hours(10)), (first.Reading.Due, first.ToCome));
        Assert.Contains(
            first.Segments,
            segment =>
                segment.Kind == SegmentKind.Closed && segment.Why.StartsWith("New Year", StringComparison.Ordinal)
        );

        one.At("2027-01-04 10:01");
        Assert.Equal(ClockState.Met, Of(one, "attempt-1").Reading.State);
        var second = Of(one, "attempt-2");
        Assert.Equal(At.London("2027-01-05 10:00"), second.Reading.Due);
        Assert.Equal(Hours(10), second.Counted + second.ToCome);
        Cites(one, second);
    }

    // Told by mail on Monday at 17:40 and within an hour of the desk's by telephone: 20 minutes that day, 40 from 08:00 on.
    [Fact]
    public void ESS_51_A_call_that_is_owed_shortly_before_closing_time_runs_on_in_the_morning()
    {
        var one = ByMail("2026-12-14 17:40").At("2026-12-14 19:00");

        var ledger = Of(one, "call-1");
        Assert.Equal(At.London("2026-12-15 08:40"), ledger.Reading.Due);
        Assert.Equal(
            [
                ("2026-12-14 17:40", SegmentKind.Counted, Minutes(20)),
                ("2026-12-14 18:00", SegmentKind.Closed, Duration.Zero),
                ("2026-12-14 19:00", SegmentKind.Closed, Duration.Zero),
                ("2026-12-15 08:00", SegmentKind.ToCome, Minutes(40)),
            ],
            ledger.Segments.Select(segment => (Wall(one, segment.From), segment.Kind, segment.Amount))
        );
        Cites(one, ledger);
    }

    // Nobody was reached at 17:50, so that the hour begins anew: 10 minutes that day, 50 in the morning; made 15 late.
    [Fact]
    public void ESS_51_A_try_that_reached_nobody_begins_the_time_of_the_call_anew()
    {
        var one = ByMail("2026-12-14 17:40").At("2026-12-14 17:50").Do(new RecordCall(CallOutcome.NotReached));
        one.At("2026-12-15 09:05").Do(new RecordCall(CallOutcome.Reached, "They know"));

        var ledger = Of(one, "call-1");
        Assert.Equal((At.London("2026-12-15 08:50"), ClockState.Missed), (ledger.Reading.Due, ledger.Reading.State));
        Assert.Equal((Hours(1), Minutes(15)), (ledger.Counted, ledger.Overdue));
        var waits = ledger.Segments[0];
        Assert.Equal(
            (SegmentKind.NotStarted, At.London("2026-12-14 17:50"), Duration.Zero),
            (waits.Kind, waits.To, waits.Amount)
        );
    }

    // A P1 on Friday 23 October: the desk asks at 17:00 for the contacts that are exchanged before it closes at 18:00.
    [Fact]
    public void ESS_49_The_handover_by_18_00_counts_from_the_prompt_to_the_closing()
    {
        var one = SimulatedCase.Log("2026-10-23 16:40", log => log with { Answers = Answers.AllDown });
        one.At("2026-10-23 17:45");

        var entry = Book.Of(one).First(promise => promise.Kind == PromiseKind.Handover);
        var ledger = Of(one, entry.Ledger!);

        Assert.Equal(At.London("2026-10-23 18:00"), ledger.Reading.Due);
        Assert.Equal((Minutes(45), Minutes(15)), (ledger.Counted, ledger.ToCome));
        Assert.Equal("2026-10-23 17:00", Wall(one, ledger.Segments[0].From));
        Cites(one, ledger);
    }

    // Ended at seven on Easter Sunday, 28 March 2027: Easter Monday does not count, so that five working days are Tuesday to
    // Friday and Monday 5 April, until 17:30. A date that was agreed has no ledger.
    [Fact]
    public void S_07_The_reason_for_outage_within_five_working_days_leaves_Easter_Monday_out()
    {
        var end = new EndEscalation("Restored", Channel.Phone, RfoState.Owed);
        var one = Ending().Do(end);
        var ledger = Of(one, Book.Only(one, PromiseKind.ReasonForOutage).Ledger!);

        Assert.Equal(At.Utc("2027-04-05T16:30:00Z"), ledger.Reading.Due);
        Assert.Equal(5, ledger.Segments.Count(segment => segment.Kind == SegmentKind.ToCome));
        Assert.Contains(ledger.Segments, segment => segment is { Kind: SegmentKind.Closed, Why: "Easter Monday" });
        Assert.Equal(ledger.Reading.Total, ledger.ToCome);
        Cites(one, ledger);

        var agreed = Ending().Do(end with { RfoDue = At.Utc("2027-04-01T11:00:00Z") });
        Assert.Null(Book.Only(agreed, PromiseKind.ReasonForOutage).Ledger);
    }

    [Fact]
    public void What_was_agreed_has_no_ledger_and_a_target_keeps_its_own()
    {
        var one = NightOfD5.Logged();

        Assert.All(
            Book.Of(one),
            entry =>
                Assert.True(
                    entry.Kind is not (PromiseKind.CallBack or PromiseKind.PlannedContact) || entry.Ledger is null
                )
        );
        Assert.DoesNotContain(
            PromiseLedgers.Of(one.Guide, one.State, one.Now),
            ledger => one.Guide.Targets.Any(target => target.Id == ledger.Reading.Target.Id)
        );
    }

    // A word within two working days, 20 hours: 149 minutes on the 24th, 65 on the 29th until the assignment; from there 535,
    // 600 and 65, until 09:05 on the 31st, and told at 09:20.
    [Fact]
    public void ESS_46_Each_round_of_the_update_clock_has_its_ledger_when_the_next_has_begun()
    {
        var one = SimulatedCase.Log("2026-12-24 15:31").At("2026-12-29 09:05").Do(new Assign("Engineer 2"));
        one.At("2026-12-31 09:20").Do(new SendUpdate("Still looking")).At("2026-12-31 10:20");

        var first = Of(one, "update-round-1");
        Assert.Equal((ClockState.Met, At.London("2026-12-30 15:31")), (first.Reading.State, first.Reading.Due));
        Assert.Equal((Minutes(214), Duration.Zero), (first.Counted, first.Overdue));
        Assert.Equal(
            [
                ("2026-12-24 15:31", SegmentKind.Counted, Minutes(149)),
                ("2026-12-29 08:00", SegmentKind.Counted, Minutes(65)),
            ],
            first
                .Segments.Where(segment => segment.Kind != SegmentKind.Closed)
                .Select(segment => (Wall(one, segment.From), segment.Kind, segment.Amount))
        );
        Cites(one, first);

        var second = Of(one, "update-round-2");
        Assert.Equal((ClockState.Missed, At.London("2026-12-31 09:05")), (second.Reading.State, second.Reading.Due));
        Assert.Equal((Hours(20), Minutes(15)), (second.Counted, second.Overdue));

        var book = Book.Of(one).Where(entry => entry.Kind == PromiseKind.Update).OrderBy(entry => entry.Number);
        Assert.Equal(["update-round-1", "update-round-2", "update"], book.Select(entry => entry.Ledger));
    }

    // Severity 1 of 10:00 is told within half an hour, and was not; at 10:40 it is made severity 2.
    [Fact]
    public void Semantics_14_A_round_that_was_missed_and_then_ended_by_another_priority_keeps_its_ledger()
    {
        var one = GulfDesk.Severity1(GulfDesk.Guide, "2026-12-06 10:00").At("2026-12-06 10:40");
        one.Do(new SetPriority("S2", null, "One rack only"), GulfDesk.DutyManager);

        var entry = Book.Only(one, PromiseKind.Update, 1);
        Assert.Equal((PromiseState.Missed, false, "update-round-1"), (entry.State, entry.IsToDo, entry.Ledger));
        var ledger = Of(one, "update-round-1");
        Assert.Equal(entry.Due, ledger.Reading.Due);
        Assert.Equal((Minutes(30), Minutes(10)), (ledger.Counted, ledger.Overdue));
    }

    private static SimulatedCase Ending() =>
        NightOfD5.Logged().At("2027-03-28 07:00").Do(new Escalate { From = "Network control", SeenLevel = 0 });

    private static SimulatedCase ByMail(string at) =>
        SimulatedCase.Log(
            at,
            log => log with { Source = Channel.Email, Services = ["email"], Answers = Answers.DownForSome }
        );

    private static Ledger Of(SimulatedCase one, string id) =>
        Assert.Single(PromiseLedgers.Of(one.Guide, one.State, one.Now), ledger => ledger.Reading.Target.Id == id);

    private static void Cites(SimulatedCase one, Ledger ledger) =>
        Assert.All(ledger.Segments, segment => Assert.Contains(one.Guide.Paragraphs, text => text.Id == segment.Cite));

    private static string Wall(SimulatedCase one, Instant at) =>
        at.InZone(one.Guide.DeskCalendar.Zone).LocalDateTime.ToString("yyyy-MM-dd HH:mm", null);

    private static Duration Hours(int hours) => Duration.FromHours(hours);

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Reports;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Complaints;
using Rung.Core.Tests.Promises;
using Xunit;

namespace Rung.Core.Tests.Reports;

/// <summary>A month counted by hand: attainment, promises, escalations, change requests, breaches, log-by.</summary>
public class MonthReportTests
{
    private static readonly Instant Later = At.London("2027-07-01 12:00");

    private static MonthReport Of(Guide guide, string month, Instant now, params SimulatedCase[] cases)
    {
        var date = At.Date($"{month}-01");
        var reader = new MonthReader(guide, date.ToYearMonth(), now);
        foreach (var one in cases)
        {
            reader.Take(new CaseOnFile(one.Guide, one.Events));
        }
        return reader.Report();
    }

    private static (int, int, int, int) Counts(MonthReport report, PromiseKind kind) =>
        report.Promises.SingleOrDefault(row => row.Name == $"{kind}") is { } row
            ? (row.Kept, row.Late, row.Missed, row.Open)
            : default;

    // All but the last are due on Thursday 17 December at 10:00: one held in time, one answered in time, one answered a minute
    // late, one never. The last is logged on the 31st, over New Year due on 6 January.
    [Fact]
    public void ESS_92_ESS_93_Complaints_are_counted_by_how_they_were_answered_and_never_listed()
    {
        SimulatedCase Complained(string at = "2026-12-14 10:00") => Complaint.Log(at, Channel.Phone);
        var held = Complained().At("2026-12-17 10:00");
        held.Do(new SendHoldingReply("We look into it", At.Date("2027-01-12")), Complaint.Handler);
        var answered = Complained().At("2026-12-15 10:00").Do(new AnswerComplaint("Sorry"), Complaint.Handler);
        var late = Complained().At("2026-12-17 10:01").Do(new AnswerComplaint("Sorry"), Complaint.Handler);
        var never = Complained().At("2026-12-31 17:00");
        var next = Complained("2026-12-31 10:00");

        var report = Of(held.Guide, "2026-12", Later, held, answered, late, never, next);

        var row = Assert.Single(report.Complaints);
        Assert.Equal(new ComplaintRow("Response", 1, 1, 1, 1, 0), row);
        Assert.Equal((2, 4, 0.5m), (row.InTime, row.All, row.Share));
        Assert.Empty(report.Attainment);
        Assert.Empty(report.Breaches);
        Assert.Empty(report.Missed);
        Assert.Equal(5, report.Logged);
        Assert.Equal((2, 1, 1, 0), Counts(report, PromiseKind.ComplaintAnswer));
    }

    // Both responses of 17 December 10:00 are kept by the first holding reply. The date of the one is agreed anew in time and kept;
    // that of the other had passed, and neither it nor the next was kept.
    [Fact]
    public void ESS_92_A_date_that_was_replaced_is_counted_neither_as_kept_nor_as_missed()
    {
        SimulatedCase Held(string again)
        {
            var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);
            one.Do(new SendHoldingReply("We look into it", At.Date("2026-12-16")), Complaint.Handler);
            return one.At(again).Do(new SendHoldingReply("Still", At.Date("2026-12-18")), Complaint.Handler);
        }

        var inTime = Held("2026-12-15 10:00").At("2026-12-17 10:00");
        inTime.Do(new AnswerComplaint("Sorry"), Complaint.Handler);
        var tooLate = Held("2026-12-17 09:00").At("2026-12-31 17:00");

        var report = Of(inTime.Guide, "2026-12", Later, inTime, tooLate);

        Assert.Equal((3, 0, 2, 0), Counts(report, PromiseKind.ComplaintAnswer));
    }

    // The night: due 03:30, restored 06:50, 200 minutes over. Call-backs of 04:00 and 05:30 kept. Contacts of 04:30,
    // 05:30, 06:00 and 06:30 kept, 05:00 told at 05:30; 07:00 is not owed. Asked on 29, 30 and 31 March whether it is fixed.
    // The reason for outage is due on 5 April: it belongs to April.
    [Fact]
    public void D5_One_escalation_of_three_levels_in_the_month_of_its_calls()
    {
        var night = NightOfD5.Whole().At("2027-03-30 11:00").Do(new WriteRfo("A digger"), NightOfD5.Owner);
        var report = Of(night.Guide, "2027-03", Later, night.At("2027-04-20 12:00"));

        Assert.Equal((1, 3, 1), (report.Escalations, report.EscalationCalls, report.OtherRequests));
        Assert.Equal(
            [
                new("incident 1", "entered", 1),
                new("incident 2", "entered", 1),
                new CountRow("incident 3", "entered", 1),
            ],
            report.Levels
        );
        Assert.Equal(
            [
                new("incident 1", "no ground given", 1),
                new("incident 2", "Escalation or communication plan has failed", 1),
                new CountRow("incident 3", "Outage longer than the service level agreement allows", 1),
            ],
            report.Grounds
        );
        Assert.Equal((0, 1, 0, 0), Counts(report, PromiseKind.Target));
        Assert.Equal((2, 0, 0, 0), Counts(report, PromiseKind.CallBack));
        Assert.Equal((4, 1, 0, 0), Counts(report, PromiseKind.PlannedContact));
        Assert.Equal((3, 0, 0, 0), Counts(report, PromiseKind.Attempt));
        // The level 2 post by 04:10, reached at 03:44; that of level 3 by 06:35, at 06:09.
        Assert.Equal((2, 0, 0, 0), Counts(report, PromiseKind.NextStep));
        Assert.Equal(default, Counts(report, PromiseKind.ReasonForOutage));
        Assert.Equal([new AttainmentRow("P1", 0, 1, 0, 0, 0)], report.Attainment);
        var breach = Assert.Single(report.Breaches);
        Assert.Equal((At.Utc("2027-03-28T02:30:00Z"), At.Minutes(200), null), (breach.Due, breach.Over, breach.Reason));
        Assert.Equal(
            [PromiseKind.Target, PromiseKind.PlannedContact],
            report.Missed.Select(missed => missed.Entry.Kind)
        );

        var april = Of(night.Guide, "2027-04", Later, night);
        Assert.Equal((0, 0, 0), (april.Escalations, april.EscalationCalls, april.Levels.Count));
        Assert.Equal((1, 0, 0, 0), Counts(april, PromiseKind.ReasonForOutage));
        Assert.Empty(april.Breaches);
    }

    // Called on 30 April at 10:00, each with a call-back agreed: the post is reached by 10:30. At 10:12, at 10:31, and never. The
    // last call is of 23:45, whose half hour ends in May.
    [Fact]
    public void SMC_10_Next_steps_of_escalations_are_counted_in_the_month_of_their_due()
    {
        static SimulatedCase Called(string at, string? reached) =>
            NightOfD5.Called(at) is var one && reached is null
                ? one.At("2027-05-20 12:00")
                : one.At(reached!).Do(new Engage { Level = 2, Person = "Manager 3" }).At("2027-05-20 12:00");

        SimulatedCase[] cases =
        [
            Called("2027-04-30 10:00", "2027-04-30 10:12"),
            Called("2027-04-30 10:00", "2027-04-30 10:31"),
            Called("2027-04-30 10:00", null),
            Called("2027-04-30 23:45", null),
        ];

        var april = Of(ShippedGuides.Smc, "2027-04", Later, cases);
        Assert.Equal((1, 1, 1, 0), Counts(april, PromiseKind.NextStep));
        Assert.Equal(
            [PromiseState.Late, PromiseState.Missed],
            april
                .Missed.Where(missed => missed.Entry.Kind == PromiseKind.NextStep)
                .Select(missed => missed.Entry.State)
                .OrderBy(state => $"{state}", StringComparer.Ordinal)
        );
        Assert.Equal((0, 0, 1, 0), Counts(Of(ShippedGuides.Smc, "2027-05", Later, cases), PromiseKind.NextStep));
    }

    // Kept: due Thu 31 Dec 15:31, resolved 10:00. Late: P1 of 14 Dec 09:00, due 13:00, resolved 13:30. Late on arrival: raised
    // to P1 at 08:20 on 15 Dec, due 14 Dec 21:50. Not done: P1 of 30 Dec 09:00, due 13:00, nobody does anything.
    [Fact]
    public void Attainment_by_priority_has_late_on_arrival_apart_and_leaves_nobody_out_silently()
    {
        var kept = SimulatedCase
            .Log("2026-12-24 15:31")
            .At("2026-12-31 10:00")
            .Do(new Resolve("Done", Confirmation.NotRequired));
        var late = P1("2026-12-14 09:00").At("2026-12-14 13:30").Do(new Resolve("Done", Confirmation.NotRequired));
        var arrived = SimulatedCase
            .Log("2026-12-14 17:50")
            .At("2026-12-15 08:20")
            .Do(new SetPriority("P1", "School office", "All of us are affected"), People.TeamLeader)
            .At("2026-12-15 09:00")
            .Do(new Resolve("Done", Confirmation.NotRequired));
        var never = P1("2026-12-30 09:00");

        var report = Of(kept.Guide, "2026-12", Later, kept, late, arrived, never);

        Assert.Equal([new("P1", 0, 1, 1, 1, 0), new AttainmentRow("P3", 1, 0, 0, 0, 0)], report.Attainment);
        Assert.Equal((0m, 1m), (report.Attainment[0].Share, report.Attainment[1].Share));
        Assert.Equal((1, 2, 1, 0), Counts(report, PromiseKind.Target));
        Assert.Equal(4, report.Logged);
    }

    // 30 minutes over, with its reason; and one that nobody explained, 35 h over at midnight: 13:00 on the 30th to 00:00.
    [Fact]
    public void A_breach_has_its_reason_and_how_far_it_was_over()
    {
        var told = P1("2026-12-14 09:00")
            .At("2026-12-14 13:30")
            .Do(new Resolve("Done", Confirmation.NotRequired))
            .Do(new ExplainBreach("resolve", "supplier", "The part came late"));
        var silent = P1("2026-12-30 09:00");

        var report = Of(told.Guide, "2026-12", Later, silent, told);

        Assert.Equal(
            [
                (At.London("2026-12-14 13:00"), At.Minutes(30), "supplier: The part came late"),
                (At.London("2026-12-30 13:00"), At.Minutes(35 * 60), null),
            ],
            report.Breaches.Select(breach => (breach.Due, breach.Over, breach.Reason))
        );
    }

    // Fifteen working days from 14 December 10:00: 7 January 10:00, and the date that was named, 6 January 18:00.
    [Fact]
    public void ESS_68_Change_requests_are_counted_against_their_expectation_in_the_month_it_falls_in()
    {
        var change = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Kind = "change-request" })
            .At("2026-12-15 10:01")
            .Do(new GiveDisposition("valid-change", "We will set it up", null, At.Date("2027-01-06")))
            .At("2027-01-07 09:00")
            .Do(new Resolve("It is there", Confirmation.NotRequired));

        Assert.Empty(Of(change.Guide, "2026-12", Later, change).Expectations);
        var january = Of(change.Guide, "2027-01", Later, change).Expectations;
        Assert.Equal(
            [
                new("Date that was named to the customer", 0, 1, 0, 0),
                new KindRow("Expected time for a change", 1, 0, 0, 0),
            ],
            january
        );
    }

    // Resolved on 7 January, after its due of 31 December: in December's report it is not done, whenever that is made.
    [Fact]
    public void The_report_of_a_month_says_the_same_whenever_it_is_made_again()
    {
        var one = SimulatedCase.Log("2026-12-24 15:31").At("2026-12-31 23:59");
        var atOnce = Of(one.Guide, "2026-12", At.London("2027-01-01 00:00"), one);
        one.At("2027-01-07 10:00").Do(new Resolve("Done", Confirmation.NotRequired));
        var other = SimulatedCase.Log("2027-01-04 10:00");

        var later = Of(one.Guide, "2026-12", Later, one, other);

        Assert.Equal([new AttainmentRow("P3", 0, 0, 1, 0, 0)], later.Attainment);
        Assert.Equal(atOnce.Attainment, later.Attainment);
        Assert.Equal(atOnce.Promises, later.Promises);
        Assert.Equal((atOnce.Logged, 1), (later.Logged, later.Logged));
    }

    // On 30 December at noon the word of 15:31 and the resolution of the 31st are still open.
    [Fact]
    public void While_the_month_lasts_what_is_not_due_yet_is_open()
    {
        var one = SimulatedCase.Log("2026-12-24 15:31").At("2026-12-30 12:00");

        var report = Of(one.Guide, "2026-12", one.Now, one);

        Assert.Equal((0, 0, 0, 1), Counts(report, PromiseKind.Target));
        Assert.Equal((0, 0, 0, 1), Counts(report, PromiseKind.Update));
        Assert.Equal([new AttainmentRow("P3", 0, 0, 0, 0, 0)], report.Attainment);
        Assert.Null(report.Attainment[0].Share);
    }

    // The month ends at midnight in London, which is 23:00Z in summer.
    [Theory]
    [InlineData("2027-05-31T22:59:59Z", 1)]
    [InlineData("2027-05-31T23:00:00Z", 0)]
    [InlineData("2027-04-30T23:00:00Z", 1)]
    [InlineData("2027-04-30T22:59:59Z", 0)]
    public void ESS_41_A_mail_counts_in_the_month_of_its_log_by(string logBy, int counted)
    {
        var reader = new MonthReader(ShippedGuides.Schools, new YearMonth(2027, 5), Later);
        reader.Take(new MailToLog(At.Utc(logBy), At.Utc("2027-04-01T00:00:00Z")));

        Assert.Equal(counted, reader.Report().LogBy.Kept);
    }

    [Fact]
    public void ESS_41_Mails_are_logged_in_time_late_or_not_at_all()
    {
        var reader = new MonthReader(ShippedGuides.Schools, new YearMonth(2027, 5), Later);
        var due = At.Utc("2027-05-04T17:00:00Z");
        reader.Take(new MailToLog(due, At.Utc("2027-05-04T17:00:00Z")));
        reader.Take(new MailToLog(due, At.Utc("2027-05-04T17:00:01Z")));
        reader.Take(new MailToLog(due, null));
        // Logged in June only: in May it still waited.
        reader.Take(new MailToLog(due, At.Utc("2027-06-02T08:00:00Z")));

        var report = reader.Report();
        Assert.Equal(
            (1, 1, 2, 0, 0.25m),
            (report.LogBy.Kept, report.LogBy.Late, report.LogBy.Missed, report.LogBy.Open, report.LogBy.Share)
        );
        Assert.Equal((1, 1, 2, 0), Counts(report, PromiseKind.LogBy));
    }

    private static SimulatedCase P1(string at) => SimulatedCase.Log(at, log => log with { Answers = Answers.AllDown });
}

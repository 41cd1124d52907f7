using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Promises;
using Rung.Core.Time;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>
/// Complaints about personal data: confirmed within 30 days, counted from the day after the receipt (Data (Use and Access)
/// Act 2025, section 103; R38). In time is the whole of the last day.
/// </summary>
public class ComplaintByLawTests
{
    private static readonly Duration Smallest = Duration.FromTicks(10);

    private static Instant EndOf(string date) => At.London($"{date} 00:00") + Duration.FromDays(1) - Smallest;

    // Received on a Friday: day 30 is Sunday 27 December, Monday 28 stands in for Boxing Day.
    // 1 December and 30 days: Thursday the 31st. 2 December: 1 January, a Friday and a holiday, then a weekend.
    // 24 February and 30 days: Good Friday 2027; Easter Monday follows. 27 February: Easter Monday itself, in summer time.
    // Late in the evening and on a Sunday it is received as well: 29 November and 30 days are Tuesday 29 December.
    [Theory]
    [InlineData("2026-11-27 10:00", "2026-12-29")]
    [InlineData("2026-12-01 10:00", "2026-12-31")]
    [InlineData("2026-12-02 10:00", "2027-01-04")]
    [InlineData("2027-02-24 10:00", "2027-03-30")]
    [InlineData("2027-02-27 23:59", "2027-03-30")]
    [InlineData("2026-11-29 23:59", "2026-12-29")]
    public void Thirty_days_from_the_day_after_the_receipt(string received, string last) =>
        Assert.Equal(
            EndOf(last),
            new Allowance.StatutoryDays(30).DueFrom(At.London(received), ShippedGuides.Schools.DeskCalendar).Require()
        );

    // The night of 28 March 2027 has an hour less: the last day still is a whole one, from 23:00 to 23:00 UTC.
    [Fact]
    public void The_last_day_ends_at_midnight_of_the_desk() =>
        Assert.Equal(
            At.Utc("2027-03-30T23:00:00Z") - Smallest,
            new Allowance.StatutoryDays(30)
                .DueFrom(At.London("2027-02-27 12:00"), ShippedGuides.Schools.DeskCalendar)
                .Require()
        );

    [Fact]
    public void Days_that_lead_nowhere_are_a_problem_and_no_exception()
    {
        var calendar = ShippedGuides.Schools.DeskCalendar;

        Assert.False(new Allowance.StatutoryDays(int.MaxValue).DueFrom(At.London("2026-12-01 10:00"), calendar).Ok);
        Assert.False(new Allowance.StatutoryDays(30).DueFrom(Instant.MaxValue, calendar).Ok);
    }

    [Fact]
    public void It_counts_from_the_receipt_itself_and_nothing_pauses_it()
    {
        // A letter of Friday evening, logged on Monday: the desk's own clock begins on Monday, the law's on Friday.
        var one = Complaint.Log(
            "2026-11-30 09:00",
            Channel.Letter,
            log => Complaint.AboutData(log) with { ReceivedAt = At.London("2026-11-27 19:00") }
        );
        Assert.Equal(At.London("2026-11-30 08:00"), Complaint.Respond(one).Start);
        Assert.Equal(At.London("2026-11-27 19:00"), Complaint.ByLaw(one).Start);

        one.Do(new Hold("information", "the names"), Complaint.Handler).At("2026-12-10 12:00");

        Assert.Equal(ClockState.Paused, Complaint.Respond(one).State);
        Assert.Equal((ClockState.Running, EndOf("2026-12-29")), (Complaint.ByLaw(one).State, Complaint.ByLaw(one).Due));
        var ledger = LedgerWriter.Write(one.Guide, one.State, one.Now)[1];
        Assert.Equal(ledger.Reading.Total, ledger.Segments.Aggregate(Duration.Zero, (sum, part) => sum + part.Amount));
        Assert.Contains("Confirmation that it has arrived", LedgerText.Of(one.Guide, one.State, ledger));
    }

    [Fact]
    public void Word_that_it_has_arrived_meets_it_and_nothing_else()
    {
        var one = Complaint.Log("2026-11-27 10:00", Channel.Form, Complaint.AboutData);
        one.Do(new SendUpdate("We are busy"), Complaint.Handler);
        Assert.Equal(ClockState.Running, Complaint.ByLaw(one).State);

        one.At("2026-11-27 11:00").Do(new AcknowledgeComplaint("It is with us"), Complaint.Handler);

        Assert.Equal(ClockState.Met, Complaint.ByLaw(one).State);
        Assert.Equal(ClockState.Running, Complaint.Respond(one).State);
        Assert.Contains(
            one.Mails,
            mail => mail.Rule == "complaint-acknowledged" && mail.Text.Contains("It is with us")
        );
        Assert.Equal(
            RefusalCode.WrongCondition,
            one.Refuses(new AcknowledgeComplaint("Again"), Complaint.Handler).Code
        );
        var entry = Assert.Single(Book.Of(one), promise => promise.Id == "complaint-acknowledge");
        Assert.Equal((PromiseKind.ComplaintAnswer, PromiseState.Kept), (entry.Kind, entry.State));
        Assert.Equal("Complaint Handler", entry.Owner.Name);
    }

    [Fact]
    public void An_answer_confirms_as_well()
    {
        var one = Complaint.Log("2026-11-27 10:00", Channel.Form, Complaint.AboutData);
        one.Do(new SendHoldingReply("We look into it", At.Date("2026-12-10")), Complaint.Handler);

        Assert.Equal(ClockState.Met, Complaint.ByLaw(one).State);
    }

    [Fact]
    public void What_comes_after_the_closing_is_counted_from_the_first_complaint()
    {
        var one = Complaint.Log("2026-11-27 10:00", Channel.Form, Complaint.AboutData);
        one.Do(new AnswerComplaint("Nothing was wrong"), Complaint.Handler).At("2026-11-30 12:00");
        Assert.Equal(Condition.Closed, one.Condition);

        one.Do(new RecordReply("I do not agree", Channel.Email), People.Contact);

        var next = one.Next!;
        Assert.Equal(
            ("data-complaint", "Data-protection complaint"),
            (next.State.Logged.Kind, next.State.Logged.Subject)
        );
        Assert.Equal(
            (At.London("2026-11-27 10:00"), EndOf("2026-12-29")),
            (Complaint.ByLaw(next).Start, Complaint.ByLaw(next).Due)
        );
        Assert.Equal(At.London("2026-11-30 12:00"), Complaint.Respond(next).Start);
    }
}

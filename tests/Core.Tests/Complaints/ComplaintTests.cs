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
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>Complaints by three routes on a clock of their own, and what is and is not done to them. .</summary>
public class ComplaintTests
{
    // 1800 minutes of 600 a day. The 25th, the weekend and the 28th (for Boxing Day) do not count: 30 minutes on the 24th,
    // 600 on the 29th and the 30th, 570 on the 31st. A call at 10:00 on a Monday: 480, 600, 600, 120.
    [Theory]
    [InlineData(Channel.Phone, null, "2026-12-14 10:00", "2026-12-17 10:00")]
    [InlineData(Channel.Form, null, "2026-12-18 18:30", "2026-12-23 18:00")] // counts from Monday 08:00: three whole days
    [InlineData(Channel.Letter, "2026-12-24 17:30", "2026-12-29 09:00", "2026-12-31 17:30")]
    [InlineData(Channel.Letter, "2026-12-19 10:00", "2026-12-21 09:00", "2026-12-23 18:00")] // delivered on a Saturday
    [InlineData(Channel.Email, "2026-12-14 10:00", "2026-12-15 15:00", "2026-12-17 10:00")] // from its receipt, not from the reference
    public void ESS_88_ESS_89_ESS_92_A_20_Three_working_days_from_the_receipt_whichever_way_it_comes(
        Channel source,
        string? received,
        string logged,
        string due
    )
    {
        var one = Complaint.Log(
            logged,
            source,
            log => log with { ReceivedAt = received is null ? null : At.London(received) }
        );

        Assert.Equal(At.London(due), Complaint.Respond(one).Due);
        Assert.Equal("complaint-respond", Assert.Single(one.Clocks()).Target.Id);
        Assert.Null(one.State.Priority);
        Assert.Equal(IntakeState.Finished, one.State.Intake);
        Assert.Contains(
            one.Mails,
            mail => mail.Rule == "complaint-logged" && mail.Text.Contains(one.State.Reference.Text)
        );
    }

    [Fact]
    public void ESS_89_A_letter_is_logged_with_the_time_of_its_delivery_and_its_scan()
    {
        var scan = new Paper("letter.pdf", "application/pdf", 5, new string('a', 64));
        Func<LogCase, LogCase> whole = log =>
            Complaint.Of(log, Channel.Letter) with
            {
                ReceivedAt = At.London("2026-12-14 09:00"),
                Complaint = new ComplaintDetails("Nobody answers") { Papers = [scan] },
            };

        Assert.Equal(scan, Assert.Single(SimulatedCase.Log("2026-12-14 10:00", whole).State.Logged.Complaint!.Papers));
        var refusal = SimulatedCase.RefusesToLog("2026-12-14 10:00", log => whole(log) with { ReceivedAt = null });
        Assert.Equal((RefusalCode.InvalidInput, "ESS-89"), (refusal.Code, refusal.Rule));
        Assert.Contains("delivered", refusal.Sentence);
    }

    // 1800 minutes from Monday 3 August, 09:00: 540 that day, 600, 600, and 60 of Thursday. Found 133 days later.
    [Fact]
    public void ESS_88_ESS_89_A_letter_that_is_found_late_is_logged_and_counts_from_its_delivery()
    {
        var found = Complaint.Log(
            "2026-12-14 10:00",
            Channel.Letter,
            log => log with { ReceivedAt = At.London("2026-08-03 09:00") }
        );

        Assert.Equal(At.London("2026-08-06 09:00"), Complaint.Respond(found.At("2026-12-14 10:01")).MissedAt);
    }

    // Ten years are 3653 days: from 13 December 2016, 10:00.
    [Theory]
    [InlineData(Channel.Letter, "2026-12-15 10:00", "The letter cannot have been delivered in the future")]
    [InlineData(Channel.Letter, "2016-12-13 09:59", "more than ten years ago")]
    [InlineData(Channel.Email, "2026-12-15 10:00", "The matter cannot have been received in the future")]
    [InlineData(Channel.Email, "2026-09-13 09:59", "more than 92 days ago")]
    public void ESS_29_ESS_89_A_receipt_that_cannot_be_is_refused_with_what_is_wrong(
        Channel source,
        string received,
        string says
    )
    {
        var refusal = SimulatedCase.RefusesToLog(
            "2026-12-14 10:00",
            log => Complaint.Of(log, source) with { ReceivedAt = At.London(received) }
        );

        Assert.Equal(RefusalCode.MomentNotAllowed, refusal.Code);
        Assert.Contains(says, refusal.Sentence);
    }

    [Theory]
    [InlineData("letter.exe", "application/x-msdownload", 5, "“letter.exe” cannot be taken: send it as PDF")]
    [InlineData("letter.pdf", "application/pdf", 0, "empty")]
    [InlineData("letter.pdf", "application/pdf", 10 * 1024 * 1024 + 1, "larger than 10 MB")]
    [InlineData("a\u202Eb.pdf", "application/pdf", 5, "The name of a file")]
    [InlineData("", "image/png", 5, "The name of a file")]
    public void A_paper_that_is_none_is_turned_down(string name, string type, long bytes, string says)
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);

        var refusal = one.Refuses(new AddPaper(new Paper(name, type, bytes, new string('a', 64))), Complaint.Handler);

        Assert.Contains(says, refusal.Sentence);
        one.Do(new AddPaper(new Paper("letter.pdf", "application/pdf", 5, new string('a', 64))), Complaint.Handler);
        Assert.Equal("letter.pdf", Assert.Single(one.State.Complaint!.Papers).Name);
    }

    // What somebody typed into a form goes out in no mail: whoever writes in another's name must not speak through us.
    [Fact]
    public void What_is_complained_of_stands_in_no_acknowledgement()
    {
        var one = Complaint.Log(
            "2026-12-14 10:00",
            Channel.Form,
            log => log with { Complaint = new ComplaintDetails("Win a prize at evil.example") { About = "Agent Nine" } }
        );

        Assert.Equal("Complaint", one.State.Logged.Subject);
        Assert.Equal("Win a prize at evil.example", one.State.Logged.Complaint!.Text);
        Assert.All(one.Mails, mail => Assert.DoesNotContain("prize", mail.Subject + mail.Text));
        Assert.All(one.Mails, mail => Assert.DoesNotContain("Nine", mail.Subject + mail.Text));
        Assert.Equal(
            "Answered late three times",
            Complaint.Log("2026-12-14 10:00", Channel.Phone).State.Logged.Complaint!.Text
        );
    }

    // The desk closes at 18:00: at that very minute today is over, a minute before it is not.
    [Theory]
    [InlineData("2026-12-14 17:59", true)]
    [InlineData("2026-12-14 18:00", false)]
    [InlineData("2026-12-14 22:15", false)]
    public void ESS_92_The_rest_is_not_promised_for_a_day_that_is_over(string at, bool isTaken)
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone).At(at);
        var today = new SendHoldingReply("We look into it", At.Date("2026-12-14"));

        if (isTaken)
        {
            one.Do(today, Complaint.Handler).At("2026-12-14 18:01");
            Assert.Equal(PromiseState.Missed, Assert.Single(one.State.Promises).State);
        }
        else
        {
            Assert.Contains("has passed", one.Refuses(today, Complaint.Handler).Sentence);
        }
    }

    [Fact]
    public void ESS_92_A_holding_reply_meets_the_aim_and_the_rest_is_promised()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone).At("2026-12-17 10:00");
        one.Do(new SendHoldingReply("We look into it", At.Date("2027-01-12")), Complaint.Handler);

        Assert.Equal((ClockState.Met, Condition.Open), (Complaint.Respond(one).State, one.Condition));
        // A Tuesday: until the desk closes.
        Assert.Equal((PromiseState.Open, "2027-01-12 18:00", null), Book.Said(one, Assert.Single(Book.Owed(one))));
        Assert.Contains(
            one.Mails,
            mail => mail.Rule == "complaint-holding" && mail.Text.Contains("Tuesday 12 January")
        );

        one.At("2027-01-12 18:00").Do(new AnswerComplaint("Here is what happened"), Complaint.Handler);
        Assert.Equal(PromiseState.Kept, Assert.Single(one.State.Promises).State);
        Assert.Equal(Condition.Resolved, one.Condition);
        Assert.Equal(
            "complaint-answered",
            Assert.Single(one.Mails, mail => mail.Text.Contains("Here is what happened")).Rule
        );
        // 60 working minutes later.
        Assert.Equal(Condition.Closed, one.At("2027-01-13 09:00").Condition);
    }

    [Fact]
    public void ESS_92_A_date_that_is_agreed_in_time_takes_the_place_of_the_one_before_which_was_not_kept()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);
        one.Do(new SendHoldingReply("We look into it", At.Date("2026-12-16")), Complaint.Handler);
        one.At("2026-12-16 12:00").Do(new SendHoldingReply("Still", At.Date("2026-12-18")), Complaint.Handler);
        one.At("2026-12-19 12:00");

        Assert.Equal(
            [(PromiseState.NotOwed, "2026-12-16 18:00", null), (PromiseState.Missed, "2026-12-18 18:00", null)],
            FollowUps(one)
        );
        Assert.Equal(["complaint-handler", "service-desk-manager"], Assert.Single(one.Seen<PromiseMissed>()).Alerts);
    }

    [Fact]
    public void ESS_92_A_date_that_passed_is_missed_whatever_holding_reply_follows_and_the_answer_is_late()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);
        one.Do(new SendHoldingReply("We look into it", At.Date("2026-12-16")), Complaint.Handler);
        one.At("2026-12-17 09:00").Do(new SendHoldingReply("Still", At.Date("2026-12-18")), Complaint.Handler);

        Assert.Equal(
            [(PromiseState.Missed, "2026-12-16 18:00", null), (PromiseState.Open, "2026-12-18 18:00", null)],
            FollowUps(one)
        );
        one.At("2026-12-18 11:00").Do(new AnswerComplaint("Here is what happened"), Complaint.Handler);
        Assert.Equal(
            [
                (PromiseState.Late, "2026-12-16 18:00", "2026-12-18 11:00"),
                (PromiseState.Kept, "2026-12-18 18:00", "2026-12-18 11:00"),
            ],
            FollowUps(one)
        );
    }

    // 1200 minutes: from Monday 10:00 to Wednesday 10:00 (480, 600, 120), from Tuesday 12:00 to Thursday 12:00 (360, 600, 240).
    [Fact]
    public void ESS_92_What_the_guide_sets_after_a_holding_reply_is_not_put_off_by_another()
    {
        var schools = ShippedGuides.Schools;
        var process = schools.Complaints!;
        var guide = schools with
        {
            Complaints = process with
            {
                Stages =
                [
                    .. process.Stages.Select(stage =>
                        stage with
                        {
                            FollowUp = new Allowance.WorkingTime(Duration.FromHours(20)),
                        }
                    ),
                ],
            },
        };
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00", log => Complaint.Of(log, Channel.Phone));
        one.Do(new SendHoldingReply("We look into it", null), Complaint.Handler);
        one.At("2026-12-15 12:00").Do(new SendHoldingReply("Still", null), Complaint.Handler);
        one.At("2026-12-17 11:00").Do(new AnswerComplaint("Here is what happened"), Complaint.Handler);

        Assert.Equal(
            [
                (PromiseState.Late, "2026-12-16 10:00", "2026-12-17 11:00"),
                (PromiseState.Kept, "2026-12-17 12:00", "2026-12-17 11:00"),
            ],
            FollowUps(one)
        );
    }

    private static IEnumerable<(PromiseState, string?, string?)> FollowUps(SimulatedCase one) =>
        Book.Of(one).Where(entry => entry.Id == "complaint-follow-up").Select(entry => Book.Said(one, entry));

    [Theory]
    [InlineData(null, "Name the date")]
    [InlineData("2026-12-13", "has passed")]
    [InlineData("2028-12-15", "more than a year")]
    // A Sunday, before the Monday that stands in for Boxing Day.
    [InlineData("2026-12-27", "closed on Sunday 27 December 2026: name another day, such as Tuesday 29 December 2026.")]
    public void ESS_92_A_holding_reply_names_a_date_that_can_be_kept(string? date, string says)
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);
        var reply = new SendHoldingReply("Wait", date is null ? null : At.Date(date));

        Assert.Contains(says, one.Refuses(reply, Complaint.Handler).Sentence);
        Assert.Equal(ClockState.Running, Complaint.Respond(one).State);
    }

    // Due Thursday 10:00; at 10:01 it is a minute late.
    [Fact]
    public void ESS_93_That_it_is_late_is_told_to_nobody_but_who_may_see_it()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone).At("2026-12-17 10:01");

        Assert.Equal(At.London("2026-12-17 10:00"), Complaint.Respond(one).MissedAt);
        Assert.Equal(
            [
                ("complaint-logged", AudienceKind.Originator, null),
                ("complaint-overdue", AudienceKind.Role, "complaint-handler"),
            ],
            one.Mails.Select(mail => (mail.Rule, mail.Audience.Kind, mail.Audience.Role))
        );
        var guide = one.Guide with
        {
            Notifications =
            [
                .. one.Guide.Notifications.Select(rule => rule with { To = new Audience(AudienceKind.Desk, null) }),
            ],
        };
        Assert.Empty(
            SimulatedCase
                .Log(guide, "2026-12-14 10:00", log => Complaint.Of(log, Channel.Phone))
                .At("2026-12-17 10:01")
                .Mails
        );
    }

    [Fact]
    public void ESS_91_A_21_It_goes_to_the_management_by_its_own_route()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);

        Assert.Equal(RefusalCode.UnknownInGuide, one.Refuses(new EscalateComplaint("desk", "Asked for")).Code);
        one.Do(new EscalateComplaint(null, "Asked for by the head teacher"), Complaint.Handler);
        Assert.Equal("client-director", one.State.Complaint!.Escalated!.Route);
        Assert.Equal("complaint-to-management", one.Mails[^1].Rule);
        Assert.Equal(
            "ESS-91",
            one.Refuses(
                new Escalate
                {
                    SeenLevel = 0,
                    From = "School office",
                    Reasons = ["no-progress"],
                }
            ).Rule
        );
        Assert.Equal("ESS-91", one.Refuses(new AskToEscalate("Hurry", Channel.Email)).Rule);
    }

    [Fact]
    public void A_25_It_has_no_priority_and_is_resolved_by_its_answer_alone()
    {
        var one = Complaint.Log("2026-12-14 10:00", Channel.Phone);

        Assert.Equal(RefusalCode.PriorityOutOfBounds, one.Refuses(new SetPriority("P2", null, null)).Code);
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new Resolve("Done", Confirmation.Required)).Code);
        Assert.Equal(
            RefusalCode.DispositionNotAllowed,
            one.Refuses(new GiveDisposition("a", "As it should be", null, null)).Code
        );
        var refusal = SimulatedCase.RefusesToLog(
            "2026-12-14 10:00",
            log => Complaint.Of(log, Channel.Phone) with { Priority = "P1" }
        );
        Assert.Equal(RefusalCode.PriorityOutOfBounds, refusal.Code);
        one.Do(new AnswerComplaint("Sorry", Channel.Phone), Complaint.Handler);
        Assert.Equal(RefusalCode.WrongCondition, one.Refuses(new AnswerComplaint("Again"), Complaint.Handler).Code);
        Assert.Equal(
            RefusalCode.WrongCondition,
            one.Refuses(new SendHoldingReply("Again", At.Date("2026-12-20"))).Code
        );
        Assert.Equal(
            RefusalCode.WrongCondition,
            SimulatedCase.Log("2026-12-14 10:00").Refuses(new AnswerComplaint("x")).Code
        );
        Assert.Equal(
            RefusalCode.InvalidInput,
            SimulatedCase
                .RefusesToLog("2026-12-14 10:00", log => log with { Complaint = new ComplaintDetails("x") })
                .Code
        );
    }

    [Fact]
    public void ESS_90_Who_only_hears_of_it_takes_a_note_that_starts_no_clock()
    {
        var manager = new Actor("Relationship manager 1", "relationship-manager");
        var spoken = new DirectToLogging("millbrook", "Head teacher", "Spoke of slow answers");
        var now = At.London("2026-12-14 10:00");

        var noted = Assert.IsType<Redirected.Noted>(Redirecting.Decide(ShippedGuides.Schools, spoken, manager, now));

        Assert.Equal((now, manager, "complaints"), (noted.Note.At, noted.Note.By, noted.Note.Cite));
        Assert.Contains("No clock has started", noted.Note.Said);
        Assert.IsType<Redirected.Refused>(Redirecting.Decide(ShippedGuides.Schools, spoken, People.Contact, now));
        Assert.IsType<Redirected.Refused>(
            Redirecting.Decide(ShippedGuides.Schools, spoken with { Text = " " }, manager, now)
        );
        Assert.IsType<Redirected.Refused>(Redirecting.Decide(ShippedGuides.Smc, spoken, manager, now));
    }
}

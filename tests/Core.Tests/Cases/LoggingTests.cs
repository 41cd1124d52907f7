using Rung.Core.Cases;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-17 to ESS-29, ESS-42, ESS-63, A-04, A-25.</summary>
public class LoggingTests
{
    // ESS-54 to ESS-61, notes 1 to 3, A-11, A-12.
    [Theory]
    [InlineData("identity", "one", "disruption", "P4", "minor-disruption")]
    [InlineData("identity", "some", "disruption", "P4", "minor-disruption")]
    [InlineData("identity", "everyone", "disruption", "P3", "wide-disruption")]
    [InlineData("identity", "one", "cannot-use", "P3", "down-for-one")]
    [InlineData("identity", "some", "cannot-use", "P3", "down-for-some")]
    [InlineData("identity", "site", "cannot-use", "P3", "site-without-a-service")]
    [InlineData("identity", "everyone", "cannot-use", "P2", "service-down-for-all")]
    [InlineData("identity email", "everyone", "cannot-use", "P2", "service-down-for-all")]
    [InlineData("identity", "everything", "cannot-use", "P1", "all-down")]
    [InlineData("identity email dns web-hosting web-filtering", "everyone", "cannot-use", "P1", "all-down")]
    [InlineData("identity email dns web-hosting web-filtering", "some", "cannot-use", "P3", "down-for-some")]
    [InlineData("identity email dns web-hosting web-filtering", "site", "cannot-use", "P3", "site-without-any-service")]
    public void ESS_63_The_rules_propose_a_priority_and_say_which_rule_it_was(
        string services,
        string affected,
        string effect,
        string priority,
        string rule
    )
    {
        var set = SimulatedCase
            .Log(
                "2026-12-14 10:00",
                log => log with { Services = services.Split(' '), Answers = Answers.Fault(affected, effect) }
            )
            .State.PrioritySet!;

        Assert.Equal(priority, set.Priority);
        Assert.Equal(PriorityCause.Default, set.Cause);
        Assert.Equal((priority, rule), (set.Proposed!.Priority, set.Proposed.Rule));
    }

    [Theory]
    [InlineData("information", "P4")]
    [InlineData("admin-task", "P4")]
    [InlineData("service-change", "P5")]
    [InlineData("feature-request", "P5")]
    [InlineData("change-request", "P5")]
    public void ESS_42_Each_kind_has_its_default_priority(string kind, string priority) =>
        Assert.Equal(priority, SimulatedCase.Log("2026-12-14 10:00", log => log with { Kind = kind }).State.Priority);

    // ESS-05 is about callers: what our own monitoring found starts at its detection, whoever the customer asks first.
    [Fact]
    public void ESS_29_What_monitoring_found_is_logged_for_a_customer_with_a_first_line_desk_too()
    {
        static LogCase OwnDesk(LogCase log) => log with { FirstLine = FirstLine.OwnDesk };

        Assert.Equal(RefusalCode.OwnFirstLineDesk, SimulatedCase.RefusesToLog("2026-12-14 10:00", OwnDesk).Code);
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log => OwnDesk(log) with { Source = Channel.Monitoring, DetectedAt = At.London("2026-12-14 09:50") }
        );
        Assert.Equal(At.London("2026-12-14 09:50"), one.State.Logged.ClockStart);
    }

    [Theory]
    [InlineData("not-an-email\r\nBcc: somebody@example.org")]
    [InlineData("@")]
    [InlineData("office@")]
    [InlineData("@example.org")]
    [InlineData("one@example.org, two@example.org")]
    [InlineData("one@example.org;two@example.org")]
    [InlineData("Office <office@example.org>")]
    [InlineData("office@example..org")]
    public void ESS_17_An_address_that_no_mail_could_be_sent_to_is_not_kept(string address)
    {
        Assert.Contains("e-mail address", Refused(address).Sentence, StringComparison.Ordinal);
        Assert.NotNull(EmailAddress.Fault(address));
    }

    [Fact]
    public void ESS_17_An_address_is_no_longer_than_mail_carries()
    {
        Refused($"a@{string.Join('.', Enumerable.Repeat("example", 32))}.org");
    }

    [Theory]
    // Some programs put all that they want to know again before the @: 70 letters.
    [InlineData("reply+aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg@example.org")]
    [InlineData("office@millbrook.example.org")]
    [InlineData("o'brien+school@example.org")]
    [InlineData("bürö@schule.example.org")]
    [InlineData("\"the office\"@example.org")]
    public void ESS_17_Addresses_as_people_have_them_are_kept(string address) =>
        Assert.Equal(address, SimulatedCase.Log("2026-12-14 10:00", With(address)).State.Logged.Reporter.Email);

    private static Func<LogCase, LogCase> With(string address) =>
        log => log with { Reporter = log.Reporter with { Email = address } };

    private static Refusal Refused(string address)
    {
        var refusal = SimulatedCase.RefusesToLog("2026-12-14 10:00", With(address));
        Assert.Equal(RefusalCode.InvalidInput, refusal.Code);
        return refusal;
    }

    [Fact]
    public void ESS_63_What_was_proposed_stays_beside_what_was_chosen()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(new SetPriority("P4", null, "One person only"));
        var set = one.State.PrioritySet!;

        Assert.Equal(("P4", PriorityCause.Lowered, "P3"), (set.Priority, set.Cause, set.Proposed!.Priority));
    }

    // A-27: a lower priority takes the fact that makes it right, so the guide's own is logged first.
    [Fact]
    public void ESS_42_Nobody_logs_a_case_below_what_the_guide_gives()
    {
        var refused = SimulatedCase.RefusesToLog("2026-12-14 10:00", log => log with { Priority = "P4" });

        Assert.Equal((RefusalCode.PriorityOutOfBounds, "ESS-42"), (refused.Code, refused.Rule));
        Assert.Contains("P3", refused.Sentence, StringComparison.Ordinal);
    }

    // A-04. Received, logged and, for monitoring, detected; P3 unless said.
    [Theory]
    [InlineData(Channel.Phone, "2026-12-14 10:00", "2026-12-14 10:11", "2026-12-14 10:11")]
    [InlineData(Channel.Phone, "2026-12-14 19:00", "2026-12-14 19:11", "2026-12-14 19:11")]
    [InlineData(Channel.Email, "2026-12-14 10:00", "2026-12-14 16:00", "2026-12-14 16:00")]
    [InlineData(Channel.Email, "2027-04-30 18:20", "2027-05-04 08:25", "2027-05-04 08:25")]
    [InlineData(Channel.Email, "2026-12-14 18:00", "2026-12-14 18:05", "2026-12-15 08:00")]
    [InlineData(Channel.Email, "2026-12-14 17:50", "2026-12-14 18:10", "2026-12-14 18:10")]
    [InlineData(Channel.Portal, "2026-12-14 10:00", "2026-12-14 10:00", "2026-12-14 10:00")]
    [InlineData(Channel.Portal, "2026-12-12 12:00", "2026-12-12 12:00", "2026-12-14 08:00")]
    [InlineData(Channel.Monitoring, "2026-12-14 09:40", "2026-12-14 10:00", "2026-12-14 09:40")]
    [InlineData(Channel.Monitoring, "2026-12-14 03:00", "2026-12-14 10:00", "2026-12-14 08:00")]
    [InlineData(Channel.Monitoring, "2026-12-14 17:59", "2026-12-14 18:01", "2026-12-14 17:59")]
    public void A_04_The_clock_starts_where_the_source_says(
        Channel source,
        string received,
        string logged,
        string start
    )
    {
        var one = SimulatedCase.Log(
            logged,
            log => log with { Source = source, ReceivedAt = At.London(received), DetectedAt = At.London(received) }
        );

        Assert.Equal(At.London(start), one.State.Logged.ClockStart);
        Assert.Equal(At.London(start), one.Clock.Start);
    }

    [Fact]
    public void A_04_A_case_that_starts_tomorrow_has_its_whole_time_left_tonight()
    {
        var one = SimulatedCase.Log("2026-12-14 20:00", log => log with { Source = Channel.Portal });

        Assert.Equal((0, 1800), (one.Used, one.Left));
        Assert.Equal(At.London("2026-12-17 18:00"), one.Clock.Due);
    }

    // A form that was sent half empty says nothing about an address.
    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData(" office@millbrook.example.org ", "office@millbrook.example.org")]
    public void ESS_17_Spaces_are_no_part_of_an_address(string typed, string? kept) =>
        Assert.Equal(kept, SimulatedCase.Log("2026-12-14 10:00", With(typed)).State.Logged.Reporter.Email);

    [Fact]
    public void ESS_25_Solved_during_the_call()
    {
        var one = SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-14 10:06")
            .Do(new Resolve("Password reset together", Confirmation.NotRequired, ResolvedWhere.OnFirstCall));

        Assert.Equal(Condition.Resolved, one.Condition);
        Assert.Equal(ResolvedWhere.OnFirstCall, one.State.Resolution!.Where);
        Assert.Equal(6, one.Used);
    }

    [Fact]
    public void ESS_05_A_customer_with_its_own_desk_is_referred_back_and_nothing_starts()
    {
        var refusal = SimulatedCase.RefusesToLog("2026-12-14 10:00", log => log with { FirstLine = FirstLine.OwnDesk });

        Assert.Equal((RefusalCode.OwnFirstLineDesk, "ESS-05", "contact"), (refusal.Code, refusal.Rule, refusal.Cite));
        Assert.Contains("delay", refusal.Sentence);
        SimulatedCase.Log("2026-12-14 10:00", log => log with { FirstLine = FirstLine.OwnDeskReferred });
    }

    [Fact]
    public void ESS_12_A_new_service_goes_to_direct_sales()
    {
        var refusal = SimulatedCase.RefusesToLog("2026-12-14 10:00", log => log with { Kind = "new-service" });

        Assert.Equal(RefusalCode.HandedToOtherRoute, refusal.Code);
        Assert.Contains("Direct sales team", refusal.Sentence);
        Assert.Contains("01632 960120", refusal.Sentence);
    }

    [Fact]
    public void ESS_39_An_unclear_mail_is_raised_On_Hold_with_nothing_used()
    {
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log =>
                log with
                {
                    Source = Channel.Email,
                    HoldReason = "information",
                    Awaiting = "which school this is about",
                }
        );

        Assert.Equal(Condition.OnHold, one.Condition);
        one.At("2026-12-16 12:00");
        Assert.Equal((0, 1800), (one.Used, one.Left));
        Assert.Null(one.Clock.Due);
        one.Do(new RecordReply("Millbrook", Channel.Email), People.Contact);
        Assert.Equal(At.London("2026-12-21 12:00"), one.Clock.Due);
    }

    public static TheoryData<string, Func<LogCase, LogCase>, RefusalCode> WrongInput =>
        new()
        {
            { "no such kind", log => log with { Kind = "moan" }, RefusalCode.UnknownInGuide },
            { "no such service", log => log with { Services = ["e-mail"] }, RefusalCode.UnknownInGuide },
            { "no such priority", log => log with { Priority = "P0" }, RefusalCode.UnknownInGuide },
            {
                "no such question",
                log => log with { Answers = new Dictionary<string, string> { ["who"] = "x" } },
                RefusalCode.UnknownInGuide
            },
            {
                "no such option",
                log => log with { Answers = new Dictionary<string, string> { ["affected"] = "x" } },
                RefusalCode.UnknownInGuide
            },
            { "no such hold reason", log => log with { HoldReason = "x", Awaiting = "y" }, RefusalCode.UnknownInGuide },
            { "no subject", log => log with { Subject = " " }, RefusalCode.InvalidInput },
            { "two lines", log => log with { Subject = "a\nBcc: b" }, RefusalCode.InvalidInput },
            { "too long", log => log with { Subject = new string('x', 201) }, RefusalCode.InvalidInput },
            {
                "no contact",
                log => log with { Reporter = People.Reporter with { ContactName = "" } },
                RefusalCode.InvalidInput
            },
            {
                "no customer",
                log => log with { Reporter = People.Reporter with { CustomerId = "" } },
                RefusalCode.InvalidInput
            },
            {
                "from the future",
                log => log with { ReceivedAt = At.London("2026-12-14 10:01") },
                RefusalCode.MomentNotAllowed
            },
        };

    [Theory]
    [MemberData(nameof(WrongInput))]
    public void Wrong_input_is_refused_by_name(string what, Func<LogCase, LogCase> change, RefusalCode code)
    {
        var refusal = SimulatedCase.RefusesToLog("2026-12-14 10:00", change);

        Assert.True(code == refusal.Code, $"{what}: {refusal}");
    }
}

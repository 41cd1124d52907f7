using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>What the two shipped guides take where their sources leave it open is what they enforce, reading by reading.</summary>
public sealed class ReadingsTests
{
    private static readonly Guide Schools = ShippedGuides.Schools;
    private static readonly Guide Smc = ShippedGuides.Smc;

    // A working day of the schools desk is ten hours.
    [Fact]
    public void A_01_A_02_A_13_A_20_A_22_Times_count_as_the_guide_reads_them()
    {
        Assert.Equal([Elapsed(4), Working(10), Working(30), Working(40), Working(50)], Times(Schools, "resolve"));
        Assert.Equal(Duration.FromHours(10), Schools.DeskCalendar.NominalDay);
        Assert.Equal([Working(150)], Times(Schools, "change-done"));
        Assert.Equal(
            [CaseMoment.ReferenceIssued],
            Schools.Targets.Single(one => one.Id == "change-done").Clock.StartsOn
        );
        Assert.Equal(Working(30), Schools.Complaints!.Stages.Single(one => one.Id == "respond").Within);
        Assert.Equal([Elapsed(2), Working(5), Working(20), Working(20), Working(30)], Times(Schools, "update"));
        Assert.Equal(Firmness.Aim, Schools.Targets.Single(one => one.Id == "update").Firmness);
    }

    [Theory]
    [InlineData("2026-12-24 07:59", false)]
    [InlineData("2026-12-24 08:00", true)]
    [InlineData("2026-12-24 17:59", true)]
    [InlineData("2026-12-24 18:00", false)]
    [InlineData("2026-12-28 12:00", false)] // for Boxing Day, a Saturday, in England and Wales
    public void A_03_A_23_The_desk_is_open_from_eight_up_to_six_but_on_the_holidays_of_England_and_Wales(
        string at,
        bool open
    ) => Assert.Equal(open, Schools.DeskCalendar.IsOpen(At.London(at)));

    [Theory]
    [InlineData(Channel.Phone, StartFrom.Reference, StartOutOfHours.AtOnce)]
    [InlineData(Channel.Email, StartFrom.ReferenceAfterReceipt, StartOutOfHours.NextOpening)]
    [InlineData(Channel.Portal, StartFrom.Reference, StartOutOfHours.NextOpening)]
    [InlineData(Channel.Monitoring, StartFrom.Detection, StartOutOfHours.NextOpening)]
    public void A_04_The_clock_starts_by_how_a_case_came(Channel source, StartFrom from, StartOutOfHours outOfHours)
    {
        var start = Schools.Starts.Single(one => one.Source == source);
        Assert.Equal((from, outOfHours), (start.From, start.OutOfHours));
    }

    [Fact]
    public void A_05_A_07_A_08_A_27_Mails_are_logged_and_priorities_changed_within_the_time_that_is_read()
    {
        Assert.Equal(Working(10), Schools.Intake.LogBy!.Within);
        var raise = Schools.Raise!;
        Assert.Equal((WorkingMinutes(30), "desk", "agreed-contact"), (raise.Within, raise.Calendar, raise.With));
        Assert.Equal(["team-leader"], raise.By);
        Assert.Equal(
            OnPriorityChange.FromStart,
            Schools.Targets.Single(one => one.Id == "resolve").Clock.OnPriorityChange
        );
        Assert.Equal(Need.Required, Schools.Lowering!.Rule);
    }

    [Fact]
    public void A_06_A_17_Every_hold_pauses_no_wait_does_and_an_absent_tester_ends_at_the_next_opening()
    {
        Assert.All(Schools.HoldReasons, one => Assert.Equal(Pauses.AllClocks, one.Pauses));
        Assert.All(Schools.WaitReasons, one => Assert.Equal(Pauses.NoClock, one.Pauses));
        Assert.Equal(
            [HoldEnds.OnReply, HoldEnds.OnReply, HoldEnds.OnReplyOrNextOpening],
            Schools.HoldReasons.Select(one => one.Ends)
        );
    }

    // The mail of the resolution and three more: 1, 2 and 4 working days after it; closed after 5.
    [Fact]
    public void A_09_A_16_Closing_waits_for_three_attempts_or_for_an_hour()
    {
        var attempts = Schools.Closing.Attempts;

        Assert.Equal((3, Working(50)), (attempts.Count, attempts.CloseAfter));
        Assert.Equal([Working(10), Working(10), Working(20)], attempts.Spacing);
        Assert.Equal([Channel.Email, Channel.Phone], attempts.Channels);
        Assert.Equal(Working(1), Schools.Closing.ShortlyAfter);
    }

    [Theory]
    [InlineData("minor-disruption", "P4")]
    [InlineData("site-without-any-service", "P3")]
    public void A_11_A_12_Rules_propose_the_priority_that_is_read(string rule, string priority) =>
        Assert.Equal(priority, Schools.PriorityRules.Single(one => one.Id == rule).Priority);

    [Fact]
    public void A_14_Each_outcome_meets_the_target_and_the_first_alone_resolves()
    {
        var outcomes = Schools.Dispositions.Where(one => one.Id is "a" or "b" or "c" or "d").ToList();

        Assert.All(outcomes, one => Assert.Equal(["resolve"], one.Meets));
        Assert.Equal(
            [
                DispositionEffect.Resolves,
                DispositionEffect.StaysOpen,
                DispositionEffect.StaysOpen,
                DispositionEffect.StaysOpen,
            ],
            outcomes.Select(one => one.Effect)
        );
    }

    [Fact]
    public void A_18_A_19_A_21_Escalating_early_is_warned_of_and_complaints_have_a_route_of_their_own()
    {
        var ladder = Schools.Ladders.Single(one => one.Id == "incident");

        Assert.Equal((Precondition.Warn, WorkingMinutes(30)), (ladder.Precondition, ladder.TimeToAct));
        Assert.Equal(["service-desk-manager", "head-of-service"], ladder.SkipBy); // S-06
        Assert.Equal("client-director", Schools.Complaints!.ManagementRoute);
    }

    [Theory]
    [InlineData("fault", null)]
    [InlineData("information", "P4")]
    [InlineData("admin-task", "P4")]
    [InlineData("feature-request", "P5")]
    [InlineData("change-request", "P5")]
    [InlineData("service-change", "P5")]
    [InlineData("complaint", null)]
    public void A_25_Each_kind_has_its_default(string kind, string? priority) =>
        Assert.Equal(priority, Schools.Kind(kind)!.DefaultPriority);

    [Fact]
    public void S_01_S_05_S_06_S_09_The_ladder_of_the_centre_is_as_it_is_read()
    {
        var ladder = Smc.Ladders.Single(one => one.Id == "incident");

        Assert.Equal((2, Precondition.Accept), (ladder.StickyOwnerLevel, ladder.Precondition));
        Assert.Equal(["service-operations-manager", "head-of-operations"], ladder.SkipBy);
        Assert.Equal(Elapsed(0.5), ladder.CallBack!.PlannedContactWithin);
    }

    // Five days of eight and a half hours.
    [Fact]
    public void S_04_S_07_S_08_Escalations_are_telephoned_reasons_take_five_days_and_contracts_set_the_hours()
    {
        var route = Smc.Routes.Single(one => one.Id == "smc");
        Assert.All(
            route.Addresses,
            one => Assert.Equal(one.Channel == Channel.Phone ? Permission.Yes : Permission.No, one.MayEscalate)
        );
        var rfo = Smc.Promises.Single(one => one.Id == "reason-for-outage");
        Assert.Equal((Working(42.5), "jersey-business"), (rfo.Due, rfo.Calendar));
        // Day and night is elapsed time, which needs no calendar.
        Assert.Equal(
            [null, "jersey-business"],
            Smc.Targets.Single(one => one.Id == "resolve").Times.Select(one => one.Calendar).Distinct().Order()
        );
    }

    private static IEnumerable<Allowance> Times(Guide guide, string target) =>
        guide.Targets.Single(one => one.Id == target).Times.Select(one => one.Allow);

    private static Allowance.Elapsed Elapsed(double hours) => new(Duration.FromHours(hours));

    private static Allowance.WorkingTime Working(double hours) => new(Duration.FromHours(hours));

    private static Allowance.WorkingTime WorkingMinutes(int minutes) => new(Duration.FromMinutes(minutes));
}

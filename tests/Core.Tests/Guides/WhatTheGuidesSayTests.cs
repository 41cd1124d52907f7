using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Requirements that the two shipped guides meet as data: who is contacted where, when, and for what reasons.</summary>
public sealed class WhatTheGuidesSayTests
{
    private static readonly Guide Schools = ShippedGuides.Schools;
    private static readonly Guide Smc = ShippedGuides.Smc;

    [Fact]
    public void ESS_07_The_desk_has_a_route_for_every_service() =>
        Assert.All(
            Schools.Services,
            service =>
                Assert.Contains(
                    Schools.Routes,
                    route => route.Purpose == "support" && route.Services.Contains(service.Id)
                )
        );

    [Fact]
    public void ESS_08_Who_rings_for_support_is_thanked_and_asked_to_hold() =>
        Assert.All(
            Schools.Routes.Where(route => route.Purpose == "support"),
            route => Assert.Matches("Thank you for your call; one moment", route.FrontMessage)
        );

    [Fact]
    public void ESS_09_Group_A_has_telephone_mailbox_and_portal()
    {
        var route = Route("group-a");
        Assert.Equal(["identity", "email", "dns", "web-hosting"], route.Services);
        Assert.Equal([Channel.Phone, Channel.Email, Channel.Portal], route.Addresses.Select(one => one.Channel));
    }

    [Fact]
    public void ESS_10_Group_B_has_others_and_no_portal()
    {
        var (a, b) = (Route("group-a"), Route("group-b"));
        Assert.Equal(["web-filtering"], b.Services);
        Assert.Equal([Channel.Phone, Channel.Email], b.Addresses.Select(one => one.Channel));
        Assert.Empty(b.Addresses.Select(one => one.Address).Intersect(a.Addresses.Select(one => one.Address)));
        Assert.Contains("no self-service", b.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void ESS_13_Services_run_round_the_clock_while_the_desk_has_hours()
    {
        Assert.True(Schools.Calendars[Schools.Desk.ServiceHours!].IsAlwaysOpen);
        Assert.False(Schools.DeskCalendar.IsAlwaysOpen);
    }

    // What comes in writing while the desk is closed counts from the next opening; a telephone call at once.
    [Fact]
    public void ESS_15_Faults_come_by_telephone_mail_or_portal_in_working_hours()
    {
        var route = Route("group-a");
        Assert.Equal(
            [OutOfHoursHandling.Accept, OutOfHoursHandling.DeemNextOpening, OutOfHoursHandling.DeemNextOpening],
            route.Addresses.Select(one => one.OutOfHours)
        );
    }

    [Fact]
    public void ESS_80_A_school_may_escalate_for_want_of_progress_or_a_breach()
    {
        var ladder = Ladder("incident");
        Assert.Superset(
            new HashSet<string> { "no-progress", "breach" },
            ladder.Reasons.Select(one => one.Id).ToHashSet()
        );
        Assert.Equal(Precondition.Warn, ladder.Precondition);
    }

    [Fact]
    public void ESS_86_Sales_projects_and_bills_go_to_Direct_Sales()
    {
        var sales = Route("direct-sales");
        Assert.Equal("sales", sales.Purpose);
        Assert.Matches("projects and bills", sales.Note);
        Assert.Equal("direct-sales", Schools.Kind("new-service")!.HandOverRoute);
    }

    [Fact]
    public void ESS_85_ESS_87_A_service_escalation_goes_to_the_Head_of_Service_apart_from_cases()
    {
        var management = Route("management");
        Assert.Equal([Channel.Email, Channel.Form], management.Addresses.Select(one => one.Channel));
        Assert.Equal(management.Cite, Ladder("service").Cite);
        Assert.NotEqual(management.Cite, Ladder("incident").Cite);
    }

    // The words by which the source's notes decide: all at the same time, any user, not all, some users, one school.
    [Theory]
    [InlineData("P1", "1", "all service platforms|at the same time|any one service|works for any user|priority 2")] // ESS-55
    [InlineData("P2", "2", "one or more of the platforms, but not all|unavailable to all users of the platform")] // ESS-57
    [InlineData(
        "P2",
        "2",
        "some users can use the platform while others cannot|several mail servers is down|priority 3"
    )] // ESS-58
    [InlineData(
        "P3",
        "3",
        "a single platform is unavailable to some of its users|an individual user|one school has lost one service"
    )] // ESS-60
    [InlineData(
        "P3",
        "**",
        "may not cover the final solution|an application or the infrastructure has to be developed"
    )] // ESS-64
    [InlineData("P4", "**", "may not cover the final solution|the time by which the right team updates the case")] // ESS-64
    [InlineData("P5", "**", "may not cover the final solution|the time by which the right team updates the case")] // ESS-64
    public void Each_footnote_says_what_the_source_says(string priority, string mark, string phrases)
    {
        var note = Schools.Priority(priority)!.Footnotes.Single(one => one.Mark == mark);

        Assert.All(phrases.Split('|'), phrase => Assert.Contains(phrase, note.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void ESS_62_The_marks_stand_at_the_priorities_that_the_source_marks() =>
        Assert.Equal(
            ["P1 1", "P2 2", "P3 3 **", "P4 **", "P5 **"],
            Schools.Priorities.Select(one => $"{one.Id} {string.Join(' ', one.Footnotes.Select(note => note.Mark))}")
        );

    [Fact]
    public void ESS_95_Every_service_names_its_components_and_its_triage() =>
        Assert.All(
            Schools.Services,
            service => Assert.True(service is { Components.Count: > 0, Triage.Length: > 20 }, service.Id)
        );

    [Fact]
    public void SMC_01_The_centre_has_no_closed_state() => Assert.True(Smc.DeskCalendar.IsAlwaysOpen);

    [Fact]
    public void SMC_03_SMC_17_Four_levels_with_their_posts() =>
        Assert.Equal(
            ["smc-first-line", "duty-manager", "service-operations-manager", "head-of-operations"],
            Levels.Select(level => level.Role)
        );

    [Fact]
    public void SMC_16_Who_turns_to_a_manager_is_led_back_to_the_centre() =>
        Assert.Contains(
            Smc.Paragraphs,
            one => one.Text.Contains("led back to the SMC and\nthe approach is noted", StringComparison.Ordinal)
        );

    [Fact]
    public void SMC_18_Level_1_is_meant_to_satisfy() =>
        Assert.Contains(Smc.Paragraphs, one => one.Text.Contains("satisfy you at level 1", StringComparison.Ordinal));

    [Fact]
    public void SMC_20_to_SMC_24_Five_reasons_three_of_them_a_crisis()
    {
        var reasons = Assert.Single(Smc.Ladders).Reasons;
        Assert.Equal(
            ["outage-beyond-sla", "business-stopped", "plan-failed"],
            reasons.Where(one => one.Group == "Crisis").Select(one => one.Id)
        );
        Assert.Equal(
            ["impact-rose", "protracted", "other"],
            reasons.Where(one => one.Group is null).Select(one => one.Id)
        );
    }

    [Fact]
    public void SMC_25_A_reason_is_asked_for_at_every_level_above_the_first()
    {
        var requests = Levels.Select(level => level.Entries.OfType<Entry.ByRequest>().Single()).ToList();
        Assert.Empty(requests[0].Reasons);
        Assert.All(requests.Skip(1), request => Assert.Contains("other", request.Reasons));
    }

    private static IReadOnlyList<Level> Levels => Assert.Single(Smc.Ladders).Levels;

    private static Ladder Ladder(string id) => Schools.Ladders.Single(ladder => ladder.Id == id);

    private static Route Route(string id) => Schools.Routes.Single(route => route.Id == id);
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.History.Mapping;
using Rung.Core.History.Replaying;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>
/// Imported cases under a guide. The schools desk is open 08:00-18:00 from Monday to Friday; P3 has 3 working days, 30 h,
/// and P3 of the Jersey contract T24 has 24 h. 2 March 2026 is a Monday; all times are GMT.
/// </summary>
public class RetellingTests
{
    private static readonly Instant End = Logs.At("2026-03-27T12:00:00Z");

    [Fact]
    public void Time_on_hold_is_left_out_and_the_hold_of_the_guide_is_named()
    {
        var judged = Judge(
            "A, 2026-03-02 09:00, New",
            "A, 2026-03-02 10:00, Working",
            "A, 2026-03-02 11:00, Customer",
            "A, 2026-03-03 11:00, Working",
            "A, 2026-03-04 12:00, Solved"
        );

        // Mon 09-11, Tue 11-18, Wed 08-12.
        var one = Assert.Single(judged);
        Assert.Equal((Outcome.Met, Duration.FromHours(13)), (one.Outcome, one.Clock!.Used));
        Assert.Contains(one.Folded.State.Marks, mark => mark is { Moment: CaseMoment.Held, Detail: "information" });
        Assert.Equal(Duration.FromHours(24), Judging.OnHold(one.Folded.Life, End, (from, to) => to - from));
    }

    // As everywhere an empty cell says nothing; what `otherwise` gives is for an impact that the mapping does not name.
    [Fact]
    public void A_row_without_an_impact_leaves_the_priority_as_it_was()
    {
        var guide = ShippedGuides.Schools;
        var words = RetoldWords.Of(guide, Logs.Map(Logs.Plain + "otherwise: P4\n"), out _);
        var book = Logs.Book("A, 2026-03-02 09:00, New, Ann, high", "A, 2026-03-02 10:00, Working, Ann, ");

        var life = Assert.Single(new Retelling(guide, words!).Lives(Logs.Only(book)));

        Assert.Equal("P2", CaseState.Of(life.Events).Priority);
    }

    [Fact]
    public void Waiting_for_a_supplier_does_not_stop_the_clock()
    {
        var judged = Judge(
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-02 10:00, Vendor",
            "A, 2026-03-05 10:00, Working",
            "A, 2026-03-05 10:30, Solved"
        );

        // 9 + 10 + 10 h and 2 h 30 min.
        Assert.Equal((Outcome.Late, Duration.FromHours(31.5)), (judged[0].Outcome, judged[0].Clock!.Used));
        Assert.Equal(Logs.At("2026-03-05T09:00:00Z"), judged[0].Clock!.MissedAt);
    }

    // the clock goes on with what was used before; the time in between is left out.
    [Fact]
    public void Work_after_resolved_goes_on_with_the_same_clock()
    {
        var judged = Judge(
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-02 10:00, Solved",
            "A, 2026-03-04 10:00, New",
            "A, 2026-03-04 11:00, Working",
            "A, 2026-03-04 12:00, Solved"
        );

        Assert.Equal((Outcome.Met, Duration.FromHours(3)), (Assert.Single(judged).Outcome, judged[0].Clock!.Used));
    }

    [Fact]
    public void Work_after_closed_is_a_new_case_with_a_fresh_clock_ESS_53()
    {
        var judged = Judge(
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-02 10:00, Solved",
            "A, 2026-03-03 10:00, Shut",
            "A, 2026-03-09 10:00, Working",
            "A, 2026-03-09 12:00, Solved",
            "A, 2026-03-10 12:00, Shut"
        );

        Assert.Equal(["A", "A (2)"], judged.Select(one => one.Folded.Life.Name));
        Assert.Equal([Duration.FromHours(1), Duration.FromHours(2)], judged.Select(one => one.Clock!.Used));
        Assert.Equal(Logs.At("2026-03-09T10:00:00Z"), judged[1].Clock!.Start);
    }

    [Fact]
    public void What_is_closed_twice_stays_one_case()
    {
        var judged = Judge(
            "A, 2026-03-02 09:00, Working",
            "A, 2026-03-02 10:00, Shut",
            "A, 2026-03-02 11:00, Shut",
            "A, 2026-03-02 12:00, Solved"
        );

        Assert.Equal((Outcome.Met, Duration.FromHours(1)), (Assert.Single(judged).Outcome, judged[0].Clock!.Used));
    }

    [Theory]
    [InlineData("A, 2026-03-02 09:00, Solved", Outcome.NotJudged, "the log begins when it was done already")]
    [InlineData(
        "A, 2026-03-02 09:00, New; A, 2026-03-02 10:00, Dropped",
        Outcome.NotJudged,
        "it ended without a resolution"
    )]
    [InlineData(
        "A, 2026-03-02 09:00, New; A, 2026-03-02 10:00, Solved; A, 2026-03-02 11:00, Working; A, 2026-03-02 12:00, Dropped",
        Outcome.NotJudged,
        "it ended without a resolution"
    )]
    [InlineData(
        "A, 2026-03-02 09:00, New; A, 2026-03-02 10:00, Solved; A, 2026-03-02 11:00, Working; A, 2026-03-02 12:00, Shut",
        Outcome.Met,
        null
    )]
    [InlineData("A, 2026-03-02 09:00, New", Outcome.NeverDone, null)]
    [InlineData("A, 2026-03-26 09:00, New", Outcome.Running, null)]
    [InlineData("A, 2026-03-26 09:00, Customer", Outcome.Running, null)]
    public void What_begins_in_the_middle_or_never_ends_is_judged_as_far_as_the_log_goes(
        string lines,
        Outcome outcome,
        string? why
    )
    {
        var one = Assert.Single(Judge(lines.Split("; ")));

        Assert.Equal((outcome, why), (one.Outcome, one.Why));
    }

    [Fact]
    public void A_case_of_lines_that_say_nothing_has_no_life()
    {
        Assert.Empty(Judge("A, 2026-03-02 09:00, Odd"));
    }

    // Started after hours, 30 h are used up when Thursday's hours end, not on Friday morning (semantics 2 and 3).
    [Fact]
    public void Done_after_hours_on_the_day_that_the_time_was_used_up_is_late()
    {
        var one = Assert.Single(Judge("A, 2026-03-02 20:00, New", "A, 2026-03-05 19:00, Solved"));

        Assert.Equal((Outcome.Late, Logs.At("2026-03-05T18:00:00Z")), (one.Outcome, one.Clock!.Due));
    }

    [Fact]
    public void The_difference_between_two_guides_is_told_from_their_ledgers()
    {
        var lines = new[] { "A, 2026-03-02 09:00, Working", "A, 2026-03-04 09:00, Solved" };
        var (schools, smc) = (GuideFiles.Guide("schools-desk"), GuideFiles.Guide("smc"));
        var map = Logs.Map(Logs.Plain + "guides: { smc: { contract: T24 } }\n");
        var (one, other) = (Judge(schools, map, lines)[0], Judge(smc, map, lines)[0]);

        var why = VerdictDifference.Why(new("schools-desk", schools, one, End), new("smc", smc, other, End));

        // Mon 9 h, Tue 10 h, Wed 1 h of 48 h.
        Assert.Equal(
            "schools-desk: 30 h allowed, 20 h used (28 h closed left out), met with 10 h left. "
                + "smc: 24 h allowed, 48 h used, late by 24 h. "
                + "They part because schools-desk allows 6 h more, and smc counts 28 h in which schools-desk is closed.",
            why
        );
    }

    [Fact]
    public void A_guide_that_lacks_a_word_of_the_mapping_is_told_apart()
    {
        var map = Logs.Map(Logs.Head + "kind: riddle\npriorities: { low: P9 }\n");

        Assert.Null(RetoldWords.Of(ShippedGuides.Schools, map, out var problems));

        Assert.Equal(2, problems.Count);
        Assert.StartsWith(
            "The guide schools-desk has no priority 'P9' (it has P1, P2, P3, P4, P5)",
            problems[0],
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<Judged> Judge(params string[] lines) =>
        Judge(ShippedGuides.Schools, Logs.Map(), lines);

    private static IReadOnlyList<Judged> Judge(Guide guide, HistoryMap map, string[] lines)
    {
        var words = RetoldWords.Of(guide, map, out var problems);
        Assert.Empty(problems);
        var lives = new Retelling(guide, words!).Lives(Logs.Only(Logs.Book(lines)));
        var target = guide.Targets.First(one => one.Role == TargetRole.Resolve);
        return [.. Judging.Fold(guide, lives, End).Select(one => Judging.Judge(one, target))];
    }
}

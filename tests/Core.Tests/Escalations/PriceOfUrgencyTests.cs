using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Escalations;

/// <summary>Which cases wait longer when one gets more urgency, and what they have left now. ESS-81.</summary>
public sealed class PriceOfUrgencyTests
{
    // Monday 14 December 2026, 16:00: the schools desk works from 08:00 to 18:00.
    private static readonly Instant Now = At.London("2026-12-14 16:00");

    // Asked for a P3 of 14:00: it would stand among the P2, behind those that are due before it.
    [Fact]
    public void Those_that_it_passes_are_named_in_the_order_of_the_queue_with_what_they_have_left()
    {
        var asked = Place(1, 3, "2026-12-15 09:00", "2026-12-14 14:00");
        QueuePlace[] queue =
        [
            asked,
            Place(2, 3, "2026-12-14 17:30", "2026-12-14 13:00"), // P3, due before: passed
            Place(3, 2, "2026-12-15 12:00", "2026-12-14 12:00"), // P2, due after: passed
            Place(4, 2, "2026-12-14 17:00", "2026-12-14 12:00"), // P2, due before: stays before it
            Place(5, 3, "2026-12-15 10:00", "2026-12-14 12:00"), // P3, due after: stands behind already
            Place(6, 1, "2026-12-16 10:00", "2026-12-14 12:00"), // P1: stays before it
            Place(7, 4, "2026-12-14 16:30", "2026-12-14 12:00"), // P4: stands behind already
            Place(8, 2, "2026-12-15 12:00", "2026-12-14 12:00") with
            {
                Stand = QueueStand.Standing,
            }, // waits itself
            Place(9, 0, null, "2026-12-14 12:00"), // priority missing: stays before it
        ];

        var passed = PriceOfUrgency.Of(ShippedGuides.Schools, queue, (asked, 2), Now);

        // 6 h: two until 18:00 and four from 08:00 on. 1 h 30 until 17:30.
        Assert.Equal(
            [(Reference(3), Duration.FromHours(6)), (Reference(2), Duration.FromMinutes(90))],
            passed.Select(one => (one.Reference, one.Left!.Value))
        );
    }

    [Fact]
    public void What_is_overdue_has_less_than_nothing_left_and_elapsed_time_runs_at_night()
    {
        var asked = Place(1, 3, "2026-12-17 09:00", "2026-12-14 14:00");
        QueuePlace[] queue =
        [
            Place(2, 3, "2026-12-14 15:00", "2026-12-14 13:00"),
            Place(3, 3, "2026-12-15 02:00", "2026-12-14 13:00") with
            {
                CountsIn = null,
            },
            Place(4, 3, "2026-12-15 01:00", "2026-12-14 13:00") with
            {
                CountsIn = "no such calendar",
            },
        ];

        var passed = PriceOfUrgency.Of(ShippedGuides.Schools, queue, (asked, 2), Now);

        Assert.Equal(
            [Duration.FromHours(-1), Duration.FromHours(9), Duration.FromHours(10)],
            passed.Select(one => one.Left!.Value)
        );
    }

    [Fact]
    public void Who_stands_first_passes_nobody_and_urgency_never_takes_a_place_away()
    {
        var first = Place(1, 1, "2026-12-14 17:00", "2026-12-14 14:00");
        var urgent = Place(2, 1, "2026-12-14 18:00", "2026-12-14 14:00");

        Assert.Empty(PriceOfUrgency.Of(ShippedGuides.Schools, [first, urgent], (first, 1), Now));
        Assert.Empty(PriceOfUrgency.Of(ShippedGuides.Schools, [first, urgent], (urgent, 2), Now));
    }

    [Fact]
    public void Without_a_due_it_stands_last_of_its_rank_and_equal_dues_go_by_the_reference()
    {
        var asked = Place(1, 3, "2026-12-15 12:00", "2026-12-14 14:00");
        QueuePlace[] queue =
        [
            Place(2, 2, null, "2026-12-14 09:00"),
            Place(3, 2, "2026-12-15 12:00", "2026-12-14 13:00"),
            Place(4, 2, "2026-12-15 12:00", "2026-12-14 15:00"),
        ];

        var passed = PriceOfUrgency.Of(ShippedGuides.Schools, queue, (asked, 2), Now);

        Assert.Equal([Reference(4), Reference(2)], passed.Select(one => one.Reference));
        Assert.Null(passed[1].Left);
    }

    [Theory]
    [InlineData("P1", 1)]
    [InlineData("P2", 1)]
    [InlineData("P3", 2)]
    [InlineData("P5", 4)]
    public void Urgency_gives_the_place_above_the_priority(string priority, int rank) =>
        Assert.Equal(rank, PriceOfUrgency.RankOf(ShippedGuides.Schools, priority));

    private static QueuePlace Place(int number, long rank, string? due, string logged) =>
        new(Reference(number), rank, QueueStand.Running, due is null ? null : At.London(due), "desk")
        {
            LoggedAt = At.London(logged),
        };

    private static CaseReference Reference(int number) => CaseReference.FromNumber("R", number);
}

using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>What must hold of every clock, whatever happened, on whatever hours.</summary>
public class ClockLaws
{
    private const int Histories = 400;

    [Fact]
    public void A_reading_says_what_a_walk_from_minute_to_minute_says() =>
        Check(one =>
        {
            var (clock, oracle) = (one.Case.Clock, new MinuteOracle(one.Desk, one.Case.Events, one.Case.Now));
            Assert.Equal(At.Minutes(oracle.Used), clock.Used);
            Assert.Equal(At.Minutes(oracle.Total), clock.Total);
            Assert.Equal(oracle.IsPaused, clock.State == ClockState.Paused);
            Assert.Equal(oracle.StoppedAt, clock.StoppedAt);
            if (clock.State == ClockState.Running)
            {
                Assert.Equal(oracle.Due, clock.Due);
            }
            if (oracle.RanOut is { } ranOut && clock.RecordedMiss is null)
            {
                Assert.Equal(ranOut, clock.MissedAt);
            }
            Assert.Equal(clock.MissedAt is not null, oracle.RanOut is not null || clock.RecordedMiss is not null);
        });

    [Fact]
    public void A_ledger_tiles_from_the_start_to_the_due_and_adds_up_to_the_allowance() =>
        Check(one =>
        {
            var (clock, ledger) = (one.Case.Clock, one.Case.Ledger);
            var segments = ledger.Segments.Where(segment => segment.Kind != SegmentKind.NotStarted).ToList();
            Assert.All(segments, segment => Assert.True(segment.From < segment.To));
            Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            if (segments.Count > 0)
            {
                Assert.Equal(clock.Start, segments[0].From);
            }
            Assert.Equal(clock.Used, ledger.Counted + ledger.Overdue);
            if (clock.State == ClockState.Running || ledger.Overdue > Duration.Zero)
            {
                Assert.Equal(clock.Total, ledger.Counted + ledger.ToCome);
            }
            if (clock is { State: ClockState.Running, Due: { } due } && segments.Count > 0)
            {
                Assert.Equal(Instant.Max(due, one.Case.Now), segments[^1].To);
            }
            Assert.Equal(
                At.Minutes(new MinuteOracle(one.Desk, one.Case.Events, one.Case.Now).Withheld),
                ledger.Withheld
            );
        });

    [Fact]
    public void Every_ledger_of_a_case_tiles_whatever_its_target_does_on_a_change_of_priority() =>
        Check(
            one =>
            {
                foreach (var ledger in LedgerWriter.Write(one.Case.Guide, one.Case.State, one.Case.Now))
                {
                    var clock = ledger.Reading;
                    var segments = ledger.Segments.Where(segment => segment.Kind != SegmentKind.NotStarted).ToList();
                    Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
                    Assert.Equal(clock.Used, ledger.Counted + ledger.Overdue);
                    if (
                        clock.State == ClockState.Running
                        && ledger.Overdue == Duration.Zero
                        && clock.Left >= Duration.Zero
                    )
                    {
                        Assert.Equal(clock.Total, ledger.Counted + ledger.ToCome);
                    }
                }
            },
            guide =>
                guide with
                {
                    Targets =
                    [
                        .. guide
                            .Targets.Select(
                                (target, index) =>
                                    target with
                                    {
                                        Clock = target.Clock with { OnPriorityChange = (OnPriorityChange)(index % 3) },
                                    }
                            )
                            .Append(Carried(guide)),
                    ],
                }
        );

    [Fact]
    public void A_breach_is_on_record_exactly_when_the_clock_ran_out() =>
        Check(one =>
        {
            one.Case.Until(one.Case.Now);
            foreach (var clock in one.Case.Clocks().Where(clock => clock.MissedAt < one.Case.Now))
            {
                Assert.NotNull(clock.RecordedMiss);
            }
        });

    private static Target Carried(Guide guide)
    {
        var resolve = guide.Targets.Single(target => target.Id == "resolve");
        return resolve with
        {
            Id = "carried",
            Clock = resolve.Clock with { OnPriorityChange = OnPriorityChange.CarryUsed },
        };
    }

    private static void Check(Action<(SimulatedCase Case, RandomDesk Desk)> holds, Func<Guide, Guide>? change = null) =>
        RandomHistory.BackDated.Sample(
            history => holds((history.Play((one, then) => one.Until(then), change), history.Desk)),
            iter: Histories
        );
}

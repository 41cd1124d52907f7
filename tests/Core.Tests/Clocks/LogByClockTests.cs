using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>A mail is logged within one working day of its effective receipt. ESS-40, ESS-41, A-05; worked by hand.</summary>
public class LogByClockTests
{
    // Friday 30 April 2027, 18:20 BST; Monday 3 May is a holiday; the desk opens on Tuesday at 08:00 for ten hours.
    private static readonly Instant Received = Instant.FromUtc(2027, 4, 30, 17, 20);
    private static readonly Instant Effective = Instant.FromUtc(2027, 5, 4, 7, 0);
    private static readonly Instant Due = Instant.FromUtc(2027, 5, 4, 17, 0);

    [Fact]
    public void Its_ledger_adds_up_from_the_receipt_to_the_last_instant()
    {
        var ledger = LogByClock.Read(ShippedGuides.Schools, Received, Effective, Effective + Duration.FromHours(4))!;

        Assert.Equal((Duration.FromHours(4), Duration.FromHours(6)), (ledger.Counted, ledger.ToCome));
        Assert.Equal((Received, Due), (ledger.Segments[0].From, ledger.Segments[^1].To));
        Assert.Equal(SegmentKind.NotStarted, ledger.Segments[0].Kind);
        Assert.All(ledger.Segments.Zip(ledger.Segments.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal((Due, null), (ledger.Reading.Due, ledger.Reading.MissedAt));
    }

    [Fact]
    public void The_last_instant_is_in_time_and_the_next_is_not_A_03()
    {
        Assert.False(LogByClock.Read(ShippedGuides.Schools, Received, Effective, Due)!.Reading.IsMissed);

        // An hour and a half of the next working day later: only what the desk was open counts.
        var late = LogByClock.Read(ShippedGuides.Schools, Received, Effective, Instant.FromUtc(2027, 5, 5, 8, 30))!;
        Assert.Equal((Due, Duration.FromMinutes(90)), (late.Reading.MissedAt!.Value, late.Overdue));
        Assert.Equal(Duration.FromHours(10), late.Counted);
    }

    [Fact]
    public void Before_it_counts_nothing_is_used()
    {
        var ledger = LogByClock.Read(ShippedGuides.Schools, Received, Effective, Received + Duration.FromHours(1))!;

        Assert.Equal((Duration.Zero, Duration.FromHours(10)), (ledger.Counted, ledger.ToCome));
    }
}

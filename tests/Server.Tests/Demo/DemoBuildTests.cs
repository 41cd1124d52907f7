using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Server.Demo;
using Xunit;

namespace Rung.Server.Tests.Demo;

/// <summary>The demo is a pure value, whole and in time; a refused command would stop every test here.</summary>
public sealed class DemoBuildTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    [Fact]
    public void The_same_opening_gives_the_same_events()
    {
        var again = DemoDesk.At(fixture.Demo.OpensAt);
        Assert.Equal(Text(fixture.Demo), Text(again));
    }

    [Fact]
    public void Numbers_have_no_gaps_and_references_are_unique()
    {
        Assert.Equal(Enumerable.Range(1, fixture.Demo.Cases.Count), fixture.Demo.Cases.Select(one => (int)one.Number));
        Assert.Distinct(fixture.Demo.Cases.Select(one => one.Reference.Text));
        Assert.All(
            fixture.Demo.Cases,
            one => Assert.Equal(CaseReference.FromNumber(one.Reference.Text[..1], one.Number), one.Reference)
        );
    }

    [Theory]
    [InlineData("2026-12-24T15:20:00Z")] // as it opens by default
    [InlineData("2026-12-24T09:05:00Z")]
    [InlineData("2026-12-27T12:00:00Z")] // a closed Sunday between two holidays
    [InlineData("2026-12-29T08:00:00Z")] // the first minute after them
    [InlineData("2026-06-16T16:59:30Z")] // last seconds of a summer's day
    [InlineData("2026-10-25T01:00:00Z")] // the clocks go back
    [InlineData("2027-03-28T01:00:00Z")] // and forward, on Easter Sunday
    [InlineData("2027-04-01T02:30:00Z")]
    [InlineData("2027-12-29T11:11:11Z")]
    public void Any_opening_gives_a_whole_demo(string opening)
    {
        var demo = DemoDesk.At(InstantPattern.General.Parse(opening).Value);
        Assert.InRange(demo.Cases.Count(one => one.State.IsLive), 45, 65);
        foreach (var one in demo.Cases)
        {
            Assert.All(one.Events, happened => Assert.True(happened.At <= happened.RecordedAt));
            Assert.All(one.Events, happened => Assert.True(happened.RecordedAt <= demo.OpensAt));
            Assert.All(one.Dues, due => Assert.True(due.At > demo.OpensAt));
            Assert.Equal(
                one.Events.Select(happened => happened.RecordedAt).Order(),
                one.Events.Select(happened => happened.RecordedAt)
            );
            Assert.Equal(one.Events.Count, one.State.Version);
        }
    }

    // The demo's desk looked on all the time; only what a raise made late could not be noticed before.
    [Fact]
    public void Only_a_breach_on_arrival_is_recorded_late()
    {
        var late = fixture
            .Demo.Cases.SelectMany(one => one.Events)
            .Where(one => one.RecordedAt - one.At > Duration.FromTicks(10));
        Assert.IsType<TargetMissed>(Assert.Single(late));
    }

    // Once is enough: other programs may be busy on the machine.
    [Fact]
    public void Building_it_warm_takes_well_under_400_ms() =>
        Assert.Contains(Enumerable.Range(0, 20).Select(_ => Time()), took => took < TimeSpan.FromMilliseconds(400));

    private TimeSpan Time()
    {
        var began = Stopwatch.GetTimestamp();
        _ = DemoDesk.At(fixture.Demo.OpensAt);
        return Stopwatch.GetElapsedTime(began);
    }

    private static IEnumerable<string> Text(DemoDesk demo) =>
        demo.Cases.SelectMany(one => one.Events).Select(happened => JsonSerializer.Serialize(happened, Json));
}

using Rung.Core.Cases;
using Rung.Core.Cases.Versions;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Further versions of a guide, and cases that are moved to them.</summary>
internal static class Versions
{
    private const string ThreeDays = "{ when: { priority: P3 }, allow: { workingDays: 3 }";

    /// <summary>Version 2.1 of the schools guide with another allowance for priority 3.</summary>
    public static Guide Allowing(string allow) =>
        ShippedGuides.With(
            "schools-desk",
            ("  version: \"2.0\"\n  status", "  version: \"2.1\"\n  status"),
            (ThreeDays, ThreeDays.Replace("workingDays: 3", allow, StringComparison.Ordinal))
        );

    public static Guide Next(Guide guide, string version = "2.1") =>
        guide with
        {
            Document = guide.Document with { Version = version },
        };

    /// <summary>The guide with another clock for a target.</summary>
    public static Guide WithClock(Guide guide, string id, Func<ClockRule, ClockRule> change) =>
        guide with
        {
            Targets =
            [
                .. guide.Targets.Select(target =>
                    target.Id == id ? target with { Clock = change(target.Clock) } : target
                ),
            ],
        };

    public static VersionMove Preview(SimulatedCase one, Guide to) =>
        VersionMove.Of(one.Guide, to, one.Events, one.Now);

    /// <summary>The case as it goes on under the version.</summary>
    public static SimulatedCase Moved(SimulatedCase one, Guide to)
    {
        var handled = Try(one, to.Document.Version, Now(one, to));
        Assert.Null((handled as Handled.Refused)?.Refusal);
        var done = (Handled.Done)handled;
        return SimulatedCase.Read(to, [.. one.Events, .. done.Change.Events], one.Now);
    }

    public static Refusal Refusal(SimulatedCase one, Guide to) => Refusal(one, to.Document.Version, Now(one, to));

    public static Refusal Refusal(SimulatedCase one, string to, Moment moment) =>
        Assert.IsType<Handled.Refused>(Try(one, to, moment)).Refusal;

    private static Handled Try(SimulatedCase one, string to, Moment moment) =>
        CaseDesk.Handle(one.Guide, one.Events, new MoveToVersion(to), moment);

    private static Moment Now(SimulatedCase one, Guide to) =>
        Moment.Now(People.TeamLeader, one.Now, default) with
        {
            InForce = to,
        };
}

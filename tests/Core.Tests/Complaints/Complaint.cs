using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>A complaint at the schools desk in simulated time.</summary>
internal static class Complaint
{
    public static readonly Actor Handler = new("Complaint Handler 1", "complaint-handler");

    public static SimulatedCase Log(string at, Channel source, Func<LogCase, LogCase>? change = null) =>
        SimulatedCase.Log(at, plain => (change ?? (one => one))(Of(plain, source)));

    public static LogCase Of(LogCase plain, Channel source) =>
        plain with
        {
            Kind = "complaint",
            Source = source,
            Subject = "Answered late three times",
            Services = [],
            Answers = new Dictionary<string, string>(),
        };

    public static LogCase AboutData(LogCase one) => one with { Kind = "data-complaint" };

    public static ClockReading Respond(SimulatedCase one) =>
        Assert.Single(one.Clocks(), clock => clock.Target.Id == "complaint-respond");

    public static ClockReading ByLaw(SimulatedCase one) =>
        Assert.Single(one.Clocks(), clock => clock.Target.Id == "complaint-acknowledge");
}

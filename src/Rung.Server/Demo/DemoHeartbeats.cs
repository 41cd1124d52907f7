using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Demo;

/// <summary>What the schools' desk is to hear of: a backup that came last night, and a line that nobody watches just now.</summary>
internal static class DemoHeartbeats
{
    private const string Desk = "schools-desk";

    private static readonly Actor Registrar = new("Engineer 2", Actor.AgentRole);

    /// <param name="at">When the demo opens.</param>
    public static async Task Register(RungDatabase database, Instant at)
    {
        var registered = at - Duration.FromDays(30);
        var backup = new Heartbeat(Desk, "backup-of-the-website")
        {
            Name = "Nightly backup of the website",
            CustomerId = "quillhaven-academy",
            Kind = CaseKind.Fault,
            Services = ["web-hosting"],
            Answers = new Dictionary<string, string> { ["affected"] = "one", ["effect"] = "disruption" },
            Every = Duration.FromHours(26),
            ChangedAt = registered,
            ChangedBy = Registrar,
        };
        var line = new Heartbeat(Desk, "filter-appliance")
        {
            Name = "Web filter appliance",
            CustomerId = "brindle-cross-high",
            Kind = CaseKind.Fault,
            Services = ["web-filtering"],
            Every = Duration.FromMinutes(15),
            Suspended = $"Suspended by {Registrar.Name}.",
            ChangedAt = registered,
            ChangedBy = Registrar,
        };
        await database.Heartbeats.Register(backup);
        await database.Heartbeats.Register(line);
        // 02:10 of the last night, at the usual opening.
        await database.Heartbeats.Hear(backup, at - Duration.FromMinutes((13 * 60) + 10), HeardBy.Api);
    }
}

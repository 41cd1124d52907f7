using Rung.Core.Cases;

namespace Rung.Server.Demo.Playing;

/// <summary>The posts of a desk, with the guide's roles.</summary>
internal sealed record Crew(string Agent, Actor Leader, string AgentRole, string EngineerRole)
{
    private const int Agents = 3;

    /// <summary>Who answers complaints, at the schools desk.</summary>
    public Actor Handler { get; } = new("Complaint Handler", "complaint-handler");

    public static Actor Monitoring { get; } = new("Monitoring", Actor.SystemRole);

    public static Crew Of(string desk) =>
        desk switch
        {
            "schools-desk" => new Crew(
                "Agent",
                new Actor("Team Leader", "team-leader"),
                "service-desk-agent",
                "incident-engineer"
            ),
            "smc" => new Crew("SMC agent", new Actor("Duty Manager", "duty-manager"), "smc-first-line", "smc-engineer"),
            _ => throw new ArgumentException($"The demo has no posts for the desk \"{desk}\".", nameof(desk)),
        };

    public Actor AgentOnDuty(long number) => new($"{Agent} {1 + (number % Agents)}", AgentRole);

    public Actor Engineer(string name) => new(name, EngineerRole);
}

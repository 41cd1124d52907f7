using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases.Actions;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The case's page offers whoever steps in for a post what the core lets them do. Semantics 41, ESS-81, ESS-83.</summary>
public sealed class OfferedToWhoStepsInTests
{
    private const string Held = "    contact: Through the service desk; ask for the Team Leader\n    whenVacant";
    private static readonly Actor Manager = new("Manager 1", "service-desk-manager");
    private static readonly Actor Head = new("Head 1", "head-of-service");

    [Fact]
    public void ESS_81_While_there_is_no_team_leader_the_manager_is_offered_to_give_urgency()
    {
        const string Givers = "by: [team-leader, service-desk-manager, head-of-service]";
        var leaders = (Givers, "by: [team-leader]");

        Assert.DoesNotContain("urgency", Offered(Scene(Manager, leaders)));
        Assert.Contains("urgency", Offered(Scene(Manager, leaders, (Held, "    whenVacant"))));
        Assert.DoesNotContain("urgency", Offered(Scene(Head, leaders, (Held, "    whenVacant"))));
    }

    [Fact]
    public void ESS_83_While_there_is_no_team_leader_the_manager_is_offered_to_leave_a_level_out()
    {
        var leaders = ("skipBy: [service-desk-manager, head-of-service]", "skipBy: [team-leader]");

        Assert.Equal(["incident/1"], Levels(Scene(Manager, leaders)));
        Assert.Equal(
            ["incident/1", "incident/2", "incident/3"],
            Levels(Scene(Manager, leaders, (Held, "    whenVacant")))
        );
        Assert.Equal(["incident/1"], Levels(Scene(Head, leaders, (Held, "    whenVacant"))));
    }

    private static ActionScene Scene(Actor actor, params (string Old, string New)[] changes)
    {
        var guide = ShippedGuides.With("schools-desk", changes);
        var one = SimulatedCase.Log(guide, "2026-12-14 10:00");
        return new ActionScene(new CaseSnapshot(1, guide, one.State, one.Events, one.Now), actor);
    }

    private static IEnumerable<string> Offered(ActionScene scene) =>
        ActionMaker.Of(scene, "/here", null).Select(action => action.Id);

    private static IEnumerable<string> Levels(ActionScene scene) =>
        EscalateFields
            .Of(scene)
            .Single(field => field.Name == "level")
            .Options.Select(option => option.Value)
            .Where(level => level.StartsWith("incident/", StringComparison.Ordinal));
}

using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>What is not for the desk goes to the team that the guide names; the case goes on as it is. ESS-12, ESS-86.</summary>
internal static class PassingOn
{
    public static Ruling Decide(Decision decision, PassOn command)
    {
        var routes = HandOvers.Of(decision.Guide);
        if (routes.All(route => route.Id != command.Route))
        {
            var known = routes.Select(route => route.Id).ToList();
            var why = ("ESS-12", decision.CiteOfKind);
            return new Ruling.Refused(LoggingDoor.Unknown("route to hand over to", command.Route, known, why));
        }
        return Decision.NeedsText(command.Text, "What is handed over") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new PassedOn(command.Route, command.Text.Trim()));
    }
}

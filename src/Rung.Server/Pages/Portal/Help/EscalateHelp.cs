using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Portal.Cases;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>How a customer escalates, from the ladders and routes of the guide. ESS-79 to ESS-87.</summary>
internal static class EscalateHelp
{
    private static readonly string[] Purposes = ["escalation", "management"];

    public static EscalateHelpView Of(PortalVisitor visitor)
    {
        var guide = visitor.Visit.Guide;
        var ladders = CustomerLadder.Of(guide);
        return new EscalateHelpView(
            PortalFrames.Of(visitor),
            [
                .. ladders.Select(ladder => new LadderHelpView(
                    ladder,
                    [.. ladder.Steps.Select(step => Step(guide, step))]
                )),
            ],
            PortalAddresses.Cases(visitor.Desk)
        )
        {
            Begins = PortalEscalation.BeginsHere(guide) ? null : PortalEscalation.HowItBegins(guide),
            Routes = [.. Further(guide, ladders).Select(route => RouteMaker.Of(guide, route))],
        };
    }

    private static StepHelpView Step(Guide guide, CustomerStep step) =>
        new(step, step.Contact is { } contact ? ContactPieces.Of(guide, contact) : []);

    // What a step names already is not said twice.
    private static IEnumerable<Core.Guides.Route> Further(Guide guide, IReadOnlyList<CustomerLadder> ladders)
    {
        var said = string.Join('\n', ladders.SelectMany(ladder => ladder.Steps).Select(step => step.Contact));
        return guide.Routes.Where(route =>
            Purposes.Contains(route.Purpose)
            && route.Addresses.Any(way => !said.Contains(way.Address, StringComparison.Ordinal))
        );
    }
}

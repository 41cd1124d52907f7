using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Server.Pages.Portal.Cases;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>The paragraphs of a guide that say how a customer escalates, with what is printed below them.</summary>
internal static class EscalateHelp
{
    private static readonly string[] Purposes = ["escalation", "management"];

    public static EscalateHelpView Of(PortalVisitor visitor)
    {
        var guide = visitor.Visit.Guide;
        var cited = Cited(guide).ToHashSet(StringComparer.Ordinal);
        return new EscalateHelpView(
            PortalFrames.Of(visitor),
            [.. GuideShower.Show(guide, []).Sections.Where(section => cited.Contains(section.Id))],
            PortalAddresses.Cases(visitor.Desk)
        )
        {
            Begins = PortalEscalation.BeginsHere(guide) ? null : PortalEscalation.HowItBegins(guide),
        };
    }

    private static IEnumerable<string> Cited(Guide guide) =>
        guide
            .Ladders.Where(ladder => ladder.Function == LevelKind.Hierarchical)
            .Select(ladder => ladder.Cite)
            .Concat(guide.Routes.Where(route => Purposes.Contains(route.Purpose)).Select(route => route.Cite));
}

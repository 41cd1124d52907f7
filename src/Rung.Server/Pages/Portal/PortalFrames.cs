using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Portal;

/// <summary>What every page of the portal has around it.</summary>
internal static class PortalFrames
{
    public static PortalFrameView Of(PortalVisitor visitor) =>
        Of(visitor.Visit.Guide, visitor.Visit.Now) with
        {
            Routes = RouteMaker.Support(visitor.Visit.Guide, visitor.Customer),
            Visitor = visitor.Words,
            ChangeHref = visitor is { Only: null, HasSignedIn: false } ? PortalAddresses.Visitor(visitor.Desk) : null,
            SignOutHref = visitor is { HasSignedIn: false, Only: null } ? null : PortalAddresses.SignOut(visitor.Desk),
            LiveHref = visitor is { HasSignedIn: false, Only: null } ? null : PortalAddresses.Live(visitor.Desk),
            SignOutLabel = visitor.Only is null ? "Sign out" : "Forget this link",
            Links = visitor.Only is null ? Links(visitor) : OfOneCase(visitor),
            Notice = NoticeCookie.Take(visitor.Visit.Context),
        };

    /// <summary>For whoever is not known.</summary>
    public static PortalFrameView Of(Guide guide, Instant now) =>
        new()
        {
            DeskId = guide.Document.Id,
            DeskName = guide.Desk.Name,
            Provider = guide.Document.Provider,
            Links = [],
            Routes = RouteMaker.Support(guide),
            Hours = PortalMoments.Said(FrameMaker.Hours(guide, now)),
        };

    private static IReadOnlyList<PortalLink> OfOneCase(PortalVisitor visitor) =>
        [visitor.Start, new PortalLink("The guide", Addresses.Guide(visitor.Desk))];

    private static IReadOnlyList<PortalLink> Links(PortalVisitor visitor)
    {
        var (desk, here) = (visitor.Desk, visitor.Visit.Context.Request.Path.Value ?? "");
        var guide = visitor.Visit.Guide;
        var escalate = ("How to escalate", PortalAddresses.Escalate(desk));
        var complain = ("Complain", PortalAddresses.Complain(desk));
        (string Label, string Href)[] all =
        [
            ("Start", PortalAddresses.Home(desk)),
            ("Report a problem", PortalAddresses.Report(desk)),
            ("Help yourself", PortalAddresses.Help(desk)),
            ("Cases", PortalAddresses.Cases(desk)),
            .. guide.Ladders.Count == 0 ? [] : new[] { escalate },
            .. guide.Complaints is null ? [] : new[] { complain },
            ("The guide", Addresses.Guide(desk)),
        ];
        return
        [
            .. all.Select(
                (one, place) =>
                    new PortalLink(
                        one.Label,
                        one.Href,
                        place == 0 ? here == one.Href : here.StartsWith(one.Href, StringComparison.Ordinal)
                    )
            ),
        ];
    }
}

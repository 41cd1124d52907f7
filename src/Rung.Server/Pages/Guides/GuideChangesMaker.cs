using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Versions;

namespace Rung.Server.Pages.Guides;

/// <summary>The page of what changed in a version of the guide. Drafts are the desk's own and not among them.</summary>
internal static class GuideChangesMaker
{
    /// <summary>The versions that anybody may read of, the latest first.</summary>
    public static IReadOnlyList<Guide> Published(DeskRegister desks, string desk) =>
        [.. desks.Enacted.Where(guide => guide.Document.Id == desk)];

    /// <returns>Null: there is no such version.</returns>
    public static GuideChangesView? Of(Visit visit, PortalFrameView frame, DeskRegister desks)
    {
        var versions = Published(desks, visit.Desk).ToList();
        var asked = visit.Query("version") ?? visit.Guide.Document.Version;
        var place = versions.FindIndex(one => one.Document.Version == asked);
        if (place < 0)
        {
            return null;
        }
        var (guide, before) = (versions[place], versions.ElementAtOrDefault(place + 1));
        return new GuideChangesView(frame, asked, VersionsMaker.Standing(visit, desks, guide))
        {
            Summary = guide.Document.History.LastOrDefault(entry => entry.Version == asked)?.Summary,
            Before = before?.Document.Version,
            Sections = before is null ? [] : GuideDifference.Of(before, guide),
            Others =
            [
                .. versions
                    .Where(one => one != guide)
                    .Select(one => new OtherVersionView(
                        one.Document.Version,
                        VersionsMaker.Standing(visit, desks, one),
                        Addresses.GuideChanges(visit.Desk, one.Document.Version)
                    )),
            ],
        };
    }
}

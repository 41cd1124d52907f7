using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Versions;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Versions;

/// <summary>The pages of the versions of a guide.</summary>
internal static class VersionsMaker
{
    public static VersionsView List(FrameView frame, Visit visit, DeskRegister desks)
    {
        var versions = desks.VersionsOf(visit.Desk);
        var rows = versions.Select((guide, index) => Row(visit, desks, guide, versions.ElementAtOrDefault(index + 1)));
        return new VersionsView(frame, [.. rows], Addresses.VersionCases(visit.Desk));
    }

    public static VersionDifferenceView Difference(
        FrameView frame,
        Visit visit,
        (Guide Before, Guide After) versions
    ) =>
        new(
            frame,
            versions.Before.Document.Version,
            versions.After.Document.Version,
            GuideDifference.Of(versions.Before, versions.After),
            Addresses.Versions(visit.Desk)
        );

    private static VersionRowView Row(Visit visit, DeskRegister desks, Guide guide, Guide? before)
    {
        var document = guide.Document;
        return new VersionRowView(
            document.Version,
            desks.IsFound(guide)
                ? Standing(visit, desks, guide)
                : "not in force; there is no file of it any more, and its text is kept for its cases",
            IsInForce(visit, guide),
            document.History.LastOrDefault(entry => entry.Version == document.Version)?.Summary,
            before?.Document.Version,
            before is null ? null : Addresses.VersionDifference(visit.Desk, before.Document.Version, document.Version)
        );
    }

    /// <summary>Since when, until when or from when a version is in force, with no full stop.</summary>
    public static string Standing(Visit visit, DeskRegister desks, Guide guide)
    {
        var (document, day) = (guide.Document, MomentWords.Date(guide.Document.EffectiveFrom));
        return document.Status switch
        {
            _ when IsInForce(visit, guide) => $"in force since {day}",
            GuideStatus.Draft => "a draft",
            GuideStatus.Approved => $"approved for {day}; not to be used yet",
            _ when document.EffectiveFrom > visit.Now.InZone(guide.DeskCalendar.Zone).Date => $"takes force on {day}",
            _ when desks.LastDayOf(guide) is { } last => $"was in force from {day} until {MomentWords.Date(last)}",
            _ => "no longer in force",
        };
    }

    private static bool IsInForce(Visit visit, Guide guide) => guide.Document.Version == visit.Guide.Document.Version;
}

using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Versions;

/// <summary>The page of the versions of a guide.</summary>
internal static class VersionsMaker
{
    /// <param name="versions">The latest first.</param>
    public static VersionsView List(FrameView frame, Visit visit, IReadOnlyList<Guide> versions) =>
        new(
            frame,
            [.. versions.Select((guide, index) => Row(visit, guide, versions.ElementAtOrDefault(index + 1)))],
            $"{Addresses.Versions(visit.Desk)}/cases"
        );

    private static VersionRowView Row(Visit visit, Guide guide, Guide? before)
    {
        var document = guide.Document;
        var isInForce = document.Version == visit.Guide.Document.Version;
        return new VersionRowView(
            document.Version,
            isInForce
                ? $"in force since {MomentWords.Date(document.EffectiveFrom)}"
                : Standing(document, visit.Now.InZone(guide.DeskCalendar.Zone).Date),
            isInForce,
            document.History.LastOrDefault(entry => entry.Version == document.Version)?.Summary,
            before?.Document.Version,
            before is null ? null : Addresses.VersionChanges(visit.Desk, before.Document.Version, document.Version)
        );
    }

    private static string Standing(DocumentControl document, LocalDate today) =>
        document.Status switch
        {
            GuideStatus.Draft => "a draft",
            GuideStatus.Approved => $"approved for {MomentWords.Date(document.EffectiveFrom)}; not to be used yet",
            GuideStatus.Active when document.EffectiveFrom > today =>
                $"takes force on {MomentWords.Date(document.EffectiveFrom)}",
            _ => $"no longer in force; from {MomentWords.Date(document.EffectiveFrom)}",
        };
}

using Rung.Server.Desk;
using Rung.Server.Pages.Cases;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>The story of a case with its times of day as customers read them; what people wrote stands as they wrote it.</summary>
internal static class PortalStory
{
    /// <param name="here">The case's address, below which its files are.</param>
    public static TimelineView Of(CaseSnapshot found, string here)
    {
        var story = TimelineMaker.ForCustomer(found, here);
        return story with
        {
            Days = [.. story.Days.Select(day => day with { Entries = [.. day.Entries.Select(Said)] })],
        };
    }

    private static TimelineEntryView Said(TimelineEntryView entry) =>
        entry with
        {
            Time = PortalMoments.Said(entry.Time),
            Rest = entry.Rest is { } rest ? PortalMoments.Said(rest) : null,
            Late = entry.Late is { } late ? PortalMoments.Said(late) : null,
        };
}

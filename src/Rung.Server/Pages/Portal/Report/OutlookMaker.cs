using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>What a case's priority means and when its target is, as a customer reads it.</summary>
internal static class OutlookMaker
{
    public static OutlookView Of(Guide guide, CaseState? state, IReadOnlyList<ClockReading> clocks, Instant now)
    {
        if (state is null || guide.Priority(state.Priority) is not { } priority)
        {
            return new OutlookView(null as string);
        }
        var zone = guide.DeskCalendar.Zone;
        var start = state.Logged.ClockStart;
        return new OutlookView(priority.Says)
        {
            Means = Means(priority, state),
            Target = ClockReader.Primary(clocks) is { Due: { } due } ? PortalMoments.InFull(due, zone) : null,
            CountsFrom = start > now ? PortalMoments.InFull(start, zone) : null,
            Cite = CiteMaker.Of(guide, priority.Cite),
        };
    }

    /// <summary>Why a case has its priority, where a rule of the guide says so of this very case; else what the priority means.</summary>
    public static string? Means(Priority priority, CaseState state) =>
        state.PrioritySet is { Proposed: { Because.Length: > 0 } proposed } set && set.Priority == proposed.Priority
            ? Capital(proposed.Because)
            : priority.Plain;

    private static string Capital(string sentence) =>
        $"{char.ToUpperInvariant(sentence[0])}{sentence[1..].TrimEnd('.')}.";

    /// <summary>Whom to ring about something so serious; null: it is not. ESS-16.</summary>
    public static ContactWayView? Ring(Guide guide, CaseState? state) =>
        state is not null
        && guide.Priority(state.Priority) is { Telephone: Permission.Yes }
        && SupportRoutes.For(guide, state.Services) is { } route
            ? RouteMaker.Of(guide, route)
            : null;
}

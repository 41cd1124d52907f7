using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What comes of a wish to escalate here: a level where the guide begins one so, else a call is needed. SMC-04, S-04.</summary>
internal static class PortalEscalation
{
    /// <summary>Whether any level is entered by what is written in the portal.</summary>
    public static bool BeginsHere(Guide guide) =>
        guide
            .Ladders.SelectMany(ladder => ladder.Levels)
            .SelectMany(level => level.Entries)
            .OfType<Entry.ByRequest>()
            .Any(entry => entry.Channels.Contains(Channel.Portal));

    /// <summary>What comes of it, before it is sent.</summary>
    public static string Says(Guide guide) =>
        BeginsHere(guide)
            ? "Somebody with more to say looks at it. Where a step is not taken from here, your wish is kept and the desk sees it: please ring as well."
            : $"An escalation begins by telephone only: please ring {Phones(guide)}. What you write here is kept on the case, answered with the number, and the desk is told.";

    /// <summary>What came of it.</summary>
    public static string Done(CaseState before, CaseState after, Guide guide) =>
        after.Escalation is { } one && Levels(after) > Levels(before)
            ? $"Your case is escalated: {guide.Ladder(one.Ladder)?.Level(one.Level)?.Name ?? $"level {one.Level}"}"
        : after.EscalationPending is not null && before.EscalationPending is null
            ? "Your request to escalate is to be decided"
        : "Your wish to escalate is on the case";

    public static string Phones(Guide guide) =>
        string.Join(
            " or ",
            guide
                .Routes.Where(route => route.Purpose is "escalation" or "support")
                .SelectMany(route => route.Addresses)
                .Where(address => address.Channel == Channel.Phone)
                .Select(address => address.Address)
                .Distinct()
        );

    private static int Levels(CaseState state) => state.Escalations.Sum(one => one.Entered.Count);
}

using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What comes of a wish to escalate here: a level where the guide begins one so, else a call is needed. SMC-04, S-04.</summary>
internal static class PortalEscalation
{
    /// <summary>Whether any level is entered by what is written in the portal.</summary>
    public static bool BeginsHere(Guide guide) => Channels(guide).Contains(Channel.Portal);

    /// <summary>What comes of it, before it is sent.</summary>
    public static string Says(Guide guide) =>
        BeginsHere(guide)
            ? "Somebody with more to say looks at it. Where a step is not taken from here, your wish is kept and the desk sees it: please ring as well."
            : $"{HowItBegins(guide)}. What you write here is kept on the case, and the desk is told.";

    /// <summary>"An escalation begins by telephone only: please ring 01632 960200".</summary>
    public static string HowItBegins(Guide guide)
    {
        var channels = Channels(guide);
        var by = channels.Count == 0 ? "at the desk" : $"by {Or(channels.Select(ChannelWords.Of))}";
        string[] ways =
        [
            .. Ways(guide, Channel.Phone) is { Length: > 0 } phones
            && (channels.Count == 0 || channels.Contains(Channel.Phone))
                ? new[] { $"ring {phones}" }
                : [],
            .. Ways(guide, Channel.Email) is { Length: > 0 } mailboxes && channels.Contains(Channel.Email)
                ? new[] { $"write to {mailboxes}" }
                : [],
        ];
        var only = channels.Count == 1 ? " only" : "";
        return $"An escalation begins {by}{only}{(ways.Length == 0 ? "" : $": please {Or(ways)}")}";
    }

    /// <summary>What came of it.</summary>
    public static string Done(CaseState before, CaseState after, Guide guide) =>
        after.Escalation is { } one && Levels(after) > Levels(before)
            ? $"Your case is escalated: {guide.Ladder(one.Ladder)?.Level(one.Level)?.Name ?? $"level {one.Level}"}"
        : after.EscalationPending is not null && before.EscalationPending is null
            ? "Your request to escalate is to be decided"
        : "Your wish to escalate is on the case";

    private static List<Channel> Channels(Guide guide) =>
        [
            .. guide
                .Ladders.SelectMany(ladder => ladder.Levels)
                .SelectMany(level => level.Entries)
                .OfType<Entry.ByRequest>()
                .SelectMany(entry => entry.Channels)
                .Distinct(),
        ];

    private static string Ways(Guide guide, Channel channel) =>
        Or(
            guide
                .Routes.Where(route => route.Purpose is "escalation" or "support")
                .SelectMany(route => route.Addresses)
                .Where(address => address.Channel == channel)
                .Select(address => address.Address)
                .Distinct()
        );

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words);

    private static int Levels(CaseState state) => state.Escalations.Sum(one => one.Entered.Count);
}

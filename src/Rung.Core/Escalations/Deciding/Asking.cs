using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>Whether a level may be asked for: who asks, by which channel, at what time. SMC-04, SMC-19, S-04, semantics 17.</summary>
internal static class Asking
{
    /// <summary>Why asking raises nothing; null: it does.</summary>
    public static WhyNotRaised? NotRaised(Decision decision, Ladder ladder, Level level, Request request)
    {
        var entries = Entries(decision, level, request.Channel);
        if (entries.Count == 0)
        {
            return WhyNotRaised.OtherChannelNeeded;
        }
        if (ladder.SuspendWhen is { } suspend && decision.Facts.Hold(suspend))
        {
            return WhyNotRaised.StandsStill;
        }
        // Who is strict about the time is strict about the people; else it is marked, and stops nothing (SMC-19).
        if (ladder.Precondition != Precondition.Refuse)
        {
            return null;
        }
        return !IsListed(decision, level, request) ? WhyNotRaised.NotListed
            : Escalating.IsEarly(decision) ? WhyNotRaised.TooEarly
            : null;
    }

    /// <summary>Whether the guide lets them ask; who is not known by their role is taken at the agent's word.</summary>
    public static bool IsListed(Decision decision, Level level, Request request)
    {
        var role = request.Role ?? RoleOf(decision, request.From);
        return role is null
            || Entries(decision, level, request.Channel).Any(entry => entry.Who.Count == 0 || entry.Who.Contains(role));
    }

    /// <summary>The part by which they ask: one that the guide lets ask, if they have one; empty: they have none; null: not known.</summary>
    public static string? Part(Decision decision, Level level, AskToEscalate command)
    {
        if (command.Parts is not { } parts)
        {
            return null;
        }
        var named = Entries(decision, level, command.Channel).SelectMany(entry => entry.Who).ToHashSet();
        return parts.FirstOrDefault(named.Contains) ?? (parts is [var first, ..] ? first : "");
    }

    /// <summary>
    /// Whether a wish that names no level is for the one the case is at: whoever wrote it before that one took effect, or
    /// within the time that the guide gives to act there, could not see that it was not enough. ESS-82, ESS-83.
    /// </summary>
    public static bool IsOfThePresentLevel(Decision decision, Ladder ladder, Escalation one)
    {
        if (one.Entered[^1] is not { Way: EntryWay.Request, Effective: var effective })
        {
            return false;
        }
        var acted = ladder.TimeToAct?.DueFrom(effective, decision.Guide.DeskCalendar);
        return decision.At <= effective || (acted is { Ok: true } until && decision.At < until.Value);
    }

    // The case has the part under its title, or as it was typed; what the guide does not know is no part.
    private static string? RoleOf(Decision decision, string? from)
    {
        var reporter = decision.State.Logged.Reporter;
        return IsReporter(decision, from)
            ? decision
                .Guide.Roles.FirstOrDefault(role =>
                    role.Side == RoleSide.Customer
                    && (role.Id == reporter.ContactRole || role.Title == reporter.ContactRole)
                )
                ?.Id
            : null;
    }

    // Who asks by themselves is known by id; whom the desk names, by name.
    private static bool IsReporter(Decision decision, string? from)
    {
        var (reporter, by) = (decision.State.Logged.Reporter, decision.Moment.By);
        return by is { IsCustomer: true, ContactId: { } id } && reporter.ContactId is { } own
            ? id == own
            : string.Equals(reporter.ContactName, from?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static List<Entry.ByRequest> Entries(Decision decision, Level level, Channel channel)
    {
        var facts = decision.Facts;
        return
        [
            .. level
                .Entries.OfType<Entry.ByRequest>()
                .Where(entry => entry.Channels.Contains(channel) && facts.Hold(entry.When)),
        ];
    }

    /// <param name="From">Who asks; null: nobody is named.</param>
    /// <param name="Role">Their part on the customer's side; null: as the case has it, if it is the one who reported.</param>
    internal sealed record Request(string? From, Channel Channel, string? Role);
}

using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Works out which messages new events call for. ESS-28, ESS-37, ESS-46, ESS-77, guide model 15.</summary>
internal static class Teller
{
    /// <param name="events">All events of the case.</param>
    /// <param name="from">Index of the first new one; messages are worded as the case stands after the last.</param>
    public static IReadOnlyList<OutgoingMessage> Tell(Guide guide, IReadOnlyList<CaseEvent> events, int from)
    {
        var messages = new List<OutgoingMessage>();
        var (late, climbs) = (new HashSet<OutgoingMessage>(), new HashSet<OutgoingMessage>());
        for (var index = from; index < events.Count; index++)
        {
            if (EventMoments.Of(events, index) is { } moment)
            {
                var told = messages.Count;
                Tell(new Occasion(guide, events, index, moment), messages);
                if (events[index] is Escalated { Way: EntryWay.Time or EntryWay.Target or EntryWay.Condition })
                {
                    climbs.UnionWith(messages.Skip(told));
                }
                if (events[index].By == Actor.Desk && events[index].RecordedAt - events[index].At >= Due.InTime)
                {
                    late.UnionWith(messages.Skip(told));
                }
            }
        }
        return
        [
            .. messages
                .Where((message, index) => !late.Contains(message) || IsLast(messages, index))
                .Where(message => !climbs.Contains(message) || !IsToldOfHigher(climbs, message)),
        ];
    }

    // After a standstill nobody gets a heap of messages: of what is told late, each addressee hears the last (semantics 23).
    private static bool IsLast(List<OutgoingMessage> messages, int index)
    {
        var one = messages[index];
        return !messages
            .Skip(index + 1)
            .Any(later =>
                (later.Audience, later.Channel) == (one.Audience, one.Channel) && (one.To is null || one.To == later.To)
            );
    }

    // Of levels that are entered together each addressee hears once, of the highest (semantics 23). What goes to nobody says
    // nothing beside what the same rule says of a higher one.
    private static bool IsToldOfHigher(IEnumerable<OutgoingMessage> climbs, OutgoingMessage one) =>
        climbs.Any(other => other.Event > one.Event && (one.To is null ? other.Rule == one.Rule : other.To == one.To));

    private static void Tell(Occasion occasion, List<OutgoingMessage> messages)
    {
        messages.AddRange(PostAlerts.Of(occasion));
        foreach (var rule in occasion.Guide.Notifications)
        {
            if (
                rule.On == occasion.Moment
                && occasion.Facts.Hold(rule.When)
                && occasion.MayHear(rule.To)
                && !IsSaidOtherwise(occasion, rule)
            )
            {
                messages.Add(Message(occasion, rule));
            }
        }
    }

    // who was asked by telephone is not asked once more by mail.
    private static bool IsSaidOtherwise(Occasion occasion, NotificationRule rule) =>
        occasion.Event is AttemptMade attempt
        && attempt.Channel != rule.By
        && rule.To.Kind is AudienceKind.Originator or AudienceKind.Participants;

    private static OutgoingMessage Message(Occasion occasion, NotificationRule rule)
    {
        var desk = occasion.Desk(rule);
        var handed = occasion.Event is PassedOn passed ? HandOver.Of(occasion, passed) : null;
        Func<string, string?> word = handed is null
            ? name => CaseWords.Find(occasion, name)
            : name => HandOverLetter.Find(occasion.Guide, handed, name);
        return Letter.Write(rule, occasion.Guide, name => word(name) ?? desk.Find(name)) with
        {
            Key = Key(occasion, rule),
            Event = occasion.Index + 1,
            To = Address(occasion, rule),
            NotBefore = Quiet(occasion, rule),
            Cause =
                occasion.Event.By.Role == Actor.ContactRole && occasion.State.LastCustomerChannel == Channel.Email
                    ? Cause.TheirMail
                    : Cause.TheDesk,
        };
    }

    private static string Key(Occasion at, NotificationRule rule)
    {
        var zone = at.Guide.DeskCalendar.Zone;
        return rule.Told switch
        {
            Told.OncePerCase => $"{at.State.Reference}/{rule.Id}",
            Told.OncePerDay => $"{at.State.Reference}/{at.Event.RecordedAt.InZone(zone).Date:uuuu-MM-dd}/{rule.Id}",
            _ => $"{at.State.Reference}/{at.Index + 1}/{rule.Id}",
        };
    }

    private static string? Address(Occasion occasion, NotificationRule rule)
    {
        var reporter = occasion.State.Logged.Reporter;
        return rule.To.Kind switch
        {
            AudienceKind.Originator or AudienceKind.Participants => rule.By == Channel.Phone
                ? reporter.Phone
                : reporter.Email,
            AudienceKind.Role => Contact(occasion, rule, rule.To.Role),
            AudienceKind.Owner => Contact(occasion, rule, Owner(occasion)),
            AudienceKind.Desk => rule.By == Channel.Email ? occasion.Guide.Desk.Alerts : null,
            AudienceKind.Route when occasion.Event is PassedOn passed => occasion.Guide.MailboxOf(
                HandOvers.Find(occasion.Guide, passed.Route),
                passed.RecordedAt
            ),
            _ => null,
        };
    }

    // Who is alerted of a level answers for it, or is about to.
    internal static string? Owner(Occasion occasion) =>
        occasion.Event switch
        {
            Escalated { Alerts: [var alerted, ..] } => alerted,
            LevelToldAgain { Alerts: [var alerted, ..] } => alerted,
            _ => occasion.Escalations is [var one, ..] ? one.Owner?.Role : null,
        };

    // Of a post that nobody holds just now: whoever steps in (semantics 41). A complaint goes to no mailbox that others read.
    private static string? Contact(Occasion occasion, NotificationRule rule, string? id)
    {
        var (guide, now) = (occasion.Guide, occasion.Event.RecordedAt);
        return id is null ? null
            : rule.By != Channel.Email ? guide.Holder(id, now)?.Contact
            : occasion.State.Logged.IsComplaint() ? guide.OwnMailbox(id, now)
            : guide.Mailbox(id, now);
    }

    private static Instant? Quiet(Occasion occasion, NotificationRule rule)
    {
        if (rule.Quiet is not { } id)
        {
            return null;
        }
        var opening = occasion.Guide.Calendars[id].NextOpening(occasion.Event.RecordedAt);
        return opening.Ok && opening.Value > occasion.Event.RecordedAt ? opening.Value : null;
    }
}

/// <summary>One new event among a case's events, at one moment.</summary>
internal sealed record Occasion(Guide Guide, IReadOnlyList<CaseEvent> Events, int Index, CaseMoment Moment)
{
    public CaseEvent Event => Events[Index];

    /// <summary>The case right after this event and those recorded with it.</summary>
    public CaseState State { get; } = CaseState.Of(Events);

    /// <summary>Those that the event is about, else the one that the case is worked by; none: it has none.</summary>
    public IReadOnlyList<Escalation> Escalations =>
        Event switch
        {
            Escalated entered => [.. State.Escalations.Where(one => one.Number == entered.Escalation)],
            LevelToldAgain again => [.. State.Escalations.Where(one => one.Number == again.Escalation)],
            EscalationEvent { About: { } number } => [.. State.Escalations.Where(one => one.Number == number)],
            PromiseMissed missed when State.Escalations.Where(missed.IsOf).ToList() is { Count: > 0 } of => of,
            _ => State.Escalation is { } one ? [one] : [],
        };

    /// <summary>Who writes by this rule, and how they are reached.</summary>
    public DeskWords Desk(NotificationRule rule) =>
        new(Guide, SupportRoutes.For(Guide, State.Services), rule.Cite)
        {
            Down = State.IsResolved ? [] : [.. Facts.DownChannels],
        };

    public CaseFacts Facts => CaseFacts.Of(Guide, State, Event.RecordedAt);

    /// <summary>Of a complaint nobody hears but the customer and those who may see it. ESS-93.</summary>
    public bool MayHear(Audience audience) =>
        !State.Logged.IsComplaint()
        || audience.Kind is AudienceKind.Originator or AudienceKind.Participants
        || (audience.Kind == AudienceKind.Role && MayHear(audience.Role));

    // Who holds a post acts under its title, which a complaint may name without its post.
    public bool MayHear(string? role) =>
        !State.Logged.IsComplaint()
        || (role is not null && Restriction.Of(Guide, State.Logged).Allows(new Actor(Guide.RoleTitle(role), role)));
}

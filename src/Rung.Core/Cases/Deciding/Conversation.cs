using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>What is said to and by the customer. ESS-53, ESS-77, ESS-78, A-06, A-10, A-24.</summary>
internal static class Conversation
{
    public static Ruling Decide(Decision decision, SendUpdate command) =>
        Decision.NeedsText(command.Text, "The update") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new Updated(command.Text, command.Channel) { Of = command.Of });

    public static Ruling Decide(Decision decision, AddNote command) =>
        Decision.NeedsText(command.Text, "The note") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new Noted(command.Text));

    public static Ruling Decide(Decision decision, RecordAutomaticMail command) =>
        Decision.NeedsText(command.Text, "The automatic mail") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new AutomaticMailReceived(command.Text));

    public static Ruling Decide(Decision decision, RecordUpdateRequest command) =>
        Decision.NeedsText(command.Text, "The question") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new UpdateRequested(command.Text, command.Channel) { AnswerDue = AnswerDue(decision) });

    // Asked once more while an answer is owed they get that one, by the time that they were told first.
    private static Instant? AnswerDue(Decision decision)
    {
        var isOwed = decision.State.Promises.Any(promise =>
            promise is { For: PromiseFor.UpdateRequest, State: PromiseState.Open }
        );
        if (isOwed || decision.Guide.PromiseRule(PromiseFor.UpdateRequest) is not { Due: { } within } rule)
        {
            return null;
        }
        var calendar = rule.Calendar is { } id ? decision.Guide.Calendars[id] : decision.Guide.DeskCalendar;
        return decision.Facts.Hold(rule.AppliesWhen) && within.DueFrom(decision.At, calendar) is { Ok: true } due
            ? due.Value
            : null;
    }

    public static Ruling Decide(Decision decision, RecordReply command)
    {
        if ((Decision.NeedsText(command.Text, "The reply") ?? Papers.Refuses(command.Papers ?? [])) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var replied = new CustomerReplied(command.Text, command.Channel) { Papers = command.Papers };
        if (decision.State.IsClosed)
        {
            return Continue(decision, command);
        }
        if (decision.State.IsResolved)
        {
            return decision.Accept(replied, new Rejected(command.Text));
        }
        return Holding.Answered(decision) is { } resumed ? decision.Accept(replied, resumed) : decision.Accept(replied);
    }

    // the closed case gains nothing but the link; the new one starts afresh with the same priority as default.
    private static Ruling Continue(Decision decision, RecordReply command)
    {
        var guide = decision.Moment.InForce ?? decision.Guide;
        var log = Anew(guide, decision.State) with { Source = command.Channel, ReceivedAt = decision.At };
        // Nothing of an erased case is known any more by which another could begin.
        if (decision.State.IsErased || Logging.Decide(guide, log, decision.Moment) is not Ruling.Accepted next)
        {
            return Ruling.Refuse(
                RefusalCode.CaseClosed,
                "The case is closed and no new one can be logged from this reply: log it by hand.",
                "ESS-53",
                decision.Guide.Closing.NeverReopenCite
            );
        }
        CaseEvent[] begins =
        [
            .. next.Events,
            decision.Moment.Stamp(new CustomerReplied(command.Text, command.Channel) { Papers = command.Papers }),
        ];
        var link = decision.Moment.Stamp(new Linked(decision.Moment.NextReference, LinkKind.ContinuedBy));
        return new Ruling.Accepted([link]) { NextCase = begins };
    }

    // What a later version of the guide no longer knows is left behind.
    private static LogCase Anew(Guide guide, CaseState old) =>
        new()
        {
            Kind = old.Logged.Kind,
            Source = old.Logged.Source,
            Subject = old.Logged.Subject,
            Reporter = old.Logged.Reporter,
            Services = [.. old.Services.Where(service => guide.Service(service) is not null)],
            Answers = old
                .Answers.Where(one => LoggingDoor.Refuses(guide, [], new Dictionary<string, string>([one])) is null)
                .ToDictionary(one => one.Key, one => one.Value),
            Priority = guide.Priority(old.Priority)?.Id,
            Continues = old.Reference,
            Complaint = old.Logged.Complaint is { } complaint
                ? complaint with
                {
                    Papers = [],
                    FirstReceivedAt = old.Logged.FirstReceivedAt,
                }
                : null,
        };
}

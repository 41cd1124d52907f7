using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Enters a mail on a case: what it does there and what became of the mail are one transaction.</summary>
internal sealed class AnsweringMail(ServiceDesk desk, MailLooks looks)
{
    /// <summary>As what it is by itself: the customer's answer, or a mere question how things stand. ESS-78, A-06, A-10</summary>
    public async Task<DeskAnswer> Enter(CaseReference reference, Arrived arrived)
    {
        var isQuestion =
            arrived.Gist == Gist.AsksForNews
            && await desk.Look(reference, Actor.Desk)
                is { State.Condition: Condition.Open or Condition.Assigned or Condition.OnHold } found
            && EscalatingMail.Wish(found, arrived) is null;
        return isQuestion
            ? await Question(reference, arrived, arrived.OnCase("It only asks how things stand."))
            : await Answer(reference, arrived, arrived.OnCase(because: null));
    }

    /// <summary>As what the customer said. A-06, A-10</summary>
    public async Task<DeskAnswer> Answer(CaseReference reference, Arrived arrived, InboundOutcome outcome)
    {
        var then = Then(await Sender(reference, arrived), arrived, outcome);
        var reply = new RecordReply(arrived.Text, Channel.Email);
        return
            await desk.Look(reference, Actor.Desk) is { State.IsClosed: false } found
            && EscalatingMail.Wish(found, arrived) is { } ask
            ? await Escalate(found, (arrived, ask), then)
            : await Put(reference, reply, then);
    }

    /// <summary>As a question how things stand: no answer to anything, so that a hold goes on. ESS-78</summary>
    public async Task<DeskAnswer> Question(CaseReference reference, Arrived arrived, InboundOutcome outcome) =>
        await Put(
            reference,
            new RecordUpdateRequest(arrived.Text, Channel.Email),
            Then(await Sender(reference, arrived), arrived, outcome)
        );

    /// <summary>As a request to escalate alone, where what it says is on the case already. A-19</summary>
    public async Task<DeskAnswer> Ask(CaseReference reference, Arrived arrived, InboundOutcome outcome) =>
        await Put(
            reference,
            (await desk.Look(reference, Actor.Desk) is { } found ? EscalatingMail.Wish(found, arrived) : null)
                ?? new AskToEscalate(arrived.Text, Channel.Email),
            Then(await Sender(reference, arrived), arrived, outcome)
        );

    // A-19, S-04. Where the case waits for the customer the mail is an answer as well, which is entered last: until then
    // the mail is not done, and what was asked already is not asked twice. A copy of it that another node has just now
    // knows of it from the first on.
    private async Task<DeskAnswer> Escalate(CaseSnapshot found, (Arrived Mail, AskToEscalate Wish) ask, Requester then)
    {
        var arrived = ask.Mail;
        var reference = found.State.Reference;
        var isAnswer = found.State.Condition is Condition.OnHold or Condition.Resolved or Condition.ResolvedToConfirm;
        if (!isAnswer || !EscalatingMail.IsKnown(await Asked(found), arrived))
        {
            var asked = await Put(reference, ask.Wish, isAnswer ? StillInHand(then) : then);
            if (asked is DeskAnswer.MailSettled || (!isAnswer && asked is not DeskAnswer.Refused))
            {
                return asked;
            }
        }
        return await Put(reference, new RecordReply(arrived.Text, Channel.Email), then);
    }

    // Where it is escalated with another, that one was asked.
    private async Task<CaseSnapshot> Asked(CaseSnapshot found) =>
        found.State.CoveredBy is { } lead ? await desk.Look(lead, Actor.Desk) ?? found : found;

    /// <summary>As what a program sent, which counts as nothing. A-24</summary>
    public Task<DeskAnswer> Keep(CaseReference reference, Arrived arrived, InboundOutcome outcome) =>
        Put(reference, new RecordAutomaticMail(arrived.WholeText), Then(Actor.Desk, arrived, outcome));

    // Ids are a customer's own: on the case of another somebody else has it.
    private async Task<Actor> Sender(CaseReference reference, Arrived arrived)
    {
        var (customer, contact) = await looks.Sender(arrived.Taken.Desk, arrived.Mail.From);
        var reporter = (await desk.Look(reference, Actor.Desk))?.State.Logged.Reporter;
        return new Actor(contact?.Name ?? arrived.Mail.From?.Address ?? "Unknown sender", Actor.ContactRole)
        {
            ContactId = customer?.Id == reporter?.CustomerId ? contact?.Id : null,
        };
    }

    private static Requester Then(Actor by, Arrived arrived, InboundOutcome outcome) =>
        new(by, arrived.Taken.ReceivedAt) { Mail = outcome, IsByMail = true };

    private static Requester StillInHand(Requester then) =>
        then with
        {
            Mail = then.Mail is { From: InboundState.Received } mail ? mail with { To = mail.From } : null,
        };

    // At the time the mail arrived; if the case has moved on since, as soon after as can be: by now it might have closed on a
    // silence that was none.
    private async Task<DeskAnswer> Put(CaseReference reference, CaseCommand command, Requester then)
    {
        var answer = await desk.Handle(reference, command, then);
        if (!IsTooEarly(answer))
        {
            return answer;
        }
        var movedOn = (await desk.Look(reference, Actor.Desk))?.State.FirmSince;
        var soonest = movedOn > then.HappenedAt ? movedOn : null;
        var later = await desk.Handle(reference, command, then with { HappenedAt = soonest });
        return IsTooEarly(later) ? await desk.Handle(reference, command, then with { HappenedAt = null }) : later;
    }

    private static bool IsTooEarly(DeskAnswer answer) =>
        answer is DeskAnswer.Refused { Refusal.Code: RefusalCode.MomentNotAllowed };
}

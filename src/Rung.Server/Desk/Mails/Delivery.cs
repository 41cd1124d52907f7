using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Mail.Transport;
using Rung.Server.Workers;
using Rung.Storage;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>One attempt to deliver one message, and what it comes to. R17, R19, S28</summary>
internal sealed class Delivery(RungDatabase database, OutgoingMails mails, DeskClock clock, DeskLive live)
{
    // No person makes us answer as often as this by mails of theirs alone; a program does (S28).
    private const int MostReplies = 5;
    private static readonly Duration Patience = Duration.FromMinutes(15);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration FirstWait = Duration.FromMinutes(1);
    private static readonly Duration LongestWait = Duration.FromHours(4);

    /// <summary>
    /// What was queued before this waits too long. Without a mail server nothing is expected to leave, and each message says so
    /// where it is shown.
    /// </summary>
    public static Instant WaitsTooLong(SmtpAddress? server, Instant now) =>
        server is null ? Instant.FromUnixTimeTicks(0) : now - Patience;

    public async Task<DeliveryOutcome> Attempt(QueuedMessage queued, DeliveryLine line, CancellationToken stop)
    {
        var now = clock.Now();
        if (now >= queued.GiveUpAt)
        {
            return new DeliveryOutcome(MessageState.Undeliverable, now, GivenUp(queued));
        }
        if (LateMail.MayGather(queued.Message, now) && await database.Outbox.Gather(queued, LateMail.Until(now)))
        {
            return new DeliveryOutcome(MessageState.Queued, now, queued.Answer);
        }
        if (await AnswersAProgram(queued, now) is { } why)
        {
            return new DeliveryOutcome(MessageState.HeldBack, now, why);
        }
        var made = await mails.Make(queued, now);
        if (made.Mail is not { } mail)
        {
            return new DeliveryOutcome(MessageState.Undeliverable, now, made.Problem);
        }
        return await line.Hand(mail, stop) switch
        {
            Handed.Taken taken => new DeliveryOutcome(MessageState.Sent, clock.Now(), taken.Answer),
            Handed.Never never => new DeliveryOutcome(MessageState.Undeliverable, clock.Now(), never.Why),
            Handed.Later later => Again(queued, later.Why),
            Handed.Lost lost => Again(queued, lost.Why),
            var unknown => throw new NotSupportedException($"No outcome for {unknown.GetType().Name}."),
        };
    }

    /// <summary>Writes down what an attempt came to; open pages are told.</summary>
    public async Task Settle(QueuedMessage queued, string owner, DeliveryOutcome outcome)
    {
        await database.Outbox.Settle(queued.Id, owner, outcome);
        if (queued.Desk is { } desk)
        {
            live.Changed(desk, queued.Reference ?? "");
        }
    }

    // A minute, then twice as long each time, up to four hours; never past the time at which it is given up.
    private DeliveryOutcome Again(QueuedMessage queued, string why)
    {
        var doublings = (int)Math.Min(queued.Tries - 1, 10);
        var wait = Duration.Min(FirstWait * (1 << Math.Max(doublings, 0)), LongestWait);
        return new DeliveryOutcome(MessageState.Queued, Instant.Min(clock.Now() + wait, queued.GiveUpAt), why);
    }

    private static string GivenUp(QueuedMessage queued) =>
        queued.Answer is { } last
            ? $"Given up after {queued.Tries - 1} attempts. The last: {last}"
            : "Its time was over before a mail server was there to take it.";

    private async Task<string?> AnswersAProgram(QueuedMessage queued, Instant now)
    {
        // Somebody of the desk had it sent in spite of that.
        if (queued.Message.Cause != Cause.TheirMail || queued.SeenBy is not null)
        {
            return null;
        }
        var (onCase, toAddress) = await database.Outbox.Replies(queued.Message, now - Hour);
        return onCase >= MostReplies || toAddress >= MostReplies
            ? $"We answered {Math.Max(onCase, toAddress)} mails of theirs within an hour by ourselves: a program may be answering us."
            : null;
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Storage;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// Makes the right thing of a mail, once: what it does to a case and the word that it is done are one transaction. A mail
/// that cannot be placed waits for an agent; none is lost.
/// </summary>
public sealed class MailDesk
{
    // What no person writes in an hour, whatever the headers say (S28).
    private const int MostAnswers = 10;
    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly RungDatabase _database;
    private readonly AnsweringMail _answering;
    private readonly DeskLive _live;
    private readonly DeskClock _clock;
    private readonly Receipts _receipts;
    private readonly Bounces _bounces;

    public MailDesk(RungDatabase database, MailReading reading, ServiceDesk desk, DeskLive live, DeskClock clock)
    {
        (_database, _live, _clock, Reading) = (database, live, clock, reading);
        (_receipts, _bounces) = (new Receipts(database), new Bounces(database));
        _answering = new AnsweringMail(desk, reading.Looks);
    }

    private MailReading Reading { get; }

    /// <summary>Reads a message that was taken up.</summary>
    internal Task<ReadMail> Read(InboundMail taken) => Reading.ReadToHandle(taken);

    /// <summary>What a mail has in common with others that must not be handled at the same time as it.</summary>
    internal IEnumerable<string> Bonds(ReadMail read)
    {
        var mail = read.Mail;
        var ids = mail.Answers.Concat(mail.Enclosed).Append(mail.MessageId).OfType<string>();
        var mayWait = !read.Nature.IsAutomatic && read.Decision is not (ThreadDecision.OnCase or ThreadDecision.Hint);
        var isAnswered = mayWait && Receipts.Promised(read.Arrived, read.Sender, _clock.Now()) is not null;
        return
        [
            .. ids.Select(id => $"mail {id}"),
            .. read.Decision.Named is { } reference ? (string[])[$"case {reference}"] : [],
            // Receipts are counted, so that robots get few.
            .. isAnswered ? (string[])["receipt"] : [],
        ];
    }

    /// <summary>Handles a message that was read.</summary>
    internal async Task Handle(ReadMail read)
    {
        var arrived = read.Arrived;
        if (await CopyOf(arrived) is { } same)
        {
            // What came to a complaint is seen by those who may see that, and so is its copy (ESS-93).
            var isApart = same.Desk != arrived.Taken.Desk;
            var outcome = arrived.LeftAlone($"It is a copy of mail {same.Id}, which came another way.") with
            {
                Shelf = isApart ? same.Desk : null,
                CaseId = isApart ? same.CaseId : null,
            };
            await Settle(arrived, outcome);
            return;
        }
        await (
            read.Nature.IsAutomatic
                ? Automatic(arrived, read.Nature, read.Decision)
                : Person(arrived, read.Decision, read.Sender)
        );
    }

    // The same Message-ID is not enough: there are programs that give every mail the same.
    private async Task<InboundMail?> CopyOf(Arrived arrived)
    {
        if (
            arrived.Mail is not { MessageId: { } id, From: { } from }
            || await _database.Inbound.Same(arrived.Taken, id, from.Key) is not { } other
        )
        {
            return null;
        }
        var there = MailReader.Read(await _database.Inbound.Content(other) ?? []);
        return there.Subject == arrived.Mail.Subject && there.Body.Text == arrived.Mail.Body.Text
            ? await _database.Inbound.Find(other)
            : null;
    }

    // kept where it belongs, and counts as nothing.
    private async Task Automatic(Arrived arrived, MailNature nature, ThreadDecision decision)
    {
        var because = $"{Words(nature.Sort)}: {nature.Because}.";
        if (nature.Sort == MailSort.Bounce)
        {
            await _bounces.Note(arrived.Mail, _clock.Now());
        }
        var isKept =
            nature.Sort is MailSort.AutomaticReply or MailSort.Bounce
            && decision is ThreadDecision.OnCase on
            && IsDone(await _answering.Keep(on.Reference, arrived, arrived.OnCase(because)));
        if (!isKept)
        {
            await Settle(arrived, arrived.LeftAlone(because));
        }
    }

    private async Task Person(Arrived arrived, ThreadDecision decision, SenderStanding sender)
    {
        if (decision is ThreadDecision.Hint hint)
        {
            await Wait(arrived, await Reading.Looks.MayName(hint.Reference) ? $"{hint.Reference}: {hint.Why}" : null);
            return;
        }
        if (decision is not ThreadDecision.OnCase on)
        {
            var now = _clock.Now();
            var receipt = Receipts.Promised(arrived, sender, now) is { } promised
                ? await _receipts.For(arrived, promised, now)
                : null;
            await Wait(arrived, sender.Standing == Standing.Failed ? sender.Says : null, receipt);
            return;
        }
        var (reference, caseId) = await Latest(on.Reference);
        var answers = await _database.Inbound.Count(caseId, arrived.Taken.ReceivedAt - Hour);
        if (answers >= MostAnswers)
        {
            await Wait(
                arrived,
                $"{await Called(reference)}: {answers} mails came on this case within an hour, as from a program."
            );
        }
        else if (!IsDone(await _answering.Answer(reference, arrived, arrived.OnCase(because: null))))
        {
            await Wait(arrived, $"{await Called(reference)}: the case did not take this answer; log it by hand.");
        }
    }

    // What waits is read by everybody: a complaint is not named there (ESS-93).
    private async Task<string> Called(CaseReference reference) =>
        await Reading.Looks.MayName(reference) ? reference.Text : "An answer";

    private async Task<(CaseReference Reference, long Id)> Latest(CaseReference reference)
    {
        var found = (await _answering.Latest(reference))!;
        return (found.State.Reference, found.Id);
    }

    private Task Wait(Arrived arrived, string? why, OutgoingMessage? receipt = null)
    {
        var notPublished = MailRoutes.Publishes(arrived.Guide, arrived.Taken.Mailbox)
            ? null
            : $"No route of the guide has the address {arrived.Taken.Mailbox}.";
        var escalates = EscalatingMail.IsForALevel(arrived.Guide, arrived.Taken.Mailbox) ? EscalatingMail.Hint : null;
        var reasons = string.Join(' ', new[] { why, escalates, notPublished }.OfType<string>());
        return Settle(arrived, arrived.Unlogged(reasons.Length == 0 ? null : reasons), receipt);
    }

    private async Task Settle(Arrived arrived, InboundOutcome outcome, OutgoingMessage? receipt = null)
    {
        await _database.Inbound.Settle(outcome, receipt);
        _live.Changed(arrived.Taken.Desk, LiveHint.NoCase);
    }

    private static bool IsDone(DeskAnswer answer) => answer is DeskAnswer.Done or DeskAnswer.MailSettled;

    private static string Words(MailSort sort) =>
        sort switch
        {
            MailSort.AutomaticReply => "Automatic reply",
            MailSort.Bounce => "Bounce",
            MailSort.List => "List or mailing",
            MailSort.AutomaticNotice => "Automatic notice",
            MailSort.OwnMail => "Our own mail",
            MailSort.Loop => "Loop",
            _ => throw new NotSupportedException($"No words for {sort}."),
        };
}

/// <param name="AuthServId">The name our mail server signs its verdicts about senders with; null: it gives none.</param>
public sealed record MailOptions(string? AuthServId);

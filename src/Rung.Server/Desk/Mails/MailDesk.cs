using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Desk.Heartbeats;
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
    private static readonly Duration Shortly = Duration.FromSeconds(1);

    private readonly RungDatabase _database;
    private readonly ServiceDesk _desk;
    private readonly AnsweringMail _answering;
    private readonly DeskLive _live;
    private readonly DeskClock _clock;
    private readonly Receipts _receipts;
    private readonly Bounces _bounces;
    private readonly MailCopies _copies;
    private readonly HeartbeatMails _heartbeats;

    public MailDesk(
        RungDatabase database,
        MailReading reading,
        ServiceDesk desk,
        HeartbeatMails heartbeats,
        DeskLive live,
        DeskClock clock
    )
    {
        (_database, _heartbeats, _live, _clock, Reading) = (database, heartbeats, live, clock, reading);
        (_receipts, _bounces, _copies) = (new Receipts(database), new Bounces(database), new MailCopies(database));
        _desk = desk;
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
        var isAnswered = mayWait && Receipts.Promised(read, _clock.Now()) is not null;
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
        if (await _heartbeats.Hear(read) is { } word)
        {
            await Settle(read.Arrived, read.Arrived.LeftAlone(word));
            return;
        }
        var (arrived, copies) = await _copies.Before(read.Arrived);
        var isDone = await Handle(read with { Arrived = arrived }, copies);
        if (!isDone && await _database.Inbound.Find(arrived.Taken.Id) is { State: InboundState.Received } still)
        {
            // Another node has handled a copy of it meanwhile.
            await Handle(await Read(still));
        }
    }

    /// <returns>False: nothing was done, since something became of it, or of a copy, meanwhile.</returns>
    private Task<bool> Handle(ReadMail read, IReadOnlyList<InboundMail> copies) =>
        copies.Count > 0 ? Copied(read, CopiedMail.Of(read, copies))
        : read.Nature.IsAutomatic ? Automatic(read.Arrived, read.Nature, read.Decision)
        : Person(read);

    private Task<bool> Copied(ReadMail read, CopiedMail copied) =>
        copied switch
        {
            CopiedMail.Nothing nothing => LeaveCopy(read.Arrived, nothing.Other),
            CopiedMail.Escalates escalates => EscalateCopy(read.Arrived, escalates.Other),
            CopiedMail.Hints hints => HintAtCopy(read, hints),
            CopiedMail.Waits waits => WaitAsCopy(read.Arrived, waits.Other),
            CopiedMail.AsItself => Person(read),
            _ => throw new NotSupportedException($"Nothing becomes of {copied.GetType().Name}."),
        };

    // What came to a complaint is seen by those who may see that, and so is its copy (ESS-93).
    private Task<bool> LeaveCopy(Arrived arrived, InboundMail other)
    {
        var isApart = other.Desk != arrived.Taken.Desk;
        var outcome = arrived.LeftAlone($"It is a copy of mail {other.Id}, which came another way.") with
        {
            Shelf = isApart ? other.Desk : null,
            CaseId = isApart ? other.CaseId : null,
        };
        return Settle(arrived, outcome);
    }

    private async Task<bool> EscalateCopy(Arrived arrived, InboundMail other)
    {
        var reference = await _database.Cases.ReferenceOf(other.CaseId!.Value);
        var outcome = arrived.OnCase($"It is a copy of mail {other.Id}; this one asks to escalate.");
        return await Enter(arrived, reference, latest => _answering.Ask(latest, arrived, outcome));
    }

    // Whoever decides about the other reads it there. If somebody just did, it is looked at again.
    private async Task<bool> HintAtCopy(ReadMail read, CopiedMail.Hints hints)
    {
        var other = hints.Other;
        var word = $"A copy of it came to {read.Kept.Mailbox}. {hints.Word}";
        var says = other.Reason?.Contains(word, StringComparison.Ordinal) == true;
        var told = new InboundOutcome(other.Id, InboundState.Unlogged, InboundState.Unlogged)
        {
            Reason = $"{other.Reason} {word}".TrimStart(),
        };
        return (says || await _database.Inbound.Settle(told)) && await LeaveCopy(read.Arrived, other);
    }

    private async Task<bool> WaitAsCopy(Arrived arrived, InboundMail other)
    {
        var reference = await _database.Cases.ReferenceOf(other.CaseId!.Value);
        return await Wait(arrived, $"It is a copy of mail {other.Id}, which is on {reference}.");
    }

    // kept where it belongs, and counts as nothing.
    private async Task<bool> Automatic(Arrived arrived, MailNature nature, ThreadDecision decision)
    {
        var because = $"{SortWords.Of(nature.Sort)}: {nature.Because}.";
        if (nature.Sort == MailSort.Bounce)
        {
            await _bounces.Note(arrived.Mail, _clock.Now());
            arrived = arrived with { Unreached = await _bounces.Unreached(arrived.Mail) };
        }
        var kept =
            nature.Sort is not (MailSort.OwnMail or MailSort.Loop) && decision is ThreadDecision.OnCase on
                ? await Took(arrived, await _answering.Keep(on.Reference, arrived, arrived.OnCase(because)))
                : null;
        return kept ?? await Settle(arrived, arrived.LeftAlone(because));
    }

    private async Task<bool> Person(ReadMail read)
    {
        var arrived = read.Arrived;
        if (read.Decision is ThreadDecision.Hint hint)
        {
            var named = await Reading.Looks.MayName(hint.Reference) ? $"{hint.Reference}: {hint.Why}" : null;
            return await Wait(arrived, Together(named, Doubt(read.Nature)));
        }
        if (read.Decision is not ThreadDecision.OnCase on)
        {
            var now = _clock.Now();
            var receipt = Receipts.Promised(read, now) is { } promised
                ? await _receipts.For(arrived, promised, now)
                : null;
            var forged = read.Sender.Standing == Standing.Failed ? read.Sender.Says : null;
            return await Wait(arrived, Together(forged, Doubt(read.Nature)), receipt);
        }
        if (
            MailRoutes.IsForComplaints(arrived.Guide, arrived.Taken.Mailbox)
            && await Reading.Looks.MayName(on.Reference)
        )
        {
            return await Wait(arrived, $"{on.Reference}: elsewhere it would be an answer on this case.");
        }
        return await Enter(arrived, on.Reference, reference => _answering.Enter(reference, arrived));
    }

    // On the case, or on the one that goes on with it; what it does not take waits for an agent.
    private async Task<bool> Enter(Arrived arrived, CaseReference named, Func<CaseReference, Task<DeskAnswer>> enter)
    {
        var (reference, caseId) = await Latest(named);
        var answers = await _database.Inbound.Count(caseId, arrived.Taken.ReceivedAt - Hour);
        if (answers >= MostAnswers)
        {
            return await Wait(
                arrived,
                $"{await Called(reference)}: {answers} mails came on this case within an hour, as from a program."
            );
        }
        return await Took(arrived, await enter(reference))
            ?? await Wait(arrived, $"{await Called(reference)}: the case did not take this answer; log it by hand.");
    }

    // What waits is read by everybody: a complaint is not named there (ESS-93).
    private async Task<string> Called(CaseReference reference) =>
        await Reading.Looks.MayName(reference) ? reference.Text : "An answer";

    private async Task<(CaseReference Reference, long Id)> Latest(CaseReference reference)
    {
        var found = (await _desk.LookAtLatest(reference, Actor.Desk))!;
        return (found.State.Reference, found.Id);
    }

    private async Task<bool> Wait(Arrived arrived, string? why, OutboxMessage? receipt = null)
    {
        var notPublished = arrived.Guide.TakesMailAt(arrived.Taken.Mailbox)
            ? null
            : $"No route of the guide has the address {arrived.Taken.Mailbox}.";
        var isFor = MailUse.Of(arrived.Guide, arrived.Taken.Mailbox).Hint;
        var before = await Reading.Looks.Waiting(arrived.Taken.Desk, arrived.Mail);
        var outcome = arrived.Unlogged(Together(why, isFor, notPublished)) with
        {
            Thread = before?.Thread ?? before?.Id,
        };
        return await Settle(arrived, outcome, receipt);
    }

    private static string? Doubt(MailNature nature) =>
        nature.Sort == MailSort.Doubtful
            ? "Its subject reads like an automatic reply, but it answers no mail of ours: nobody was sent a receipt."
            : null;

    private static string? Together(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } text ? text : null;

    private async Task<bool> Settle(Arrived arrived, InboundOutcome outcome, OutboxMessage? receipt = null)
    {
        var isDone = await _database.Inbound.Settle(outcome, receipt);
        _live.Changed(arrived.Taken.Desk, LiveHint.NoCase);
        return isDone;
    }

    // Whether the case has it; null: it was refused there. What has to wait for mail that came before is taken up again.
    private async Task<bool?> Took(Arrived arrived, DeskAnswer answer)
    {
        if (answer is DeskAnswer.Refused { Refusal.Code: RefusalCode.MailWaits })
        {
            await _database.Inbound.GiveBack(arrived.Taken.Id, await _database.Now() + Shortly);
            return true;
        }
        return answer switch
        {
            DeskAnswer.Done => true,
            DeskAnswer.MailSettled => false,
            _ => null,
        };
    }
}

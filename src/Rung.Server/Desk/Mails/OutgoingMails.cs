using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Mail.Inbound.Threading;
using Rung.Mail.Outbound;
using Rung.Server.Links;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>Makes the mail of a queued message: who it is from, where answers go, and its place in the case's thread.</summary>
public sealed class OutgoingMails(
    RungDatabase database,
    DeskRegister desks,
    ReplyAddress replies,
    CaseLinks links,
    SealedLinks seals
)
{
    // A thread's first mail and its latest: what mail programs need to keep it together, and no line without end.
    private const int LatestOfThread = 9;

    /// <param name="leavesAt">The desk's time at which it is sent; null: it is only looked at.</param>
    public async Task<MadeMail> Make(QueuedMessage queued, Instant? leavesAt = null)
    {
        if (await Sender(queued) is not { } sender)
        {
            return new MadeMail(null, "No guide here knows the desk that this message is from.");
        }
        if (sender.Address is null || !NamedAddress.TryParse(sender.Name, sender.Address, out var from))
        {
            return new MadeMail(null, "The guide names no e-mail address of the desk for these services.");
        }
        if (!NamedAddress.TryParse(sender.To, queued.Message.To, out var to))
        {
            return new MadeMail(null, $"“{queued.Message.To}” is not an address that mail can be sent to.");
        }
        if (Entry(queued, leavesAt) is not { } entry)
        {
            return new MadeMail(null, "The link in it leads nowhere any more: they can ask for another.");
        }
        var thread = await database.Outbox.Thread(queued);
        var before = await Before(queued, leavesAt);
        var mail = Mail(queued, sender.Guide, (from, to)) with
        {
            Text = WithLink(LateMail.Text(queued.Message, before, sender.Guide, leavesAt), queued, sender, leavesAt)
                .Replace(EntryLetter.Link, entry, StringComparison.Ordinal),
            InReplyTo = (thread.LastOrDefault(one => one.Theirs) ?? (thread.Count == 0 ? null : thread[^1]))?.MessageId,
            References = Shortened(thread),
            Enclosures = queued.Message.Encloses is { } handedOn ? await Enclosed(handedOn) : [],
        };
        return new MadeMail(Signed(mail, queued, sender), null);
    }

    // The link by which somebody gets in; words in its place where the mail is only looked at. Null: it leads nowhere any more.
    private string? Entry(QueuedMessage queued, Instant? leavesAt) =>
        leavesAt is not { } now || !EntryMail.Is(queued.Message) ? EntryLetter.Link
        : queued.Message.Sealed is { } seal ? seals.Open(seal, now)
        : null;

    // Only what is late goes with others, so that of most mails nothing is asked.
    private async Task<IReadOnlyList<OutboxMessage>> Before(QueuedMessage queued, Instant? leavesAt) =>
        leavesAt is { } now && queued.Message.NotBefore > LateMail.Until(now)
            ? []
            : [.. (await database.Outbox.GoingWith(queued)).Select(one => one.Message)];

    // Whoever only looks at a mail reads what will stand there; nobody but the reporter gets an address.
    private string WithLink(string text, QueuedMessage queued, From sender, Instant? leavesAt)
    {
        if (leavesAt is not { } now)
        {
            return text;
        }
        var address = sender is { HasLink: true, Reference: { } reference }
            ? links.Of(sender.Guide.Document.Id, reference, queued.Message.To, now)
            : null;
        return CaseLinkMark.Fill(text, address);
    }

    private static OutgoingMail Mail(QueuedMessage queued, Guide guide, (NamedAddress From, NamedAddress To) between)
    {
        var message = queued.Message;
        var domain = between.From.Address[(between.From.Address.LastIndexOf('@') + 1)..];
        return new OutgoingMail
        {
            From = between.From,
            To = between.To,
            Subject = message.Subject,
            Text = message.Text,
            MessageId = message.MessageId ?? MailIds.Inside(message.Key, domain),
            WrittenAt = message.NotBefore.InZone(guide.DeskCalendar.Zone).ToOffsetDateTime(),
            Language = guide.Document.Language,
            IsReply = message.Cause == Cause.TheirMail,
        };
    }

    // Mail about a case comes back to the case, also when a mail server sends it back; an answer to a mail that
    // nobody has read is sent back to nobody (RFC 3834, 3.3), and what stays inside leads to no case.
    private OutgoingMail Signed(OutgoingMail mail, QueuedMessage queued, From sender)
    {
        if (sender.Reference is not { } reference || queued.Message.MessageId is null)
        {
            return mail;
        }
        var address = replies.Of(mail.From.Address, reference);
        return NamedAddress.TryParse(mail.From.Name, address, out var signed)
            ? mail with
            {
                ReplyTo = signed,
                ReturnTo = signed,
            }
            : mail;
    }

    private static List<string> Shortened(IReadOnlyList<ThreadMail> thread)
    {
        var ids = thread.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count <= LatestOfThread ? ids : [ids[0], .. ids.TakeLast(LatestOfThread)];
    }

    private async Task<IReadOnlyList<Enclosure>> Enclosed(long mail)
    {
        var (enclosed, bytes) = Enclosed(await database.Inbound.Content(mail) ?? []);
        LargeMail.GiveBack(bytes);
        return enclosed;
    }

    // The message is not kept for as long as what it holds.
    private static (IReadOnlyList<Enclosure> Enclosed, int Bytes) Enclosed(byte[] message) =>
        (Enclosure.Of(message), message.Length);

    private async Task<From?> Sender(QueuedMessage queued)
    {
        if (queued.Message.CaseId is { } id && await database.Cases.Load(id) is { } history)
        {
            var state = CaseState.Of(history.Events);
            var guide = desks.GuideOf(history);
            var reporter = state.Logged.Reporter;
            var isReporter = queued.Message.To == reporter.Email;
            return new From(guide, MailRoutes.From(SupportRoutes.For(guide, state.Services)))
            {
                HasLink =
                    isReporter
                    && await LinkDesk.Reader(database, history.Desk, (history.Reference, reporter)) is not null,
                To = isReporter ? reporter.ContactName : "",
                Reference = history.Reference,
            };
        }
        if (queued.Message.Answers is null && queued.Desk is { } own && desks.TryGet(own, out var guideOfDesk))
        {
            return new From(guideOfDesk, MailRoutes.From(SupportRoutes.For(guideOfDesk, [])));
        }
        return
            queued.Message.Answers is { } answered
            && await database.Inbound.Find(answered) is { } mail
            && desks.TryGet(Shelf.DeskOf(mail.Desk), out var active)
            ? new From(active, MailRoutes.From(SupportRoutes.At(active, EmailAddress.WithoutTag(mail.Mailbox))))
            : null;
    }

    private sealed record From(Guide Guide, string? Address)
    {
        public string Name => Guide.Letterhead?.Sender ?? Guide.Desk.Name;
        public string To { get; init; } = "";

        /// <summary>It goes to whoever opens the case by a link.</summary>
        public bool HasLink { get; init; }
        public CaseReference? Reference { get; init; }
    }
}

/// <summary>A mail, or why there can be none.</summary>
public sealed record MadeMail(OutgoingMail? Mail, string? Problem);

using Rung.Mail.Outbound;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Outbox;

namespace Rung.Server.Pages.Outgoing;

/// <summary>Pages of messages from what the outbox keeps.</summary>
internal static class OutgoingMaker
{
    private const string NoServer =
        "No mail server is set, so nothing leaves: messages are kept and can be read. Set one with rung serve --smtp.";

    public static UndeliveredView List(FrameView frame, SentWords words, Undelivered found, string desk) =>
        new(frame, Summary(found))
        {
            Failed = [.. found.Failed.Select(one => Row(one, words, desk))],
            Waiting = [.. found.Waiting.Select(one => Row(one, words, desk))],
            NoServer = words.Server == MailServer.None ? NoServer : null,
        };

    public static OutgoingView One(FrameView frame, SentWords words, QueuedMessage queued, MadeMail made)
    {
        var row = Row(queued, words, frame.DeskId);
        return new OutgoingView
        {
            Frame = frame,
            Row = row,
            Text = queued.Message.Text,
            FormattedHref = made.Mail is null ? null : $"{row.Href}/formatted",
            OriginalHref = made.Mail is null ? null : $"{row.Href}/original",
            Headers = made.Mail is { } mail ? MailWriter.Headers(mail) : [],
            Problem = queued.State == MessageState.ByHand ? null : made.Problem,
        };
    }

    public static OutgoingRowView Row(QueuedMessage queued, SentWords words, string desk)
    {
        var message = queued.Message;
        var href = Addresses.Outgoing(desk, queued.Id);
        var failed = SentWords.NeedsSomebody(queued);
        var waits =
            queued is { State: MessageState.Queued, Answer: not null }
            && words.Server == MailServer.Set
            && queued.NextAt > words.Now;
        return new OutgoingRowView(queued.Id, href, What(message.Kind), To(message.To), words.Of(queued))
        {
            Subject = message.Subject,
            Reference = queued.Reference,
            CaseHref = queued.Reference is { } reference ? Addresses.Case(desk, reference) : null,
            When = MomentWords.Near(message.QueuedAt, words.Now, words.Zone),
            Machine = MomentWords.Machine(message.QueuedAt),
            Answer = queued.State == MessageState.Sent ? null : queued.Answer,
            SeenBy = queued.SeenBy,
            Failed = failed,
            RetryAction = failed || waits ? $"{href}/retry" : null,
            RetryLabel =
                queued.State == MessageState.HeldBack ? "Send it all the same"
                : waits ? "Try now"
                : "Send it again",
            SeenAction = failed ? $"{href}/seen" : null,
        };
    }

    public static string What(string kind) => kind.Replace('-', ' ');

    private static string To(string address) => address.Length == 0 ? "no address is known" : address;

    private static string Summary(Undelivered found) =>
        (found.Failed.Count, found.Waiting.Count) switch
        {
            (0, 0) => "Everything that was to leave has left",
            (var failed, 0) => $"{failed} not delivered",
            (0, var waiting) => $"{waiting} waiting for the mail server",
            var (failed, waiting) => $"{failed} not delivered, {waiting} waiting for the mail server",
        };
}

/// <summary>What has not reached whom it is for.</summary>
internal sealed record Undelivered(IReadOnlyList<QueuedMessage> Failed, IReadOnlyList<QueuedMessage> Waiting);

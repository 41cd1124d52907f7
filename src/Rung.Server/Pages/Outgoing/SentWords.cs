using NodaTime;
using Rung.Server.Pages.Words;
using Rung.Storage.Outbox;

namespace Rung.Server.Pages.Outgoing;

/// <summary>How a message fares, in a few words.</summary>
/// <param name="Server">Whether anything can leave at all.</param>
internal sealed record SentWords(Instant Now, DateTimeZone Zone, MailServer Server)
{
    public string Of(QueuedMessage queued) =>
        queued.State switch
        {
            MessageState.Queued => Waiting(queued),
            MessageState.Sent when queued.GoesWith is not null => $"sent {At(queued)}, in one mail with a later one",
            MessageState.Sent => $"sent {At(queued)}",
            MessageState.Bounced => $"came back {At(queued)}",
            MessageState.Undeliverable => $"not delivered, given up {At(queued)}",
            MessageState.HeldBack => "held back: it would answer a program",
            MessageState.Withdrawn => "taken back before it left",
            MessageState.ByHand when queued.Message.To.Length == 0 => "no address is known: somebody has to tell them",
            MessageState.ByHand => "no e-mail: somebody has to tell them",
            _ => throw new NotSupportedException($"No words for {queued.State}."),
        };

    /// <summary>Failed, and nobody has seen to it.</summary>
    public static bool NeedsSomebody(QueuedMessage queued) =>
        queued is { State: MessageState.Undeliverable or MessageState.Bounced or MessageState.HeldBack, SeenBy: null };

    private string Waiting(QueuedMessage queued)
    {
        if (Server == MailServer.None)
        {
            return "not sent: no mail server is set";
        }
        if (queued.GoesWith is not null)
        {
            return "late: it goes in one mail with a later one on this case";
        }
        if (queued.Message.NotBefore > Now)
        {
            return $"held until {MomentWords.Near(queued.Message.NotBefore, Now, Zone)}";
        }
        var tries = queued.Tries == 1 ? "once" : $"{queued.Tries} times";
        return queued.Answer is null
            ? "about to be sent"
            : $"tried {tries}, again {MomentWords.Near(queued.NextAt, Now, Zone)}";
    }

    private string At(QueuedMessage queued) =>
        queued.SettledAt is { } at ? MomentWords.Near(at, Now, Zone) : "some time ago";
}

internal enum MailServer
{
    None,
    Set,
}

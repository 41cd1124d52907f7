using NodaTime;
using Rung.Storage.Outbox;

namespace Rung.Server.Api.Bodies;

/// <summary>Something that the guide says is told to somebody about the case.</summary>
/// <param name="Key">Unique for ever.</param>
/// <param name="Rule">Id of the guide's notification rule.</param>
/// <param name="To">Left out: no address is known, somebody has to tell them.</param>
public sealed record MessageBody(
    string Key,
    string Rule,
    string? To,
    string Subject,
    string Text,
    MessageState State,
    Instant NotBefore,
    Instant QueuedAt
)
{
    public required long Id { get; init; }

    /// <summary>How often delivery was begun.</summary>
    public required long Attempts { get; init; }

    /// <summary>When it is tried next; left out: it does not wait.</summary>
    public Instant? NextAttemptAt { get; init; }

    /// <summary>What the mail server said last, or why there was no talking to it; left out: it was not tried yet.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was sent, came back, or was given up.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Who of the desk has seen to it that it was not delivered.</summary>
    public string? SeenBy { get; init; }

    /// <summary>Id of the later message in whose mail it goes, since both were late; left out: it goes by itself. R19</summary>
    public long? GoesWith { get; init; }

    /// <summary>Left out: answers to it do not lead back to the case.</summary>
    public string? MessageId { get; init; }

    public static MessageBody Of(QueuedMessage queued) =>
        new(
            queued.Message.Key,
            queued.Message.Kind,
            queued.Message.To.Length == 0 ? null : queued.Message.To,
            queued.Message.Subject,
            queued.Message.Text,
            queued.State,
            queued.Message.NotBefore,
            queued.Message.QueuedAt
        )
        {
            Id = queued.Id,
            Attempts = queued.Tries,
            NextAttemptAt = queued.State == MessageState.Queued ? queued.NextAt : null,
            Answer = queued.Answer,
            SettledAt = queued.SettledAt,
            SeenBy = queued.SeenBy,
            GoesWith = queued.GoesWith,
            MessageId = queued.Message.MessageId,
        };
}

public sealed record MessagesBody(string Reference, IReadOnlyList<MessageBody> Messages);

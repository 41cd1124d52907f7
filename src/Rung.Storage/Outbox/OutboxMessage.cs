using NodaTime;
using Rung.Core.Cases.Telling;

namespace Rung.Storage.Outbox;

/// <summary>A message to be delivered once the decision that caused it is on disk.</summary>
public sealed record OutboxMessage
{
    /// <summary>Fixed when it is queued: what was queued under it before is not queued again. R16.</summary>
    public required string Key { get; init; }

    /// <summary>Null: concerns no case.</summary>
    public long? CaseId { get; init; }

    /// <summary>What it is for, e.g. <c>update</c>: the guide's rule.</summary>
    public required string Kind { get; init; }

    /// <summary>One address; empty: none is known.</summary>
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>Not delivered earlier: time to take it back, or closed hours.</summary>
    public required Instant NotBefore { get; init; }
    public required Instant QueuedAt { get; init; }

    /// <summary>Fixed when it is queued and sent with every attempt: delivery may repeat, this tells repeats apart. R16.</summary>
    public string? MessageId { get; init; }

    /// <summary>The inbound mail that it answers, where that is on no case yet.</summary>
    public long? Answers { get; init; }

    /// <summary>The inbound mail whose attachments go along; null: none do.</summary>
    public long? Encloses { get; init; }

    /// <summary>The desk it is from, of what is neither on a case nor answers a mail; null: theirs.</summary>
    public string? Desk { get; init; }

    /// <summary>What is put into the text when it leaves, encrypted; null: nothing is.</summary>
    public string? Sealed { get; init; }

    /// <summary>Whether nothing but a mail that came in caused it. RFC 3834.</summary>
    public Cause Cause { get; init; }

    /// <summary>How it begins: waiting to be delivered, unless it cannot be, or was.</summary>
    public MessageState Begins { get; init; } = MessageState.Queued;
}

/// <summary>A message in the outbox, and what became of it.</summary>
public sealed record QueuedMessage(long Id, MessageState State, OutboxMessage Message)
{
    /// <summary>Null: concerns no case.</summary>
    public string? Reference { get; init; }

    /// <summary>The desk it is from; null: it is from before that was kept.</summary>
    public string? Desk { get; init; }

    /// <summary>How often delivery was begun.</summary>
    public required long Tries { get; init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public required Instant NextAt { get; init; }

    /// <summary>When delivery is given up.</summary>
    public required Instant GiveUpAt { get; init; }

    /// <summary>What the mail server said last, or why there was no talking to it; null: not tried yet.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was sent, bounced or given up.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Who of the desk has seen to it that it was not delivered.</summary>
    public string? SeenBy { get; init; }

    /// <summary>The later message in whose mail it goes, and whose fate it has, since both were late; null: it goes by itself. R19</summary>
    public long? GoesWith { get; init; }
}

public enum MessageState
{
    /// <summary>Waits to be sent, or to be tried again.</summary>
    Queued,

    /// <summary>A mail server took it.</summary>
    Sent,

    /// <summary>A mail server took it and sent it back.</summary>
    Bounced,

    /// <summary>Given up, and shown to the desk.</summary>
    Undeliverable,

    /// <summary>Taken back before it left.</summary>
    Withdrawn,

    /// <summary>Kept from leaving since it would answer a program that answers, and shown to the desk. RFC 3834</summary>
    HeldBack,

    /// <summary>No e-mail: somebody has to tell them.</summary>
    ByHand,
}

using NodaTime;

namespace Rung.Storage.Inbound;

/// <summary>A message that was handed over, before anything is made of it.</summary>
/// <param name="Desk">The desk that it is for, by the address it came to.</param>
/// <param name="Mailbox">The address it came to; the same bytes at the same address are the same message.</param>
/// <param name="EnvelopeSender">As the mail server was told; empty: none, as bounces have; null: not known.</param>
public sealed record NewInbound(string Desk, string Mailbox, string? EnvelopeSender, byte[] Content, Instant ReceivedAt)
{
    /// <summary>Why it is set aside at once; null: it is to be handled.</summary>
    public string? SetAside { get; init; }
}

/// <param name="Id">The same for the same message, however often it is handed over.</param>
/// <param name="IsNew">Whether it was not kept before.</param>
public sealed record Kept(long Id, bool IsNew);

/// <summary>What is known of a message without looking into it again.</summary>
public sealed record InboundMail
{
    public required long Id { get; init; }
    public required string Desk { get; init; }
    public required string Mailbox { get; init; }
    public string? EnvelopeSender { get; init; }
    public required Instant ReceivedAt { get; init; }
    public required InboundState State { get; init; }

    /// <summary>How often it was taken up, this time included.</summary>
    public required long Tries { get; init; }
    public long? CaseId { get; init; }

    /// <summary>The number of the case's event that it became; null: none, or it is on no case.</summary>
    public long? CaseEvent { get; init; }
    public string? Author { get; init; }
    public string? Subject { get; init; }

    /// <summary>Why it was set aside or left alone, or what an agent should know.</summary>
    public string? Reason { get; init; }

    /// <summary>From when it counts as received. ESS-40</summary>
    public Instant? EffectiveAt { get; init; }

    /// <summary>When it must have been logged. ESS-41, A-05</summary>
    public Instant? LogBy { get; init; }

    /// <summary>What was seen of it when it was read; null: it was not read yet.</summary>
    public InboundLook? Look { get; init; }

    /// <summary>An address that it says could not be reached; null: it is no bounce.</summary>
    public string? Undelivered { get; init; }

    /// <summary>Who decided what becomes of it; null: Rung did, or nobody yet.</summary>
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }

    /// <summary>Which of the mails it is that its author sent under its Message-ID, from 1; null: nothing was made of it yet.</summary>
    public long? CopyNumber { get; init; }

    /// <summary>The mail that began the thread of which it is, among those that waited when it came; null: it answers none of them.</summary>
    public long? Thread { get; init; }
}

/// <summary>What lists show of a mail without reading it again, as it was found when it came.</summary>
/// <param name="Sort">What kind of mail it is: of a person, a bounce, ….</param>
/// <param name="Standing">How far its sender can be believed.</param>
/// <param name="Name">The sender's name; null: none is given.</param>
/// <param name="Urgent">The words that sound like high impact (ESS-16); null: none do.</param>
/// <param name="Wanted">How many facts the guide wants of a mail (ESS-36).</param>
/// <param name="Missing">How many of them are not there.</param>
public sealed record InboundLook(
    string Sort,
    string Standing,
    string? Name,
    string? Urgent,
    int Wanted,
    int Missing,
    int Attachments
);

public enum InboundState
{
    /// <summary>Kept; nothing was made of it yet.</summary>
    Received,

    /// <summary>Waits for an agent to log it.</summary>
    Unlogged,

    /// <summary>It is on a case.</summary>
    OnCase,

    /// <summary>Nothing is to be done about it: a robot's, a copy, or no case in an agent's eyes.</summary>
    LeftAlone,

    /// <summary>It could not be handled and waits for somebody to look.</summary>
    SetAside,
}

/// <summary>
/// What became of a message; written once, together with what it did to a case. Of a message that is still received
/// afterwards it is a part, and whoever took it up goes on with it.
/// </summary>
/// <param name="From">The state it must be in for that.</param>
public sealed record InboundOutcome(long Id, InboundState From, InboundState To)
{
    public long? CaseId { get; init; }
    public long? CaseEvent { get; init; }

    /// <summary>The shelf that it goes to: with a complaint to that of complaints. Null: it stays on its desk's.</summary>
    public string? Shelf { get; init; }
    public string? MessageId { get; init; }
    public string? Author { get; init; }
    public string? Subject { get; init; }
    public string? Reason { get; init; }
    public Instant? EffectiveAt { get; init; }
    public Instant? LogBy { get; init; }
    public InboundLook? Look { get; init; }
    public string? Undelivered { get; init; }
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }

    /// <summary>
    /// The number that it takes among the copies by which this was decided (<see cref="InboundStore.CopyNumber"/>). If
    /// another has it by then, nothing is written. Null: no copy matters.
    /// </summary>
    public long? CopyNumber { get; init; }
    public long? Thread { get; init; }
}

/// <summary>Puts an un-logged mail at another address; when it was received stays as it is. ESS-11</summary>
/// <param name="From">The address it must be at for that.</param>
public sealed record InboundMove(long Id, string From, string Desk, string Mailbox, string Reason)
{
    public Instant? EffectiveAt { get; init; }
    public Instant? LogBy { get; init; }
    public InboundLook? Look { get; init; }
}

/// <summary>How much mail of a desk waits for somebody.</summary>
/// <param name="Overdue">Of the un-logged: those whose log-by has passed. ESS-41</param>
public sealed record InboundCounts(int Unlogged, int Overdue, int SetAside);

/// <summary>Takes messages up, for as long as the lease lasts.</summary>
public sealed record InboundClaim(string Owner, Instant Now, Instant LeaseUntil)
{
    public InboundOrder Order { get; init; } = InboundOrder.OldestFirst;

    /// <summary>At least 1. What was tried before, and what is large, is taken up alone.</summary>
    public int Most { get; init; } = 1;
}

/// <summary>Which message is next.</summary>
public enum InboundOrder
{
    OldestFirst,

    /// <summary>Now and then, so that what comes in does not wait behind a backlog (R7).</summary>
    NewestFirst,
}

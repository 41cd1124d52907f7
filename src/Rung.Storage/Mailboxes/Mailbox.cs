using NodaTime;

namespace Rung.Storage.Mailboxes;

/// <summary>How far a mailbox was read, and how it stands; instants are of the clock that leases go by.</summary>
/// <param name="Name">User, server and folder.</param>
/// <param name="Taken">Which messages were taken, as whoever reads the mailbox writes it down; empty: none.</param>
public sealed record Mailbox(string Name, string Taken)
{
    /// <summary>While this is the same, the numbers in <see cref="Taken"/> mean the same messages; null: it was never read.</summary>
    public long? Validity { get; init; }

    /// <summary>When it was read last; null: never.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>When the server last gave every message another number; null: never.</summary>
    public Instant? RenumberedAt { get; init; }

    /// <summary>Why it cannot be read; null: it can.</summary>
    public string? Problem { get; init; }

    public Instant? ProblemSince { get; init; }
}

/// <summary>Who reads a mailbox, and until when nobody else does. R9</summary>
/// <param name="Owner">A name of its own for each run of a process.</param>
public sealed record MailboxLease(string Name, string Owner, Instant Now, Instant Until);

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Erasures;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Storage.Erasures;

/// <summary>What is erased of one case, all of it or nothing.</summary>
/// <param name="ExpectedVersion">The version its author saw.</param>
/// <param name="Events">What happened to it, without what goes; as many as there are.</param>
/// <param name="Happened">Says on the case that it was done; follows them.</param>
/// <param name="Row">Of the case, without what goes.</param>
public sealed record CaseErasure(
    long CaseId,
    long ExpectedVersion,
    IReadOnlyList<CaseEvent> Events,
    Erased Happened,
    QueueRow Row
)
{
    /// <summary>What the case is found by no more.</summary>
    public IReadOnlyList<SearchTerm> Gone { get; init; } = [];

    /// <summary>What it is found by from its events.</summary>
    public IReadOnlyList<SearchTerm> Left { get; init; } = [];

    /// <summary>Of somebody else's case, whose words go with it; null: everybody's, with all files and mails.</summary>
    public ErasedPerson? Person { get; init; }

    /// <summary>Hashes of the files that they sent, of somebody else's case.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];
}

/// <summary>What is erased of somebody beside cases, at the end: whoever is still on file is not erased yet.</summary>
/// <param name="Person">Who they are in texts; with an address only where nobody else has it.</param>
public sealed record PersonErasure(Customer Customer, Contact Contact, ErasedPerson Person);

/// <summary>That something was erased; nobody's name is in it.</summary>
/// <param name="Subject">A reference; of a person what <see cref="ErasureNote.Person"/> makes of them.</param>
/// <param name="Why">Never empty.</param>
public sealed record ErasureNote(string Desk, ErasureKind Kind, string Subject, Instant At, Actor By, string Why)
{
    public ErasedCounts Counts { get; init; } = new(0, 0, 0, 0);

    public ErasedThing Thing => new(Desk, Kind, Subject);

    /// <summary>What stands for somebody: they are known again by it, and it says nothing of them.</summary>
    public static string Person(string desk, string customer, string contact) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"{desk}\n{customer}\n{contact}")
            )
        );
}

/// <summary>Enough of an erasure to do it again.</summary>
/// <param name="Subject">As in <see cref="ErasureNote"/>.</param>
public sealed record ErasedThing(string Desk, ErasureKind Kind, string Subject);

public enum ErasureKind
{
    Case,
    Person,
}

/// <summary>How much was erased.</summary>
/// <param name="Cases">Those of which something went.</param>
/// <param name="Mails">As they came.</param>
/// <param name="Messages">That were written.</param>
/// <param name="Papers">Files that were sent.</param>
public sealed record ErasedCounts(int Cases, int Mails, int Messages, int Papers)
{
    public static ErasedCounts operator +(ErasedCounts one, ErasedCounts other) =>
        new(one.Cases + other.Cases, one.Mails + other.Mails, one.Messages + other.Messages, one.Papers + other.Papers);
}

/// <summary>What became of an erasure.</summary>
public abstract record ErasureResult
{
    private ErasureResult() { }

    /// <summary>On disk.</summary>
    public sealed record Done(ErasedCounts Counts) : ErasureResult;

    /// <summary>It had been done before; nothing was written.</summary>
    public sealed record NothingLeft : ErasureResult;

    /// <summary>Something happened meanwhile; nothing was written.</summary>
    public sealed record Stale : ErasureResult;
}
